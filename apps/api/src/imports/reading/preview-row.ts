import type { ImportField, RowOutcome, RowProblem } from "@abwab/contract";

export type RowValues = Partial<Record<ImportField, string>>;

/** A row as the preview stores it. */
export interface PreviewRow {
  /** As in the file, from 1. */
  row: number;
  outcome: RowOutcome;
  values: RowValues;
  match: { id: string; name: string; likeness: number } | null;
  changes: ImportField[];
  before: RowValues;
  problems: RowProblem[];
  /** The id that a new organisation gets. */
  target: string | null;
  /** How its name is compared. */
  folded: string | null;
  /** As they stand in the file, where a person has to look at them. */
  cells: string[];
}
