import type { Interval } from "../opening-hours.ts";
import { placeOf, type DayCurve } from "./day-curve.ts";
import { priorTotal, type EarlierDays } from "./prior-total.ts";
import { standardShape, typicalShape, type Shape } from "./typical-day.ts";

export const dayMethods = ["yesterday_share", "blend", "standard_shape", "counted"] as const;
/**
 * `yesterday_share`: as much is still to come, for each visit counted, as yesterday at the same place of the day.
 * `blend`: the typical shape of the earlier days, its level drawn towards the expected total early in the day and
 * towards the pace of the last hours later on. `standard_shape`: the same on a made-up shape, where there is no earlier
 * day. `counted`: the day is over.
 */
export type DayMethod = (typeof dayMethods)[number];

/** Visits; `low` and `high` bound the middle four of five outcomes. */
export interface Estimate {
  readonly expected: number;
  readonly low: number;
  readonly high: number;
}

export interface DaySoFar {
  readonly date: string;
  readonly hours: Interval;
  /** Visits of the day until `now`. */
  readonly counted: number;
  /** Visits of the day until an earlier instant. */
  readonly until: (instant: number) => number;
  readonly now: number;
  /** Earlier days of the edition, in order. */
  readonly past: readonly DayCurve[];
  readonly earlier?: EarlierDays | undefined;
}

/** Half of the standard normal distribution's middle four fifths. */
const FOUR_FIFTHS = 1.2816;
/** How much of a day must have passed before a made-up shape is worth a figure. */
const STANDARD_FROM = 0.12;
/** The share of a day, seen, that weighs as much as what was expected before it began. */
const PRIOR_SHARE = 0.05;
/** The pace is that of this part of the opening hours: two hours of twelve. */
const PACE_SPAN = 1 / 6;
const PACE_PRIOR_SHARE = 0.04;
/** How far the rest of the day follows the pace of the last hours, and not the level of the whole day. */
const PACE_WEIGHT = 0.4;
/** Spread of the logarithm of what is still to come. */
const SPREAD = { expected: 0.6, seen: 0.26, standard: 0.4, yesterday: 0.42 };

/** The rest of the day as yesterday's; undefined without a yesterday. */
export function yesterdayShare(day: DaySoFar): Estimate | undefined {
  const yesterday = referenceOf(day);
  if (yesterday === undefined) return undefined;
  const share = yesterday.share(placeOf(day.hours, day.now));
  // Before anything can be divided by, the day is taken for yesterday.
  const total = share > 0 && day.counted > 0 ? day.counted / share : yesterday.total;
  return estimate(day.counted, Math.max(total - day.counted, 0), SPREAD.yesterday);
}

/** The typical shape, level and pace together; undefined where nothing is known of any day. */
export function blend(day: DaySoFar): Estimate | undefined {
  const shape = typicalShape(day.date, knownDays(day));
  const prior = priorTotal(day.date, day.past, day.earlier);
  if (shape === undefined || prior === undefined) return undefined;
  const seen = shape(placeOf(day.hours, day.now));
  const spread = Math.hypot((SPREAD.expected * PRIOR_SHARE) / (PRIOR_SHARE + seen), SPREAD.seen);
  return estimate(day.counted, prior * (1 - seen) * levelOf(day, shape, prior), spread);
}

/** On the first day of a first edition; undefined while too little of it has passed. */
export function standardDay(day: DaySoFar): Estimate | undefined {
  const place = placeOf(day.hours, day.now);
  if (place < STANDARD_FROM || day.counted <= 0) return undefined;
  const seen = standardShape(place);
  const total = day.counted / seen;
  return estimate(day.counted, total * (1 - seen) * levelOf(day, standardShape, total), SPREAD.standard);
}

/** The day that a day is compared with: the latest before it on which anybody came, else the earlier edition's. */
export function referenceOf({ past, earlier }: Pick<DaySoFar, "past" | "earlier">): DayCurve | undefined {
  const same = earlier?.same;
  return past.findLast(({ total }) => total > 0) ?? (same !== undefined && same.total > 0 ? same : undefined);
}

/** The days whose shape is known, in order: an earlier edition's comes first. */
export const knownDays = ({ past, earlier }: Pick<DaySoFar, "past" | "earlier">): DayCurve[] =>
  earlier?.same === undefined ? [...past] : [earlier.same, ...past];

/** How many times the expected comes, by what was seen of the day so far and in its last hours. */
function levelOf(day: DaySoFar, shape: Shape, prior: number): number {
  const place = placeOf(day.hours, day.now);
  const seen = shape(place);
  const level = (Math.max(day.counted, 0) / prior + PRIOR_SHARE) / (seen + PRIOR_SHARE);
  const spanMs = PACE_SPAN * (day.hours.to - day.hours.from);
  const lately = Math.max(day.counted - day.until(day.now - spanMs), 0) / prior;
  // The pace is measured against what the day's level lets expect, so that a quiet hour alone moves little.
  const expected = level * (seen - shape(place - PACE_SPAN));
  const pace = (lately + PACE_PRIOR_SHARE * level) / (expected + PACE_PRIOR_SHARE * level);
  return level * pace ** PACE_WEIGHT;
}

function estimate(counted: number, rest: number, spread: number): Estimate {
  const factor = Math.exp(FOUR_FIFTHS * spread);
  return { expected: counted + rest, low: counted + rest / factor, high: counted + rest * factor };
}
