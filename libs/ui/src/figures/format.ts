import type { Language } from "../i18n/languages.ts";

/** Moroccan conventions with Latin digits in every language: the same figure looks the same on every screen. */
const locales: Record<Language, string> = { ar: "ar-MA-u-nu-latn", fr: "fr-MA-u-nu-latn", en: "en-GB-u-nu-latn" };

const made = new Map<string, unknown>();
/** Intl objects are dear to make and are asked for four times a second: one of each is kept. */
function kept<T>(key: string, make: () => T): T {
  if (!made.has(key)) made.set(key, make());
  return made.get(key) as T;
}

/** A text set apart from the direction of what surrounds it (U+2068 … U+2069). */
export const isolate = (text: string): string => `\u2068${text}\u2069`;
/** The same for what always reads from left to right: signed figures, codes, times (U+2066 … U+2069). */
export const isolateLtr = (text: string): string => `\u2066${text}\u2069`;

export interface NumberStyle {
  /** Most digits after the comma; none by default. */
  decimals?: number;
  /** `+12`, for a difference. */
  signed?: boolean;
  /** `0.42` as `42%`. */
  percent?: boolean;
  /** `2.4 M` for tight places. */
  compact?: boolean;
}

/** A figure in the one number style. What has a sign or a percent mark is isolated, so that it can't flip. */
export function formatNumber(value: number, language: Language, style: NumberStyle = {}): string {
  const { decimals = 0, signed = false, percent = false, compact = false } = style;
  const format = kept(
    `n|${language}|${decimals}|${signed}|${percent}|${compact}`,
    () =>
      new Intl.NumberFormat(locales[language], {
        maximumFractionDigits: compact ? 1 : decimals,
        style: percent ? "percent" : "decimal",
        notation: compact ? "compact" : "standard",
        signDisplay: signed ? "exceptZero" : "negative",
      }),
  );
  const text = format
    .format(value)
    .replaceAll(/[\u200e\u200f\u061c]/g, "")
    .replaceAll("\u202f", "\u00a0")
    .replace("-", "\u2212");
  return value < 0 || signed || percent ? isolateLtr(text) : text;
}

export interface TimeStyle {
  /** IANA zone of the edition; the machine's own where none is given. */
  timeZone?: string | undefined;
  seconds?: boolean;
}

type Instant = Date | string | number;

/** `14:05` or `14:05:09`, on a 24-hour clock. */
export function formatTime(at: Instant, language: Language, { timeZone, seconds = false }: TimeStyle = {}): string {
  const format = kept(
    `t|${language}|${timeZone}|${seconds}`,
    () =>
      new Intl.DateTimeFormat(locales[language], {
        hour: "2-digit",
        minute: "2-digit",
        ...(seconds ? { second: "2-digit" } : {}),
        hourCycle: "h23",
        ...(timeZone === undefined ? {} : { timeZone }),
      }),
  );
  return format.format(new Date(at)).replaceAll(/[\u200e\u200f]/g, "");
}

const dateStyles = {
  short: { day: "numeric", month: "short" },
  medium: { day: "numeric", month: "long", year: "numeric" },
  long: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;
export type DateStyle = keyof typeof dateStyles;

/** A day in words. A bare `YYYY-MM-DD` is that calendar day wherever the reader is. */
export function formatDate(at: Instant, language: Language, style: DateStyle = "medium", timeZone?: string): string {
  const zone = typeof at === "string" && at.length === 10 ? "UTC" : timeZone;
  const format = kept(
    `d|${language}|${zone}|${style}`,
    () =>
      new Intl.DateTimeFormat(locales[language], {
        ...dateStyles[style],
        ...(zone === undefined ? {} : { timeZone: zone }),
      }),
  );
  return format.format(new Date(at));
}

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

/** How long ago, or in how long: `5 minutes ago`, `in 2 hours`. */
export function formatRelative(at: Instant, now: Instant, language: Language): string {
  const seconds = Math.round((new Date(at).getTime() - new Date(now).getTime()) / 1000);
  const format = kept(`r|${language}`, () => new Intl.RelativeTimeFormat(locales[language], { numeric: "auto" }));
  const step = steps.find(([, length]) => Math.abs(seconds) >= length);
  return step ? format.format(Math.trunc(seconds / step[1]), step[0]) : format.format(seconds, "second");
}
