import type { DocumentLocale } from "@abwab/contract";

/** Moroccan conventions with Latin digits, as on every screen. */
const tags: Record<DocumentLocale, string> = { ar: "ar-MA-u-nu-latn", fr: "fr-MA-u-nu-latn", en: "en-GB-u-nu-latn" };
const DAY = { day: "numeric", month: "long", year: "numeric" } as const;
const HOUR = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;

export interface PrintedTime {
  /** `17 May 2025`. */
  date(instant: number): string;
  /** `Saturday 17 May 2025`. */
  day(instant: number): string;
  /** `17 May 2025, 08:00`. */
  moment(instant: number): string;
  /** `08:00`. */
  hour(instant: number): string;
  /** `17–21 May 2025`, of calendar dates `YYYY-MM-DD`. */
  dates(first: string, last: string): string;
}

/** Dates in words as the edition's clocks show them. */
export function printedTime(locale: DocumentLocale, timeZone: string): PrintedTime {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(tags[locale], { ...options, timeZone });
  const day = format(DAY);
  const weekday = format({ ...DAY, weekday: "long" });
  const hour = format(HOUR);
  const calendarDay = new Intl.DateTimeFormat(tags[locale], { ...DAY, timeZone: "UTC" });
  const separator = locale === "ar" ? "، " : ", ";
  return {
    date: (instant) => plain(day.format(instant)),
    day: (instant) => plain(weekday.format(instant)),
    moment: (instant) => `${plain(day.format(instant))}${separator}${plain(hour.format(instant))}`,
    hour: (instant) => plain(hour.format(instant)),
    dates: (first, last) => plain(calendarDay.formatRange(Date.parse(first), Date.parse(last))),
  };
}

/** Without marks of direction, which the page sets itself, and with a space that the face has. */
const plain = (text: string): string =>
  text.replaceAll(/[\u200e\u200f\u061c]/g, "").replaceAll(/[\u202f\u2009]/g, "\u00a0");
