import { z } from "zod";
import { organisationType } from "./organisations.ts";
import { pageQuery, shortText, uuid } from "./primitives.ts";

/** Largest file of an import. */
export const MAX_IMPORT_BYTES = 25 * 1024 * 1024;
export const MAX_IMPORT_ROWS = 100_000;

/** What a list holds: organisations, or attendees that become passes. */
export const importSubject = z.enum(["organisations", "attendees"]);
export type ImportSubject = z.infer<typeof importSubject>;

export const importEncoding = z.enum(["utf-8", "utf-16le", "utf-16be", "windows-1256", "windows-1252"]);
export const importSeparator = z.enum([",", ";", "\t", "|"]);

/** What a column of the file becomes. */
export const organisationField = z.enum([
  "ignore",
  "type",
  "kind",
  "nameAr",
  "nameFr",
  "city",
  "province",
  "region",
  "expectedPupils",
  "expectedAdults",
  "contactName",
  "contactPhone",
  "contactEmail",
]);
export const attendeeField = z.enum(["ignore", "reference", "label", "category", "validFrom", "validUntil"]);
export const importField = z.enum([...organisationField.options, ...attendeeField.exclude(["ignore"]).options]);
export type ImportField = z.infer<typeof importField>;

/** How the file is read: guessed first, then as a person corrected it. */
export const importReading = z.strictObject({
  encoding: importEncoding.nullable(),
  separator: importSeparator.nullable(),
  /** Of a workbook. */
  sheet: z.string().max(100).nullable(),
  /** Row of the header, from 0. */
  headerRow: z.int().min(0).max(1000),
  /** One a column. */
  fields: z.array(importField).max(500),
  /** For rows that say none. */
  defaultType: organisationType.nullable(),
});
export type ImportReading = z.infer<typeof importReading>;

export const importState = z.enum(["reading", "preview", "committing", "done", "failed", "undone", "discarded"]);
export type ImportState = z.infer<typeof importState>;

export const rowOutcome = z.enum(["new", "changed", "same", "doubtful", "wrong"]);
export type RowOutcome = z.infer<typeof rowOutcome>;

export const importSummary = z.object({
  id: uuid,
  subject: importSubject,
  fileName: z.string(),
  state: importState,
  /** Rows read and rows there are; the second is null until it is known. */
  progress: z.object({ done: z.int(), total: z.int().nullable() }),
  reading: importReading,
  /** The other sheets of a workbook. */
  sheets: z.array(z.string()),
  /** Titles of the columns, as they stand in the header row. */
  columns: z.array(z.string()),
  /** The first rows as they were read, header included, for a person to see whether the guess was right. */
  sample: z.array(z.array(z.string())),
  /** Whether a mapping of an earlier file with the same columns was used. */
  remembered: z.boolean(),
  outcomes: z.record(rowOutcome, z.int()),
  /** What went wrong with the whole file, as a code with words on screen. */
  fault: z.string().nullable(),
  createdAt: z.string(),
  createdBy: z.string().nullable(),
});
export type ImportSummary = z.infer<typeof importSummary>;

export const rowProblem = z.object({ field: importField.nullable(), code: z.string(), value: z.string().nullable() });
export const importRow = z.object({
  /** As in the file, from 1. */
  row: z.int(),
  outcome: rowOutcome,
  /** What the row becomes, field by field. */
  values: z.partialRecord(importField, z.string()),
  /** The organisation it changes, or may be the same as. */
  match: z.object({ id: uuid, name: z.string(), likeness: z.number() }).nullable(),
  /** Fields that differ from it. */
  changes: z.array(importField),
  problems: z.array(rowProblem),
  /** What a person decided for a doubtful row. */
  decision: z.enum(["new", "same", "skip"]).nullable(),
});
export type ImportRow = z.infer<typeof importRow>;

export const importRowsQuery = pageQuery.extend({ outcome: rowOutcome.optional() });
export const importDecisions = z.strictObject({
  decisions: z
    .array(z.strictObject({ row: z.int(), decision: z.enum(["new", "same", "skip"]) }))
    .min(1)
    .max(1000),
});
/** The file itself is the body, as `application/octet-stream`. */
export const newImportQuery = z.strictObject({
  subject: importSubject.default("organisations"),
  fileName: shortText,
});
export type NewImportQuery = z.infer<typeof newImportQuery>;

/** In which language the reasons stand. */
export const wrongRowsQuery = z.strictObject({ locale: z.enum(["ar", "fr", "en"]).default("ar") });

export const importMapping = z.object({
  id: uuid,
  subject: importSubject,
  titles: z.array(z.string()),
  fields: z.array(importField),
  usedAt: z.string(),
});
export type ImportMapping = z.infer<typeof importMapping>;
