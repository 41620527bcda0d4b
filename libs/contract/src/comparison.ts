import { z } from "zod";
import { communiqueFigures, tracedFigure } from "./communique.ts";
import { localDate, names, slug } from "./primitives.ts";

/** Editions that are compared with one at a time. */
export const MOST_COMPARED = 5;

const slugs = z
  .string()
  .transform((text) => [...new Set(text.split(",").filter((part) => part !== ""))])
  .pipe(z.array(slug).max(MOST_COMPARED));
/** `with`: other editions, parted by commas. */
export const comparisonQuery = z.strictObject({ with: slugs.default([]) });
export type ComparisonQuery = z.infer<typeof comparisonQuery>;

export const comparedDay = z.object({
  date: localDate,
  visits: z.int(),
  pavilionVisits: z.int(),
  /** The hour of the clock with the most visits; null where nothing, or no curve, is known. */
  peakHour: z.object({ from: z.string(), visits: z.int() }).nullable(),
  isSettled: z.boolean(),
});
export type ComparedDay = z.infer<typeof comparedDay>;

export const comparedEdition = z.object({
  slug,
  names,
  timeZone: z.string(),
  days: z.array(comparedDay),
  /** By name; the figure that is told first, or none. */
  figures: z.array(z.object({ figure: z.enum(communiqueFigures), told: tracedFigure.nullable() })),
});
export type ComparedEdition = z.infer<typeof comparedEdition>;

/** Why a figure of some editions is not to be set against the others'. */
export const comparisonRemark = z.object({
  figure: z.enum(communiqueFigures),
  reason: z.enum(["not_known", "other_origin", "not_exact", "other_length", "not_final"]),
  /** Those it is about. */
  editions: z.array(slug),
});
export type ComparisonRemark = z.infer<typeof comparisonRemark>;

export const comparison = z.object({ items: z.array(comparedEdition), remarks: z.array(comparisonRemark) });
export type Comparison = z.infer<typeof comparison>;
