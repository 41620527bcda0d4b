import type { ImportField, ImportSubject } from "@abwab/contract";
import { fieldOfAttendeeTitle } from "./attendee-fields.ts";
import { tidyCell } from "./tidy-cell.ts";
import { fieldOfTitle, type TitleGuess } from "./title-fields.ts";

const LOOKED_AT_ROWS = 40;
/** A title of a whole list is longer than one of a column. */
const LONGEST_TITLE = 60;
/** What a title counts that says something else as well: "École Ibn Khaldoun" is none, though it says "école". */
const PARTLY = 0.75;
/** A value, not a title: digits, an address. */
const VALUE = /^[\d\u0660-\u0669\s.,/:+()-]+$|@/u;

/** In which row the header stands, from 0, the lower one where it has two; -1 where there is none. */
export function guessHeaderRow(rows: readonly string[][], subject: ImportSubject): number {
  const width = usualWidth(rows);
  let best = { row: -1, score: 0 };
  for (const [row, cells] of rows.slice(0, LOOKED_AT_ROWS).entries()) {
    const filled = filledCells(cells);
    if (filled.length === 0 || filled.length < Math.min(2, width)) continue;
    if (filled.some((cell) => VALUE.test(cell))) continue;
    const score = scoreOf(titlesAt(rows, row), subject);
    if (score > best.score || (score === best.score && score > 0 && isSecondHeader(rows, row, best.row))) {
      best = { row, score };
    }
  }
  // One title among many cells may be chance.
  if (best.score >= Math.min(2 * PARTLY, width)) return best.row;
  return plainHeader(rows, width);
}

/** The titles of the columns: where the header has two rows, both. */
export function titlesAt(rows: readonly string[][], headerRow: number): string[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const lower = rows[headerRow]?.map(tidyCell) ?? [];
  const upper = upperHeader(rows, headerRow);
  return Array.from({ length: width }, (_, column) => {
    const [above, below] = [upper[column] ?? "", lower[column] ?? ""];
    return above === "" || above === below ? below : `${above} ${below}`.trim();
  });
}

/** The row above, where it is a part of the header: each title spread over what it stands above. */
function upperHeader(rows: readonly string[][], headerRow: number): string[] {
  const upper = rows[headerRow - 1]?.map(tidyCell) ?? [];
  const lower = rows[headerRow]?.map(tidyCell) ?? [];
  const titles = upper.filter((cell) => cell !== "");
  if (titles.length < 2 || titles.some((cell) => VALUE.test(cell) || cell.length > LONGEST_TITLE)) return [];
  const completes = upper.some((cell, column) => cell !== "" && (lower[column] ?? "") === "");
  if (!completes) return [];
  const spread: string[] = [];
  let last = "";
  for (let column = 0; column < Math.max(upper.length, lower.length); column += 1) {
    const above = upper[column] ?? "";
    const below = lower[column] ?? "";
    if (above !== "") last = above;
    spread.push(above !== "" || below !== "" ? last : "");
  }
  return spread;
}

function scoreOf(titles: readonly string[], subject: ImportSubject): number {
  const fields = new Map<ImportField, number>();
  let ignored = 0;
  for (const title of titles) {
    if (title === "" || title.length > LONGEST_TITLE) continue;
    const guess = titleGuess(title, subject);
    if (guess?.field === "ignore") ignored += 1;
    else if (guess !== undefined)
      fields.set(guess.field, Math.max(fields.get(guess.field) ?? 0, guess.exact ? 1 : PARTLY));
  }
  return [...fields.values()].reduce((sum, score) => sum + score, 0) + Math.min(ignored, 3) / 4;
}

function titleGuess(title: string, subject: ImportSubject): TitleGuess | undefined {
  if (subject === "organisations") return fieldOfTitle(title);
  const field = fieldOfAttendeeTitle(title);
  return field && { field, exact: true };
}

/** Whether `row` holds the parts of titles that stand in the row above it, which has scored as much. */
function isSecondHeader(rows: readonly string[][], row: number, above: number): boolean {
  if (above !== row - 1) return false;
  const upper = rows[above]?.map(tidyCell) ?? [];
  const lower = rows[row]?.map(tidyCell) ?? [];
  return lower.every((cell, column) => {
    if (cell === "") return true;
    const isSpan = (upper[column] ?? "") === "" || (upper[column + 1] ?? "") === "";
    return isSpan && upper[column] !== cell;
  });
}

/** No title is known: the first full row, where it holds no values and the rows below do not look like it. */
function plainHeader(rows: readonly string[][], width: number): number {
  const first = rows.findIndex((row) => filledCells(row).length >= Math.max(1, Math.ceil(width / 2)));
  const cells = filledCells(rows[first] ?? []);
  if (first < 0 || cells.length === 0 || cells.some((cell) => VALUE.test(cell))) return -1;
  const isDistinct = new Set(cells).size === cells.length;
  const below = rows.slice(first + 1, first + 20);
  return isDistinct && below.some((row) => row.some((cell) => VALUE.test(tidyCell(cell)))) ? first : -1;
}

const filledCells = (row: readonly string[]): string[] => row.map(tidyCell).filter((cell) => cell !== "");

/** How many cells of a row are filled, in most rows. */
function usualWidth(rows: readonly string[][]): number {
  const widths = rows.slice(0, 500).map((row) => filledCells(row).length);
  const filled = widths.filter((width) => width > 0).toSorted((a, b) => a - b);
  return filled[Math.floor(filled.length / 2)] ?? 0;
}
