import { isWeekend } from "./day-curve.ts";
import type { Estimate } from "./day-forecast.ts";

export const editionMethods = ["like_today", "by_sort", "as_earlier_edition", "counted"] as const;
/**
 * `like_today`: every day to come brings what the running one is expected to. `by_sort`: each brings the mean of the
 * known days of its sort, weekend or not. `as_earlier_edition`: they stand to the running day as the days with their
 * numbers stood in the earlier edition. `counted`: no day is to come.
 */
export type EditionMethod = (typeof editionMethods)[number];

export interface EditionSoFar {
  /** Totals of the days before the running one. */
  readonly before: readonly { readonly date: string; readonly total: number }[];
  /** The running day. */
  readonly date: string;
  readonly day: Estimate;
  /** Dates of the days to come, in order. */
  readonly later: readonly string[];
  /** Totals of an earlier edition's days, in order; empty without one. */
  readonly earlier: readonly number[];
}

export interface EditionForecast extends Estimate {
  readonly method: EditionMethod;
  /** What each day to come is expected to bring, in order. */
  readonly later: readonly number[];
}

const FOUR_FIFTHS = 1.2816;
/** Spread of the logarithm of what the days to come bring together. */
const LATER_SPREAD = 0.25;

/** The edition's total: what was counted, the running day's forecast, and the days to come. */
export function forecastEdition(edition: EditionSoFar): EditionForecast {
  const { day, later } = edition;
  if (later.length === 0) return sum(edition, [], "counted");
  const ratios = earlierRatios(edition);
  if (ratios)
    return sum(
      edition,
      ratios.map((ratio) => day.expected * ratio),
      "as_earlier_edition",
    );
  return bySort(edition);
}

/** The baseline that the others are measured against. */
export function likeToday(edition: EditionSoFar): EditionForecast {
  return sum(
    edition,
    edition.later.map(() => edition.day.expected),
    "like_today",
  );
}

/** The same as `like_today` where no day of another sort is known. */
export function bySort(edition: EditionSoFar): EditionForecast {
  const known = [
    ...edition.before.filter(({ total }) => total > 0),
    { date: edition.date, total: edition.day.expected },
  ];
  const meanOf = (weekend: boolean): number | undefined => {
    const alike = known.filter(({ date }) => isWeekend(date) === weekend);
    return alike.length === 0 ? undefined : alike.reduce((total, each) => total + each.total, 0) / alike.length;
  };
  const later = edition.later.map((date) => meanOf(isWeekend(date)) ?? edition.day.expected);
  return sum(edition, later, "by_sort");
}

function sum({ before, day }: EditionSoFar, days: readonly number[], method: EditionMethod): EditionForecast {
  const counted = before.reduce((total, each) => total + each.total, 0);
  const later = days.map(Math.round);
  const rest = later.reduce((total, each) => total + each, 0);
  const factor = Math.exp(FOUR_FIFTHS * LATER_SPREAD);
  return {
    expected: counted + day.expected + rest,
    low: Math.floor(counted + day.low + rest / factor),
    high: Math.ceil(counted + day.high + rest * factor),
    method,
    later,
  };
}

/** How the days to come stood to the running one in the earlier edition; undefined where it hadn't as many days. */
function earlierRatios({ before, later, earlier }: EditionSoFar): number[] | undefined {
  const today = earlier[before.length];
  if (today === undefined || today <= 0) return undefined;
  const ratios = later.map((_, index) => (earlier[before.length + 1 + index] ?? 0) / today);
  return ratios.every((ratio) => ratio > 0) ? ratios : undefined;
}
