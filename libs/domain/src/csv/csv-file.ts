const BYTE_ORDER_MARK = "\ufeff";
/**
 * What a spreadsheet takes for the beginning of a formula (CWE-1236; OWASP, CSV injection), its full-width forms too,
 * and what opens a command in some. To be put between the brackets of a pattern.
 */
export const FORMULA_SIGNS = "-=+@＝＋－＠|%";
const FORMULA = new RegExp(`^[\\s]*[${FORMULA_SIGNS}]|^[\\t\\r]`, "u");
const PLAIN_NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/;
const PHONE = /^\+\d[\d ().-]*$/;

export type CsvCell = string | number | null;

/** What stands between two cells, and between a figure's whole and its fraction: one can't be the other. */
export interface CsvForm {
  separator: ";" | ",";
  decimal: "," | ".";
}
/** As spreadsheets in Morocco and France open a file with a double click. */
const MOROCCAN: CsvForm = { separator: ";", decimal: "," };
const ENGLISH: CsvForm = { separator: ",", decimal: "." };

/** How the spreadsheets of those who read a language expect a file. */
export const csvFormOf = (language: string): CsvForm => (language === "en" ? ENGLISH : MOROCCAN);

/**
 * A table as CSV that a spreadsheet opens with a double click: a mark that it is UTF-8, lines that end as RFC 4180 says.
 * What a spreadsheet would calculate is kept from it by an apostrophe; figures stay figures.
 */
export function csvFile(rows: Iterable<readonly CsvCell[]>, form: CsvForm = MOROCCAN): string {
  const lines: string[] = [];
  for (const row of rows) lines.push(`${row.map((cell) => written(cell, form)).join(form.separator)}\r\n`);
  return BYTE_ORDER_MARK + lines.join("");
}

function written(cell: CsvCell, { separator, decimal }: CsvForm): string {
  if (cell === null) return "";
  const text = typeof cell === "number" ? String(cell).replace(".", decimal) : keptFromFormulas(cell);
  const isQuoted = text.includes(separator) || /["\r\n]/.test(text) || /^\s|\s$/.test(text);
  return isQuoted ? `"${text.replaceAll('"', '""')}"` : text;
}

function keptFromFormulas(text: string): string {
  const isSafe = !FORMULA.test(text) || PLAIN_NUMBER.test(text) || PHONE.test(text);
  return isSafe ? text : `'${text}`;
}
