import { z } from "zod";
import { documentLocale } from "./passes.ts";
import { pageQuery, uuid } from "./primitives.ts";

/** What is listed once it was made. */
export const madeReportKind = z.enum(["day", "edition", "zone", "audit", "communique"]);
export type MadeReportKind = z.infer<typeof madeReportKind>;

/** A report or press release that was made. */
export const madeReport = z.object({
  id: uuid,
  kind: madeReportKind,
  /** Of which day; null where it is of all. */
  day: z.string().nullable(),
  /** Code of the zone that it is of. */
  zone: z.string().nullable(),
  locale: documentLocale,
  madeAt: z.string(),
  /** As the audit trail names whoever asked for it; `system` where a schedule did. */
  madeBy: z.string(),
  /** What the schedule was called that it was made for. */
  schedule: z.string().nullable(),
  /** Whether all its figures were settled. */
  settled: z.boolean(),
  /** The commit version that its figures were read at. */
  version: z.int(),
  fileName: z.string(),
  bytes: z.int(),
  durationMs: z.int(),
  /** Whether it would be the same file again: settled, without what came since, and not settled anew meanwhile. */
  again: z.enum(["same", "anew"]),
});
export type MadeReport = z.infer<typeof madeReport>;

export const madeReportsQuery = pageQuery.extend({
  kind: madeReportKind.optional(),
  locale: documentLocale.optional(),
  /** Those that people asked for, or that schedules made. */
  by: z.enum(["people", "schedules"]).optional(),
});
export type MadeReportsQuery = z.infer<typeof madeReportsQuery>;
