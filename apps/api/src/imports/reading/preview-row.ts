import type { ImportField, RowOutcome, RowProblem } from "@abwab/contract";

export type RowValues = Partial<Record<ImportField, string>>;

/** The organisation that a row is, or may be. */
export interface PreviewMatch {
  id: string;
  name: string;
  likeness: number;
  /** How its names and city are compared now, and once it was changed. */
  folded: { before: string; after: string };
}

/** A row as the preview stores it. */
export interface PreviewRow {
  /** As in the file, from 1. */
  row: number;
  outcome: RowOutcome;
  values: RowValues;
  match: PreviewMatch | null;
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

/** A row of which nothing is to be said yet. */
export const plainRow: Omit<PreviewRow, "row" | "values" | "problems"> = {
  outcome: "new",
  match: null,
  changes: [],
  before: {},
  target: null,
  folded: null,
  cells: [],
};
