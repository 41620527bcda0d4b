import { type ImportReading, importSeparator, MAX_IMPORT_ROWS } from "@abwab/contract";
import { CsvError, parse } from "csv-parse/sync";
import { ListFault } from "./list-fault.ts";

export type Separator = NonNullable<ImportReading["separator"]>;

/** What Excel writes in front, and reads: `sep=;`. */
const SAID = /^\ufeff?sep=([,;|\t])\r?\n/i;
const LOOKED_AT = 64 * 1024;
const LOOKED_AT_ROWS = 300;
/** Title blocks, blank and repeated rows are rows too. */
const MOST_ROWS = MAX_IMPORT_ROWS + 10_000;

/** The separator that cuts the first rows into the most equal parts. */
export function guessSeparator(text: string): Separator {
  const said = SAID.exec(text)?.[1];
  if (said !== undefined) return importSeparator.parse(said);
  const start = text.slice(0, LOOKED_AT);
  const whole = start.length < text.length ? start.slice(0, start.lastIndexOf("\n") + 1) || start : start;
  const scores = importSeparator.options.map((separator) => ({ separator, score: evenness(whole, separator) }));
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score > 0 ? best.separator : ";";
}

/**
 * The rows of a text, each cell as it stands. Where a quotation mark is never closed, quotation marks are taken for
 * letters: an office has typed them.
 */
export function readSeparated(text: string, separator: Separator, most = MOST_ROWS): string[][] {
  try {
    return cut(text, separator, '"', most);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return cut(text, separator, null, most);
  }
}

function cut(text: string, separator: Separator, quote: '"' | null, most: number): string[][] {
  const rows = parse(text, {
    delimiter: separator,
    quote,
    relax_column_count: true,
    // A mark within a cell that doesn't begin with one is a letter.
    relax_quotes: true,
    record_delimiter: ["\r\n", "\n", "\r"],
    skip_empty_lines: false,
    to: most + 1,
  });
  if (rows.length > most) throw new ListFault("too_many_rows", `More than ${most} rows.`);
  return rows;
}

/** How many columns most rows have, weighed by how many rows have them; 0 where there is but one. */
function evenness(text: string, separator: Separator): number {
  const rows = firstRows(text, separator).filter((row) => row.some((cell) => cell.trim() !== ""));
  const widths = Map.groupBy(rows, (row) => row.length);
  let best = 0;
  for (const [width, alike] of widths) {
    if (width > 1) best = Math.max(best, (alike.length / rows.length) ** 2 * Math.min(width, 10));
  }
  return best;
}

function firstRows(text: string, separator: Separator): string[][] {
  const lines = text.split(/\r\n|\n|\r/, LOOKED_AT_ROWS).join("\n");
  return readSeparated(lines, separator);
}
