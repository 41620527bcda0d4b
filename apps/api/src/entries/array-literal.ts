// PostgreSQL array literals, built by hand: the driver's own conversion of arrays costs more than the insert.

/** For numbers, uuids, dates, hex digits and words of our own: nothing in them needs a quote. */
export function plainArray(values: readonly (string | number | boolean | null)[]): string {
  return `{${values.map((value) => (value === null ? "NULL" : value)).join(",")}}`;
}

/** For any text. */
export function textArray(values: readonly (string | null)[]): string {
  return `{${values.map((value) => (value === null ? "NULL" : `"${value.replaceAll(/["\\]/g, String.raw`\$&`)}"`)).join(",")}}`;
}
