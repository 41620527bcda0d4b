import { type DocumentLocale, documentLocale, type Edition } from "@abwab/contract";
import { isolated } from "./isolated.ts";
import { type PrintedTime, printedTime } from "./printed-time.ts";

/** What documents say of their edition. */
export interface PrintedEdition {
  name: string;
  otherNames: string[];
  /** Its days, and the city. */
  when: string;
  /** The venue, and the city. */
  where: string;
}

/** @param separator between parts of a line: `, ` */
export function printedEdition(edition: Edition, locale: DocumentLocale, separator: string): PrintedEdition {
  return {
    name: edition.names[locale],
    otherNames: documentLocale.options.filter((other) => other !== locale).map((other) => edition.names[other]),
    when: `${daysOf(edition, printedTime(locale, edition.timeZone))}${separator}${isolated(edition.city)}`,
    where: [edition.venue, edition.city].map(isolated).join(separator),
  };
}

/** `17–21 May 2025`. */
export function daysOf({ days }: Edition, time: PrintedTime): string {
  const dates = days.map(({ date }) => date).toSorted();
  return time.dates(dates[0] ?? "", dates.at(-1) ?? "");
}
