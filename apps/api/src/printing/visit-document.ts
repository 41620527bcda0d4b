import { type DocumentLocale, type Edition, type Names, showPassCode, type Visit } from "@abwab/contract";
import type { DocumentData } from "../documents/document-request.ts";
import { qrCode } from "../documents/qr-code.ts";
import { daysOf, printedEdition } from "./printed-edition.ts";
import { besideOf, nameOf, otherNameOf, placeOf } from "./printed-organisation.ts";
import { type PrintedTime, printedTime } from "./printed-time.ts";
import { type VisitWords, visitWords } from "./visit-words.ts";

/** A zone as papers speak of it. */
export interface PrintedZone {
  names: Names;
  /** Codes of its checkpoints that let people in. */
  doors: string[];
}
export interface VisitPapers {
  edition: Edition;
  zones: ReadonlyMap<string, PrintedZone>;
  /** Of the site, where groups without a slot come to. */
  site: string | undefined;
  /** The calendar day on which a group may come, an instant of it; undefined for any of the edition's. */
  dayOf: (visit: Visit) => number | undefined;
}

/** What a confirmation of each visit shows. */
export function confirmations(
  visits: readonly { visit: Visit; token: string }[],
  papers: VisitPapers,
  locale: DocumentLocale,
): DocumentData {
  const words = visitWords[locale];
  const time = printedTime(locale, papers.edition.timeZone);
  return {
    locale,
    words: words.texts,
    edition: printedEdition(papers.edition, locale, separatorOf(words)),
    visits: visits.map(({ visit, token }) => ({
      ...sizeOf(visit),
      name: nameOf(visit.organisation, locale),
      beside: besideOf(visit.organisation, locale, separatorOf(words)),
      ...whenOf(visit, papers, words, time),
      entrance: entranceOf(visit, papers, words, locale),
      code: showPassCode(visit.passCode ?? ""),
      qr: qrCode(token),
    })),
  };
}

/** A day's groups by their hours. */
export function dayList(
  visits: readonly Visit[],
  { edition, zones }: VisitPapers,
  { day, zone }: { day: number; zone: string | undefined },
  locale: DocumentLocale,
): DocumentData {
  const words = visitWords[locale];
  const time = printedTime(locale, edition.timeZone);
  const zoneName = (code: string): string => zones.get(code)?.names[locale] ?? code;
  const titleOf = ({ slot }: Visit): string => {
    if (slot === null) return words.withoutHour;
    const hours = words.hours(time.hour(Date.parse(slot.startsAt)), time.hour(Date.parse(slot.endsAt)));
    return zone === undefined ? `${hours} · ${zoneName(slot.zone)}` : hours;
  };
  const people = (list: readonly Visit[]): number => list.reduce((sum, { pupils, adults }) => sum + pupils + adults, 0);
  const hours = Map.groupBy(visits, titleOf);
  const subtitle = [
    zone === undefined ? words.everyZone : zoneName(zone),
    words.groups(visits.length, people(visits)),
  ].join(" · ");
  return {
    locale,
    words: words.texts,
    edition: printedEdition(edition, locale, separatorOf(words)),
    title: words.listOf(time.day(day)),
    subtitle,
    hours: [...hours].map(([title, groups]) => ({
      title,
      people: people(groups),
      groups: groups.map((visit) => ({
        ...sizeOf(visit),
        name: nameOf(visit.organisation, locale),
        other: otherNameOf(visit.organisation, locale),
        city: placeOf(visit.organisation, locale),
        code: showPassCode(visit.passCode ?? ""),
      })),
    })),
  };
}

const sizeOf = ({ pupils, adults }: Visit) => ({ pupils, adults, size: pupils + adults });

const separatorOf = ({ texts }: VisitWords): string => String(texts["separator"]);

function whenOf(
  visit: Visit,
  { edition, dayOf }: VisitPapers,
  words: VisitWords,
  time: PrintedTime,
): { day: string; hour: string } {
  const { slot } = visit;
  const day = dayOf(visit);
  return {
    day: day === undefined ? words.anyDay(daysOf(edition, time)) : time.day(day),
    hour:
      slot === null
        ? words.anyHour
        : words.hours(time.hour(Date.parse(slot.startsAt)), time.hour(Date.parse(slot.endsAt))),
  };
}

/** The zone, and under it the doors that let people in. */
function entranceOf(
  { slot }: Visit,
  { zones, site }: VisitPapers,
  words: VisitWords,
  locale: DocumentLocale,
): string[] {
  const code = slot?.zone ?? site;
  const zone = code === undefined ? undefined : zones.get(code);
  if (zone === undefined) return code === undefined ? [] : [code];
  return [zone.names[locale], ...(zone.doors.length === 0 ? [] : [words.doors(zone.doors.join("\u00a0· "))])];
}
