import { addDays, type Calendar } from "./calendar.ts";

/** A day with its hours, `HH:MM` local; a closing hour not after the opening one is on the next date. */
export interface OpenDay {
  date: string;
  opensAt: string;
  closesAt: string;
}

/** A span of time, ms since the epoch: from `from`, before `to`. */
export interface Interval {
  from: number;
  to: number;
}

/** The opening hours of the days as instants. */
export function openIntervals(calendar: Calendar, days: readonly OpenDay[]): Interval[] {
  return days.map(({ date, opensAt, closesAt }) => ({
    from: calendar.instantOf(date, opensAt),
    to: calendar.instantOf(closesAt > opensAt ? date : addDays(date, 1), closesAt),
  }));
}

export function isWithin(intervals: readonly Interval[], instant: number): boolean {
  return intervals.some(({ from, to }) => instant >= from && instant < to);
}

/**
 * The day that live figures speak of: the current local day if it is one of the edition's, else the edition's latest
 * day before now, else its first.
 *
 * @param days in any order, at least one
 */
export function dayShown(calendar: Calendar, days: readonly OpenDay[], now: number): string {
  const today = calendar.dayOf(now);
  const dates = days.map((day) => day.date).toSorted();
  const first = dates[0];
  if (first === undefined) throw new RangeError("an edition has at least one day");
  return dates.findLast((date) => date <= today) ?? first;
}

/**
 * The cut-offs whose reset of occupancy is due: those that an edition has lived through, from its first day to the
 * one after its last.
 *
 * @returns pairs of a day and the instant at which it began
 */
export function resetsDue(
  calendar: Calendar,
  days: readonly OpenDay[],
  createdAt: number,
  now: number,
): { day: string; at: number }[] {
  const dates = days.map((day) => day.date).toSorted();
  const last = dates.at(-1);
  if (last === undefined) return [];
  const candidates = [...dates, ...dates.map((date) => addDays(date, 1))];
  return [...new Set(candidates)]
    .map((day) => ({ day, at: calendar.startOf(day) }))
    .filter(({ at }) => at > createdAt && at <= now)
    .toSorted((a, b) => a.at - b.at);
}
