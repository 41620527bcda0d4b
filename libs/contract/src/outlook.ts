import { dayMethods, editionMethods } from "@abwab/domain";
import { z } from "zod";
import { publishedFigure } from "./editions.ts";
import { localDate, names, slug } from "./primitives.ts";

/** Mean error as a share of the day's total, measured at this part of the day: on made days and on replayed ones. */
const measuredError = z.object({ made: z.number(), replayed: z.number() });

/** Visits; four outcomes of five are meant to lie between `low` and `high`. */
const estimate = z.object({ counted: z.int(), expected: z.int(), low: z.int(), high: z.int() });

export const dayOutlook = estimate.extend({
  method: z.enum(dayMethods),
  /** Beside that of "the same share of the day as yesterday"; null of a day that is over. */
  error: z.object({ method: measuredError, baseline: measuredError }).nullable(),
});
export type DayOutlook = z.infer<typeof dayOutlook>;

export const editionOutlook = estimate.extend({ method: z.enum(editionMethods) });
export type EditionOutlook = z.infer<typeof editionOutlook>;

/** A day whose curve stands beside the shown one's. */
const comparedDay = z.object({ date: localDate, visits: z.int() });
const comparedElsewhere = comparedDay.extend({ edition: slug, names });

/** Visits added up until `at`, each day at the same place within its opening hours. */
export const outlookStep = z.object({
  at: z.string(),
  /** null where `at` is still to come. */
  counted: z.int().nullable(),
  yesterday: z.int().nullable(),
  /** The mean of the edition's earlier days, from the second on. */
  typical: z.int().nullable(),
  earlier: z.int().nullable(),
  /** Of what is still to come. */
  expected: z.int().nullable(),
  low: z.int().nullable(),
  high: z.int().nullable(),
});
export type OutlookStep = z.infer<typeof outlookStep>;

/** The highest comparable figure that was published of an earlier edition. */
export const outlookRecord = publishedFigure.extend({
  edition: slug,
  names,
  /** How many visits are still missing; 0 once it is passed. */
  missing: z.int(),
  passedAt: z.string().nullable(),
  /** When it is passed if the rest comes as forecast; null where it isn't, or has been. */
  expectedAt: z.string().nullable(),
});
export type OutlookRecord = z.infer<typeof outlookRecord>;

export const milestone = z.object({ visits: z.int(), passedAt: z.string() });
export type Milestone = z.infer<typeof milestone>;

export const outlook = z.object({
  edition: slug,
  version: z.int(),
  asOf: z.string(),
  day: localDate,
  /** The day that the live figures speak of. */
  currentDay: localDate,
  state: z.enum(["before", "running", "over"]),
  opensAt: z.string(),
  closesAt: z.string(),
  stepMinutes: z.int(),
  steps: z.array(outlookStep),
  yesterday: comparedDay.nullable(),
  /** The day with the same number of the latest edition before this one that counted anything. */
  earlier: comparedElsewhere.nullable(),
  /** null while nothing can be said. */
  forecast: z.object({ day: dayOutlook.nullable(), edition: editionOutlook.nullable() }),
  /** null where no comparable figure of an earlier edition was entered. */
  record: outlookRecord.nullable(),
  milestones: z.object({
    passed: z.array(milestone),
    next: z.object({ visits: z.int(), expectedAt: z.string().nullable() }),
  }),
});
export type Outlook = z.infer<typeof outlook>;

export const outlookQuery = z.strictObject({ day: localDate.optional() });
export type OutlookQuery = z.infer<typeof outlookQuery>;
