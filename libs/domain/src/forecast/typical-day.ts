import { isWeekend, type DayCurve } from "./day-curve.ts";

/** How much of a day has come at a place within its opening hours, from 0 to 1, never falling. */
export type Shape = (place: number) => number;

/** An earlier day of the same sort (weekend or not) says more about a day than one of the other. */
const SAME_SORT_WEIGHT = 3;
/** So does the latest one. */
const LATEST_WEIGHT = 3;

/** The mean of the shares of some days, in order of their dates. undefined where nobody came on any of them. */
export function typicalShape(date: string, days: readonly DayCurve[]): Shape | undefined {
  const counted = days.filter(({ total }) => total > 0);
  const latest = counted.at(-1);
  const weighted = counted.map((day) => {
    const likeness = isWeekend(day.date) === isWeekend(date) ? SAME_SORT_WEIGHT : 1;
    return { day, weight: likeness * (day === latest ? LATEST_WEIGHT : 1) };
  });
  const all = weighted.reduce((sum, { weight }) => sum + weight, 0);
  if (all === 0) return undefined;
  return (place) => weighted.reduce((sum, { day, weight }) => sum + (weight / all) * day.share(place), 0);
}

/**
 * The day that nobody has seen yet: arrivals rise in the first quarter of the opening hours, stay for half of them and
 * fall to a fifth in the last quarter. Made up, and so the range around it is wide.
 */
export const standardShape: Shape = (place) => {
  const at = Math.min(Math.max(place, 0), 1);
  const area = (start: number, end: number, from: number, to: number): number => {
    const reach = Math.min(Math.max(at - start, 0), end - start);
    const height = from + ((to - from) * reach) / (end - start);
    return (reach * (from + height)) / 2;
  };
  const whole = 0.25 * 0.75 + 0.5 + 0.25 * 0.6;
  return (area(0, 0.25, 0.5, 1) + area(0.25, 0.75, 1, 1) + area(0.75, 1, 1, 0.2)) / whole;
};
