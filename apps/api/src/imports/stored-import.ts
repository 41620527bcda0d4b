import {
  importFault,
  importReading,
  importState,
  importSubject,
  importSummary,
  type ImportSummary,
  type RowDecision,
  rowOutcome,
} from "@abwab/contract";
import { z } from "zod";

/** What was found in a file, as it lies in the table; the sample goes when the file does. */
export const storedFound = z.object({
  sheets: z.array(z.string()).default([]),
  columns: z.array(z.string()).default([]),
  sample: z.array(z.array(z.string())).default([]),
  remembered: z.boolean().default(false),
  passesCrossed: z.int().nullable().default(null),
  /** What a person said of the reading; the rest was guessed. */
  correction: importReading.partial().default({}),
});
export type StoredFound = z.infer<typeof storedFound>;

/** An import before anything is known of its file. */
export const unread = {
  encoding: null,
  separator: null,
  sheet: null,
  headerRow: 0,
  fields: [],
  defaultType: null,
} satisfies z.infer<typeof importReading>;

export interface StoredImport extends Omit<ImportSummary, "decisions"> {
  editionId: number;
  turn: number;
  cellsForgotten: boolean;
  correction: StoredFound["correction"];
}

/** A row of the table, without the file. */
export interface ImportRecord {
  id: string;
  editionId: number;
  subject: string;
  fileName: string;
  state: string;
  rowsDone: number;
  rowsTotal: number | null;
  reading: unknown;
  found: unknown;
  outcomes: unknown;
  fault: string | null;
  turn: number;
  cellsForgotten: boolean;
  createdAt: Date;
  createdBy: string | null;
}

const counts = z.partialRecord(rowOutcome, z.int());

export function toStored(row: ImportRecord): StoredImport {
  const { correction, ...found } = storedFound.parse(row.found);
  return {
    id: row.id,
    editionId: row.editionId,
    subject: importSubject.parse(row.subject),
    fileName: row.fileName,
    state: importState.parse(row.state),
    progress: { done: row.rowsDone, total: row.rowsTotal },
    reading: importReading.parse(row.reading),
    ...found,
    correction,
    outcomes: { ...noOutcomes, ...counts.parse(row.outcomes) },
    fault: row.fault === null ? null : importFault.parse(row.fault),
    turn: row.turn,
    cellsForgotten: row.cellsForgotten,
    createdAt: row.createdAt.toISOString(),
    createdBy: row.createdBy,
  };
}

export const noOutcomes: ImportSummary["outcomes"] = { new: 0, changed: 0, same: 0, doubtful: 0, wrong: 0 };
export const noDecisions: ImportSummary["decisions"] = { new: 0, same: 0, skip: 0 };

/** The wire's summary, without what only the service needs. */
export const toSummary = (stored: StoredImport, decisions: Partial<Record<RowDecision, number>>): ImportSummary =>
  importSummary.parse({ ...stored, decisions: { ...noDecisions, ...decisions } });
