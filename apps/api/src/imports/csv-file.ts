const BYTE_ORDER_MARK = "\ufeff";
/** What spreadsheets take for a formula: OWASP, CSV injection. */
const FORMULA = /^[=+\-@\t\r]/;
const PLAIN_NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/;
const PHONE = /^\+\d[\d ().-]*$/;

/**
 * A table as CSV that Excel opens with a double click in Morocco and France: a semicolon between cells, a mark that it
 * is UTF-8. What a spreadsheet would calculate is kept from it by an apostrophe.
 */
export function csvFile(rows: Iterable<readonly string[]>): string {
  const lines: string[] = [];
  for (const row of rows) lines.push(`${row.map(cellOf).join(";")}\r\n`);
  return BYTE_ORDER_MARK + lines.join("");
}

function cellOf(text: string): string {
  const isSafe = !FORMULA.test(text) || PLAIN_NUMBER.test(text) || PHONE.test(text);
  const safe = isSafe ? text : `'${text}`;
  return /[;"\r\n]/.test(safe) || /^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
