import { MAX_IMPORT_ROWS } from "@abwab/contract";
import { ListFault } from "./list-fault.ts";
import { foldTitle } from "./title-fields.ts";
import { tidyCell } from "./tidy-cell.ts";

export interface DataRow {
  /** As in the file, from 1. */
  number: number;
  cells: readonly string[];
}

const TOTAL = /^(?:grand |sous )?(?:total|totaux|somme|مجموع|اجمالي|جمع)(?: |$)/u;
const LETTERS = /\p{L}{2}/u;
/** A signature or a remark below a table fills one cell, where the rows of the table fill many. */
const NARROW = 3;

/** The rows below the header that say something: no blank ones, no totals, no header again, no remark at the end. */
export function dataRows(rows: readonly (readonly string[])[], headerRow: number): DataRow[] {
  const header = headerRow < 0 ? undefined : keyOf(rows[headerRow] ?? []);
  const found: DataRow[] = [];
  let isAfterGap = false;
  for (const [index, cells] of rows.entries()) {
    if (index <= headerRow) continue;
    const filled = cells.map(tidyCell).filter((cell) => cell !== "");
    if (filled.length === 0) {
      isAfterGap = true;
      continue;
    }
    if (isTotal(filled) || keyOf(cells) === header || (isAfterGap && isRemark(filled, found))) continue;
    isAfterGap = false;
    found.push({ number: index + 1, cells });
    if (found.length > MAX_IMPORT_ROWS) throw new ListFault("too_many_rows", `More than ${MAX_IMPORT_ROWS} rows.`);
  }
  return found;
}

/** Says "total" and for the rest brings numbers. */
function isTotal(filled: readonly string[]): boolean {
  const texts = filled.filter((cell) => LETTERS.test(cell));
  return (
    texts.length === 1 &&
    TOTAL.test(foldTitle(texts[0] ?? "")) &&
    (filled.length > 1 || /^\P{N}*$/u.test(filled[0] ?? ""))
  );
}

function isRemark(filled: readonly string[], found: readonly DataRow[]): boolean {
  const last = found.at(-1);
  return (
    filled.length === 1 && last !== undefined && last.cells.filter((cell) => tidyCell(cell) !== "").length >= NARROW
  );
}

const keyOf = (cells: readonly string[]): string => cells.map(tidyCell).join("\t").trimEnd();
