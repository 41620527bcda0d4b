import { isWeekend, type DayCurve } from "./day-curve.ts";

/** A day of an earlier edition with the same number, and the one before it. */
export interface EarlierDays {
  readonly same: DayCurve | undefined;
  readonly before: DayCurve | undefined;
}

/**
 * What a day would come to if nothing of it had been seen yet: yesterday's total; moved as the earlier edition moved
 * from the day before to this one, where there is one; else, between a weekend and other days, half way to the latest
 * day of the same sort.
 */
export function priorTotal(date: string, past: readonly DayCurve[], earlier?: EarlierDays): number | undefined {
  const counted = past.filter(({ total }) => total > 0);
  const yesterday = counted.at(-1);
  if (yesterday === undefined) return positive(earlier?.same?.total);
  const [same, before] = [positive(earlier?.same?.total), positive(earlier?.before?.total)];
  // No edition's day has been taken for more than three times, or less than a third of, the one before it.
  if (same !== undefined && before !== undefined) {
    return yesterday.total * Math.min(Math.max(same / before, 1 / 3), 3);
  }
  if (isWeekend(yesterday.date) === isWeekend(date)) return yesterday.total;
  const alike = counted.findLast((day) => isWeekend(day.date) === isWeekend(date));
  return alike === undefined ? yesterday.total : Math.sqrt(yesterday.total * alike.total);
}

const positive = (total: number | undefined): number | undefined =>
  total === undefined || total <= 0 ? undefined : total;
