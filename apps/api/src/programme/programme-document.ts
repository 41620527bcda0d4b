import type { DocumentLocale, Edition } from "@abwab/contract";
import type { Calendar } from "@abwab/domain";
import type { DocumentData } from "../documents/document-request.ts";
import { printedEdition } from "../printing/printed-edition.ts";
import { printedTime } from "../printing/printed-time.ts";
import { programmeWords } from "./programme-words.ts";
import type { StoredItem } from "./stored-item.ts";

interface ProgrammePapers {
  edition: Edition;
  items: readonly StoredItem[];
  /** The name of a hall. */
  hallOf: (code: string) => string;
  calendar: Calendar;
}

/** The printed programme: its days, each with its items by the hour. */
export function programmeDocument(
  { edition, items, hallOf, calendar }: ProgrammePapers,
  locale: DocumentLocale,
): DocumentData {
  const words = programmeWords[locale];
  const time = printedTime(locale, edition.timeZone);
  const days = Map.groupBy(items, ({ startsAt }) => calendar.dayOf(startsAt));
  return {
    locale,
    words: words.texts,
    edition: printedEdition(edition, locale, String(words.texts["separator"])),
    days: [...days].map(([day, list]) => ({
      title: time.day(calendar.instantOf(day, "12:00")),
      items: list.map(({ names, kind, zone, speakers, startsAt, endsAt }) => ({
        hours: `${time.hour(startsAt)} – ${time.hour(endsAt)}`,
        title: names[locale],
        kind: words.kinds[kind],
        place: hallOf(zone),
        speakers: speakers.map(({ name, affiliation }) => ({ name, affiliation })),
      })),
    })),
  };
}
