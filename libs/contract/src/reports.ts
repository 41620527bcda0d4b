import { z } from "zod";
import { documentLocale } from "./passes.ts";
import { category } from "./editions.ts";
import { code, localDate } from "./primitives.ts";

export const reportQuery = z.strictObject({
  locale: documentLocale.default("ar"),
  /**
   * Whether what came since a day was settled stands beside its figures. Left out, the report of a settled day is the
   * same file each time it is asked for.
   */
  since: z.enum(["shown", "left_out"]).default("shown"),
});
export type ReportQuery = z.infer<typeof reportQuery>;

/**
 * `format`: the PDF, or the first of its pages as a picture (PNG) to look at before it is opened.
 */
export const printedReportQuery = reportQuery.extend({ format: z.enum(["pdf", "picture"]).default("pdf") });
export type PrintedReportQuery = z.infer<typeof printedReportQuery>;

/** `day`: the only one whose curve is drawn; without, each day's is. */
export const zoneReportQuery = printedReportQuery.extend({ day: localDate.optional() });

/**
 * `excluded`: categories that are no visitors to the audit, separated by commas; nothing but staff where it is empty.
 * Without it journalists and exhibitors are left out, as the fair-audit bodies ask.
 */
export const auditReportQuery = printedReportQuery.extend({
  excluded: z
    .string()
    .regex(/^([a-z][a-z0-9_]{0,31}(,[a-z][a-z0-9_]{0,31}){0,49})?$/, "must be categories, separated by commas")
    .optional(),
});

/** Which report, of what. */
export const wantedReport = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("day"), date: localDate }),
  z.strictObject({ kind: z.literal("edition") }),
  z.strictObject({ kind: z.literal("zone"), zone: code, day: localDate.optional() }),
  z.strictObject({ kind: z.literal("audit"), excluded: z.array(category).max(50).optional() }),
]);
export type WantedReport = z.infer<typeof wantedReport>;
export type ReportKind = WantedReport["kind"];
