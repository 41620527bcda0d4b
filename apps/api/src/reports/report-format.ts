import type { DocumentLocale } from "@abwab/contract";

/** Moroccan conventions with Latin digits, as on every screen. */
const tags: Record<DocumentLocale, string> = { ar: "ar-MA-u-nu-latn", fr: "fr-MA-u-nu-latn", en: "en-GB-u-nu-latn" };
const LONG_DAY = { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
const DAY_OF_YEAR = { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" } as const;
const SHORT_DAY = { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" } as const;

export interface ReportFormat {
  number(value: number): string;
  /** `+12`, for a difference. */
  signed(value: number): string;
  /** `0.1234` as `12.3%`. */
  share(value: number): string;
  /** `0.1234` as `+12.3%`, for a difference. */
  signedShare(value: number): string;
  /** `Saturday 17 May 2025`, of a calendar date `YYYY-MM-DD`. */
  day(date: string): string;
  /** `Saturday 17 May`. */
  dayOfYear(date: string): string;
  /** `Sat 17 May`. */
  shortDay(date: string): string;
}

/** Figures and days as a report shows them. What has a sign or a percent mark is isolated, so that it can't flip. */
export function reportFormat(locale: DocumentLocale): ReportFormat {
  const numbers = (options: Intl.NumberFormatOptions) => new Intl.NumberFormat(tags[locale], options);
  const plainNumber = numbers({ maximumFractionDigits: 0, signDisplay: "negative" });
  const signedNumber = numbers({ maximumFractionDigits: 0, signDisplay: "exceptZero" });
  const percent = {
    style: "percent",
    signDisplay: "negative",
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  } as const;
  const shareNumber = numbers(percent);
  const signedShareNumber = numbers({ ...percent, signDisplay: "exceptZero" });
  const longDay = new Intl.DateTimeFormat(tags[locale], LONG_DAY);
  const dayOfYear = new Intl.DateTimeFormat(tags[locale], DAY_OF_YEAR);
  const shortDay = new Intl.DateTimeFormat(tags[locale], SHORT_DAY);
  return {
    number: (value) => (value < 0 ? isolated(plainNumber.format(value)) : plain(plainNumber.format(value))),
    signed: (value) => isolated(signedNumber.format(value)),
    share: (value) => isolated(shareNumber.format(value)),
    signedShare: (value) => isolated(signedShareNumber.format(value)),
    day: (date) => plain(longDay.format(Date.parse(date))),
    dayOfYear: (date) => plain(dayOfYear.format(Date.parse(date))),
    shortDay: (date) => plain(shortDay.format(Date.parse(date))),
  };
}

/** Without marks of direction, with spaces and a minus that the face has. */
const plain = (text: string): string =>
  text
    .replaceAll(/[\u200e\u200f\u061c]/g, "")
    .replaceAll(/[\u202f\u2009]/g, "\u00a0")
    .replace("-", "\u2212");
const isolated = (text: string): string => `\u2066${plain(text)}\u2069`;
