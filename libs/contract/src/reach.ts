import { z } from "zod";
import { instant, localDate, shortText, uuid } from "./primitives.ts";

/** Nobody here counts views: a person reads them off a channel's own page, or somebody announces them. */
export const reachOrigin = z.enum(["entered", "published"]);
export type ReachOrigin = z.infer<typeof reachOrigin>;
export const qualifier = z.enum(["exact", "about", "over"]);
export type Qualifier = z.infer<typeof qualifier>;

const reachFields = {
  /** Where the broadcast was watched, as people call it: `YouTube`. */
  channel: shortText,
  /** The day whose views they are; null for the whole edition up to `at`. */
  day: localDate.nullable(),
  value: z.int().min(0).max(1_000_000_000_000),
  qualifier,
  origin: reachOrigin,
  /** Who says so, or which page it was read from. */
  source: shortText,
  /** When it was read or announced. */
  at: instant,
};

export const newReachFigure = z.strictObject({
  ...reachFields,
  day: reachFields.day.default(null),
  qualifier: qualifier.default("exact"),
  origin: reachOrigin.default("entered"),
});
export type NewReachFigure = z.infer<typeof newReachFigure>;
export const reachFigurePatch = z.strictObject(reachFields).partial();
export type ReachFigurePatch = z.infer<typeof reachFigurePatch>;

export const reachFigure = z.object({
  id: uuid,
  ...reachFields,
  /** Whether the sums take it: of a channel and a day the latest counts, and one of the whole edition before its days. */
  counts: z.boolean(),
});
export type ReachFigure = z.infer<typeof reachFigure>;

/** What one channel reached, by one origin. */
export const reachSum = z.object({
  /** Null for all channels together. */
  channel: z.string().nullable(),
  origin: reachOrigin,
  value: z.int(),
  qualifier,
  /** When the latest of what it adds up was read. */
  at: z.string(),
});
export type ReachSum = z.infer<typeof reachSum>;

/** Sums of different origins are never added to each other. */
export const reach = z.object({
  items: z.array(reachFigure),
  sums: z.array(reachSum),
  /** What was announced of the edition as a whole, among its published figures. */
  announced: z.array(z.object({ value: z.int(), qualifier, source: z.string() })),
});
export type Reach = z.infer<typeof reach>;

export const MAX_REACH_FIGURES = 5_000;
export const MAX_REACH_ROWS = 1_000;
/** Rows of a table that somebody pasted: all of them, or none. */
export const reachImport = z.strictObject({ rows: z.array(newReachFigure).min(1).max(MAX_REACH_ROWS) });
/** Those that stood there already, value and all, are left as they are. */
export const reachImported = z.object({ added: z.int(), unchanged: z.int() });
export type ReachImported = z.infer<typeof reachImported>;
