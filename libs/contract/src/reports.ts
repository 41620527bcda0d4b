import { z } from "zod";
import { documentLocale } from "./passes.ts";
import { localDate } from "./primitives.ts";

export const reportQuery = z.strictObject({
  locale: documentLocale.default("ar"),
  /**
   * Whether what came since a day was settled stands beside its figures. Left out, the report of a settled day is the
   * same file each time it is asked for.
   */
  since: z.enum(["shown", "left_out"]).default("shown"),
});
export type ReportQuery = z.infer<typeof reportQuery>;

/** Which report, of what. */
export const wantedReport = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("day"), date: localDate }),
  z.strictObject({ kind: z.literal("edition") }),
]);
export type WantedReport = z.infer<typeof wantedReport>;
export type ReportKind = WantedReport["kind"];
