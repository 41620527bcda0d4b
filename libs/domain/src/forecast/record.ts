/** A sum that was or will be reached at an instant, ms since the epoch. */
export interface Reached {
  readonly at: number;
  readonly sum: number;
}

/**
 * When a sum that grows evenly between known points passes a target; null where it never does. A correction may make
 * it fall: the first time counts.
 *
 * @param points in the order of time
 */
export function whenReached(points: readonly Reached[], target: number): number | null {
  let before: Reached | undefined;
  for (const point of points) {
    if (point.sum >= target) {
      if (before === undefined || point.sum === before.sum) return point.at;
      return before.at + ((target - before.sum) / (point.sum - before.sum)) * (point.at - before.at);
    }
    before = point;
  }
  return null;
}

const STEP = 100_000;

/** The round figures up to a sum, largest last: every hundred thousand. */
export function milestonesUpTo(sum: number): number[] {
  return Array.from({ length: Math.max(0, Math.floor(sum / STEP)) }, (_, index) => (index + 1) * STEP);
}

export const nextMilestone = (sum: number): number => (Math.max(0, Math.floor(sum / STEP)) + 1) * STEP;

/** Half a million, a million and so on: what is announced. */
export const isGreatMilestone = (figure: number): boolean => figure % 500_000 === 0;

export interface Announced {
  readonly metric: string;
  readonly value: number;
}

/**
 * Metrics of published figures that a count of visits may be held against. What was published as visitors is compared
 * too, since that is how visits are announced; it is named as what it is.
 */
export const comparableMetrics: readonly string[] = ["visits", "visitors"];

/** The highest figure that was published of an earlier edition and is comparable; the first of equals. */
export function recordOf<Figure extends Announced>(figures: readonly Figure[]): Figure | undefined {
  return figures
    .filter(({ metric }) => comparableMetrics.includes(metric))
    .reduce<Figure | undefined>(
      (best, each) => (best === undefined || each.value > best.value ? each : best),
      undefined,
    );
}
