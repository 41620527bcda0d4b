const DAY = 24 * 60 * 60 * 1000;
/** Day 0 of each way of counting; Excel's own has a 29 February 1900 that never was, which days after it leave out. */
const FROM_1900 = Date.UTC(1899, 11, 30);
const FROM_1904 = Date.UTC(1904, 0, 1);
const LAST = 2_958_465;

/**
 * A date that a workbook keeps as a number of days: `YYYY-MM-DD`, with `HH:MM` where the number has a fraction; of a
 * bare time of day only that. Undefined for a number that is no date of Excel.
 */
export function serialDate(serial: number, from1904: boolean): string | undefined {
  if (serial < 0 || serial > LAST) return undefined;
  const minutes = Math.round((serial % 1) * 24 * 60);
  const days = Math.floor(serial);
  const text = new Date((from1904 ? FROM_1904 : FROM_1900) + days * DAY + minutes * 60_000).toISOString();
  if (days === 0 && !from1904) return text.slice(11, 16);
  return minutes === 0 ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 16)}`;
}
