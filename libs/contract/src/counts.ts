import { z } from "zod";
import { zoneStatus } from "./editions.ts";
import { code, instant, localDate, slug } from "./primitives.ts";

export const countFlag = z.enum(["negative", "over_capacity"]);
export type CountFlag = z.infer<typeof countFlag>;

/** The live figures of one zone; persons, and persons a minute. */
export const countRow = z.object({
  zone: code,
  enteredToday: z.int(),
  exitedToday: z.int(),
  enteredEdition: z.int(),
  /** null where no checkpoint of the zone counts exits. */
  inside: z.int().nullable(),
  /** Headcount in, placed in the five whole minutes before the current one, divided by five. */
  perMinute: z.number(),
  status: zoneStatus,
  flags: z.array(countFlag),
});
export type CountRow = z.infer<typeof countRow>;

export const countTotals = z.object({
  visitsToday: z.int(),
  visitsEdition: z.int(),
  insideSite: z.int().nullable(),
  pavilionVisitsToday: z.int(),
  pavilionVisitsEdition: z.int(),
  visitsPerMinute: z.number(),
});
export type CountTotals = z.infer<typeof countTotals>;

/** How complete the figures are (C4). */
export const completeness = z.object({
  /** Paired and not revoked. */
  devices: z.int(),
  /** Of those, unheard for 60 s during opening hours. */
  silent: z.int(),
  /** What each device last said was still waiting on it, added up. */
  pending: z.int(),
});
export type Completeness = z.infer<typeof completeness>;

/** All figures of an edition at one commit version; a tick has the same shape with only the rows that changed. */
export const countSnapshot = z.object({
  edition: slug,
  version: z.int(),
  asOf: z.string(),
  day: localDate,
  totals: countTotals,
  zones: z.array(countRow),
  completeness,
});
export type CountSnapshot = z.infer<typeof countSnapshot>;
export type CountTick = CountSnapshot;

export const countsQuery = z.strictObject({ day: localDate.optional() });

/** A past moment; it is taken down to the whole minute. */
export const countsAtQuery = z.strictObject({ moment: instant });

export const historyStep = z.enum(["1m", "10m", "1h", "1d"]);
export type HistoryStep = z.infer<typeof historyStep>;
export const historyQuery = z.strictObject({
  zone: code.optional(),
  from: instant.optional(),
  to: instant.optional(),
  step: historyStep.default("10m"),
  by: z.enum(["category"]).optional(),
});
export type HistoryQuery = z.infer<typeof historyQuery>;
const flow = z.object({ entered: z.int(), exited: z.int() });
export const historyPoint = z.object({
  /** Start of the bucket; of the local day for `1d`. */
  at: z.string(),
  entered: z.int(),
  exited: z.int(),
  /** At the end of the bucket; null where the zone counts no exits. */
  inside: z.int().nullable(),
  byCategory: z.record(z.string(), flow).optional(),
});
export type HistoryPoint = z.infer<typeof historyPoint>;
export const historyResponse = z.object({ points: z.array(historyPoint) });
export type HistoryResponse = z.infer<typeof historyResponse>;

export const curvesQuery = z.strictObject({ from: instant, to: instant, step: historyStep.exclude(["1d"]) });
export type CurvesQuery = z.infer<typeof curvesQuery>;
/** What entered each zone, bucket by bucket. */
export const curvesResponse = z.object({
  /** Start of the first bucket. */
  from: z.string(),
  step: curvesQuery.shape.step,
  zones: z.array(z.object({ zone: code, entered: z.array(z.int()) })),
});
export type CurvesResponse = z.infer<typeof curvesResponse>;

/** Figures of one day: persons, without staff. */
export const dayFigures = z.object({ visits: z.int(), pavilionVisits: z.int() });
export type DayFigures = z.infer<typeof dayFigures>;

export const settledFigure = z.object({ zone: code, category: z.string(), entered: z.int(), exited: z.int() });
export type SettledFigure = z.infer<typeof settledFigure>;

/** A day that a person has closed: its figures at one commit version, frozen (C5). */
export const settledDay = dayFigures.extend({
  date: localDate,
  /** From 1; a later one stands beside the earlier ones. */
  revision: z.int(),
  version: z.int(),
  settledAt: z.string(),
  settledBy: z.string(),
  figures: z.array(settledFigure),
});
export type SettledDay = z.infer<typeof settledDay>;

/** A day's live figures beside its latest revision. */
export const dayOverview = z.object({
  date: localDate,
  live: dayFigures,
  settled: settledDay.nullable(),
  /** What came since the revision: live less settled; null while the day is not settled. */
  since: dayFigures.nullable(),
});
export type DayOverview = z.infer<typeof dayOverview>;
