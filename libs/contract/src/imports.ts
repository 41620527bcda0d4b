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
export const attendeeField = z.enum(["ignore", "reference", "label", "category", "status", "validFrom", "validUntil"]);
export const importField = z.enum([...organisationField.options, ...attendeeField.exclude(["ignore"]).options]);
export type ImportField = z.infer<typeof importField>;

/** How the file is read: guessed first, then as a person corrected it. */
export const importReading = z.strictObject({
  encoding: importEncoding.nullable(),
  separator: importSeparator.nullable(),
  /** Of a workbook. */
  sheet: z.string().max(100).nullable(),
  /** Row of the header, from 0: the lower one where it has two; -1 where the list has none. */
  headerRow: z.int().min(-1).max(1000),
  /** One a column. */
  fields: z.array(importField).max(500),
  /** For rows that say none. */
  defaultType: organisationType.nullable(),
});
export type ImportReading = z.infer<typeof importReading>;

/** What is wrong with a whole file, or came between its preview and its confirmation. */
export const importFault = z.enum([
  "empty_file",
  "unknown_format",
  "pdf",
  "web_page",
  "old_excel",
  "open_document",
  "password_protected",
  "broken_workbook",
  "unknown_sheet",
  "too_much_inside",
  "too_many_rows",
  "too_many_columns",
  "no_rows",
  "took_too_long",
  // The file is good; the preview was made anew, and is to be looked at again.
  "registry_changed",
  // Passes of attendees that could not be issued.
  "no_signing_key",
  "edition_archived",
  "commit_failed",
]);
export type ImportFault = z.infer<typeof importFault>;

/**
 * What is wrong, or to be looked at, in a row. In a row that isn't `wrong` the value was left out, or a person decides.
 * `value` is what stands in the file; for `repeated_row` and `like_row` the number of the other row.
 */
export const rowProblemCode = z.enum([
  "missing",
  "unknown_value",
  "kind_of_other_type",
  "not_a_number",
  "out_of_range",
  "not_a_phone",
  "not_an_email",
  "not_a_date",
  "in_the_past",
  "not_before_end",
  "too_long",
  "error_in_cell",
  "repeated_row",
  "like_row",
  "like_organisation",
  "other_category",
  "revoked_pass",
  "cancelled",
]);
export type RowProblemCode = z.infer<typeof rowProblemCode>;

export const importState = z.enum(["reading", "preview", "committing", "done", "failed", "undone", "discarded"]);
export type ImportState = z.infer<typeof importState>;

export const rowOutcome = z.enum(["new", "changed", "same", "doubtful", "wrong"]);
export type RowOutcome = z.infer<typeof rowOutcome>;

/** What a person decided for a doubtful row: it is new, it is the organisation it looks like, or it is left out. */
export const rowDecision = z.enum(["new", "same", "skip"]);
export type RowDecision = z.infer<typeof rowDecision>;

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
  /** The first rows of the file as they were read, header included, for a person to see whether the guess was right. */
  sample: z.array(z.array(z.string())),
  /** Whether a mapping of an earlier file with the same columns was used. */
  remembered: z.boolean(),
  outcomes: z.record(rowOutcome, z.int()),
  /** Of the doubtful rows, how many were decided in which way; those without a decision are left out. */
  decisions: z.record(rowDecision, z.int()),
  /** Of attendees, once undone: how many of the passes had been shown at a gate before they were revoked. */
  passesCrossed: z.int().nullable(),
  fault: importFault.nullable(),
  createdAt: z.string(),
  createdBy: z.string().nullable(),
});
export type ImportSummary = z.infer<typeof importSummary>;

export const rowProblem = z.object({
  field: importField.nullable(),
  code: rowProblemCode,
  value: z.string().nullable(),
});
export type RowProblem = z.infer<typeof rowProblem>;
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
  /** What stands there now in the fields that differ. */
  before: z.partialRecord(importField, z.string()),
  problems: z.array(rowProblem),
  decision: rowDecision.nullable(),
});
export type ImportRow = z.infer<typeof importRow>;

export const importRowsQuery = pageQuery.extend({ outcome: rowOutcome.optional() });
/** For single rows, or the same one for all doubtful rows. */
export const importDecisions = z.union([
  z.strictObject({
    decisions: z
      .array(z.strictObject({ row: z.int(), decision: rowDecision }))
      .min(1)
      .max(1000),
  }),
  z.strictObject({ all: rowDecision }),
]);
export type ImportDecisions = z.infer<typeof importDecisions>;
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
