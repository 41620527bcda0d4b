import type { RawTable, ReadingCorrection } from "./raw-table.ts";
import { guessSeparator, readSeparated } from "./separated-text.ts";
import { decodeText, guessEncoding } from "./text-encoding.ts";

/** A list that is text, cut into rows and cells. */
export function readText(bytes: Uint8Array, correction: ReadingCorrection): RawTable {
  const encoding = correction.encoding ?? guessEncoding(bytes);
  const text = decodeText(bytes, encoding);
  const separator = correction.separator ?? guessSeparator(text);
  return { encoding, separator, sheet: null, sheets: [], rows: readSeparated(text, separator) };
}
