import { z } from "zod";
import { category } from "./editions.ts";
import { documentLocale } from "./passes.ts";
import { code, localDate, page, uuid } from "./primitives.ts";

/** Days for which a file is kept, and how many a person or token may have at a time. */
export const EXPORT_KEPT_DAYS = 7;
export const MAX_EXPORTS_KEPT = 20;
/** Rows of a sheet of a workbook, the headings aside; Excel takes 1,048,576 in all. */
export const MAX_SHEET_ROWS = 1_000_000;

export const exportSubject = z.enum(["ledger", "counts"]);
export type ExportSubject = z.infer<typeof exportSubject>;
export const exportFormat = z.enum(["csv", "xlsx", "jsonl"]);
export type ExportFormat = z.infer<typeof exportFormat>;
/**
 * What counts are broken down by; hours and quarters of an hour are of the edition's time zone. An organisation is the
 * one whose pass was shown; a place is where somebody said they come from, else where the organisation is from.
 */
export const exportBreakdown = z.enum([
  "zone",
  "day",
  "hour",
  "quarter_hour",
  "category",
  "device",
  "organisation",
  "region",
  "province",
  "city",
]);
export type ExportBreakdown = z.infer<typeof exportBreakdown>;

/** Why a breakdown is not counted, and what to do about it. */
export const breakdownFaults = {
  follows_people:
    "An organisation may be one person: its ways are not shown by device nor by quarter of an hour. Leave one of the two out, or take hours.",
  counts_people_again:
    "Who went into several zones would be counted in each: break it down by zone too, or choose one zone.",
} as const;
export type BreakdownFault = keyof typeof breakdownFaults;

const OF_PEOPLE: readonly ExportBreakdown[] = ["organisation", "region", "province", "city"];
const OF_TRACES: readonly ExportBreakdown[] = ["device", "quarter_hour"];

/** What is wrong with a breakdown of these zones (none for all); undefined where nothing is. */
export function breakdownFault(by: readonly ExportBreakdown[], zones: readonly string[]): BreakdownFault | undefined {
  if (by.includes("organisation") && by.some((each) => OF_TRACES.includes(each))) return "follows_people";
  const isOfPeople = by.some((each) => OF_PEOPLE.includes(each));
  return isOfPeople && !by.includes("zone") && zones.length !== 1 ? "counts_people_again" : undefined;
}

export const newExport = z
  .strictObject({
    what: exportSubject,
    /** Of counts; the columns stand in the order of `exportBreakdown`. */
    by: z.array(exportBreakdown).min(1).max(exportBreakdown.options.length).optional(),
    format: exportFormat,
    /** A text as `.gz`; a workbook is compressed already. */
    gzip: z.boolean().default(false),
    /** Language of the headings; in Arabic and French a CSV is separated by semicolons, in English by commas. */
    locale: documentLocale.default("ar"),
    /** First and last day, both included; without, all. */
    from: localDate.optional(),
    to: localDate.optional(),
    /** Without, all. */
    zones: z.array(code).max(500).default([]),
    categories: z.array(category).max(100).default([]),
    /** Only days that are settled, each as it stood at the version of its latest revision. */
    settled: z.boolean().default(false),
    /** The commit up to which the ledger is read: an earlier export's, to have the same again. The latest without. */
    version: z.int().min(0).optional(),
  })
  .refine(({ what, by }) => (what === "counts") === (by !== undefined), {
    path: ["by"],
    error: "belongs to counts, and counts need it",
  })
  .refine(({ format, gzip }) => format !== "xlsx" || !gzip, {
    path: ["gzip"],
    error: "a workbook is compressed already",
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ["to"],
    error: "must not be before the first day",
  })
  .superRefine(({ by, zones }, context) => {
    const fault = breakdownFault(by ?? [], zones);
    if (fault !== undefined) context.addIssue({ code: "custom", path: ["by"], message: breakdownFaults[fault] });
  });
export type NewExport = z.infer<typeof newExport>;

export const exportState = z.enum(["waiting", "running", "done", "failed", "cancelled"]);
export type ExportState = z.infer<typeof exportState>;

/** Why none was made: the database has no room left, or something that stands in the service's log. */
export const exportFault = z.enum(["disk_full", "failed"]);
export type ExportFault = z.infer<typeof exportFault>;

export const exportSummary = z.object({
  id: uuid,
  request: newExport,
  state: exportState,
  /** Rows that are written, and how far it has come, from 0 to 1. */
  progress: z.object({ rows: z.int(), share: z.number() }),
  /** How many, of all editions, are made before it; null once it has ended. */
  ahead: z.int().nullable(),
  /** The commit up to which the ledger was read. */
  version: z.int(),
  fileName: z.string(),
  /** Of the file; null until it is done. */
  bytes: z.int().nullable(),
  fault: exportFault.nullable(),
  createdAt: z.string(),
  /** As the audit trail names whoever asked for it. */
  createdBy: z.string(),
  finishedAt: z.string().nullable(),
  /** When it is removed. */
  expiresAt: z.string(),
});
export type ExportSummary = z.infer<typeof exportSummary>;

/** With how many whoever asks has of as many as one may have, over all editions; failed and stopped ones aside. */
export const exportList = page(exportSummary).extend({ quota: z.object({ kept: z.int(), most: z.int() }) });
export type ExportList = z.infer<typeof exportList>;
