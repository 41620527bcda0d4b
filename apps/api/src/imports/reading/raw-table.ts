import type { ImportReading } from "@abwab/contract";

/** How a person corrected the reading of a file; what is left out is guessed. */
export type ReadingCorrection = { readonly [Name in keyof ImportReading]?: ImportReading[Name] | undefined };

/** A file as rows of cells: each cell as it stands, nothing tidied yet. */
export interface RawTable {
  encoding: ImportReading["encoding"];
  separator: ImportReading["separator"];
  sheet: ImportReading["sheet"];
  /** All sheets of a workbook; empty for text. */
  sheets: string[];
  /** Rows may differ in length. */
  rows: string[][];
}
