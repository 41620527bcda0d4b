import type { Interval } from "../opening-hours.ts";

/** What was counted on one day, in steps of equal length. */
export interface CountedDay {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Its opening hours. */
  readonly hours: Interval;
  /** Start of the first step, ms since the epoch. */
  readonly from: number;
  readonly stepMs: number;
  /** Visits in each step; negative where a correction outweighed what came. */
  readonly counts: readonly number[];
}

/** A day's visits added up, to be asked at any moment. */
export interface DayCurve {
  readonly date: string;
  readonly hours: Interval;
  readonly total: number;
  /** Visits up to an instant, evenly spread within a step. */
  until(instant: number): number;
  /** Their share of the day's total at a place within the opening hours; 0 of a day on which nobody came. */
  share(place: number): number;
}

export function curveOf({ date, hours, from, stepMs, counts }: CountedDay): DayCurve {
  const sums = [0];
  for (const count of counts) sums.push((sums.at(-1) ?? 0) + count);
  const total = sums.at(-1) ?? 0;
  const until = (instant: number): number => {
    const steps = Math.min(Math.max((instant - from) / stepMs, 0), counts.length);
    const whole = Math.floor(steps);
    return (sums[whole] ?? 0) + (steps - whole) * (counts[whole] ?? 0);
  };
  return {
    date,
    hours,
    total,
    until,
    share: (place) => (total > 0 ? Math.min(Math.max(until(instantAt(hours, place)) / total, 0), 1) : 0),
  };
}

/**
 * Where an instant lies within opening hours: 0 when they begin, 1 when they end, beyond that before and after them.
 * Days are compared at the same place, so that one that opens later or lasts longer still compares.
 */
export const placeOf = (hours: Interval, instant: number): number => (instant - hours.from) / (hours.to - hours.from);

export const instantAt = (hours: Interval, place: number): number => hours.from + place * (hours.to - hours.from);

/** Saturday and Sunday: when schools and offices are closed in Morocco. */
export function isWeekend(date: string): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}
