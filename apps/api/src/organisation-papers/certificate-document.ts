import { certificateReferenceOf, type DocumentLocale, type Edition, type Visit } from "@abwab/contract";
import type { Calendar } from "@abwab/domain";
import type { DocumentData } from "../documents/document-request.ts";
import { printedEdition } from "../printing/printed-edition.ts";
import { printedTime } from "../printing/printed-time.ts";
import { besideOf, nameOf } from "../printing/printed-organisation.ts";
import { reportFormat } from "../reports/report-format.ts";
import { type CertificateWords, certificateWords } from "./certificate-words.ts";

/** One page: whose certificate it is, and the visits of theirs that arrived. */
export interface Attended {
  organisation: Visit["organisation"];
  visits: readonly Visit[];
  /** Id of the visit, or of the organisation where it is about all of them. */
  id: string;
}

export const hasArrived = ({ arrived }: Visit): boolean => arrived.pupils + arrived.adults > 0;

/** What certificates of attendance show, a page each: the day is that of the first arrival. */
export function certificates(
  attended: readonly Attended[],
  { edition, calendar }: { edition: Edition; calendar: Calendar },
  locale: DocumentLocale,
): DocumentData {
  const words = certificateWords[locale];
  const time = printedTime(locale, edition.timeZone);
  return {
    locale,
    words: words.texts,
    edition: printedEdition(edition, locale, words.separator),
    certificates: attended.map(({ organisation, visits, id }) => ({
      name: nameOf(organisation, locale),
      beside: besideOf(organisation, locale, words.separator),
      days: daysOf(visits, calendar).map(([day, list]) => ({
        day: time.day(calendar.instantOf(day, "12:00")),
        present: presentOf(list, words, locale),
      })),
      reference: certificateReferenceOf(id),
    })),
  };
}

function daysOf(visits: readonly Visit[], calendar: Calendar): [string, Visit[]][] {
  const days = Map.groupBy(visits, ({ arrived }) => calendar.dayOf(Date.parse(arrived.firstAt ?? "")));
  return [...days].toSorted(([one], [other]) => (one < other ? -1 : 1));
}

function presentOf(visits: readonly Visit[], words: CertificateWords, locale: DocumentLocale): string {
  const { number } = reportFormat(locale);
  const pupils = visits.reduce((sum, { arrived }) => sum + arrived.pupils, 0);
  const adults = visits.reduce((sum, { arrived }) => sum + arrived.adults, 0);
  const people = number(pupils + adults);
  return pupils > 0 && adults > 0 ? words.presentBoth(people, number(pupils), number(adults)) : words.present(people);
}
