/** What stands in the place of what was erased. */
const ERASED = "[erased]";

/** The same, with each of these values out of every text in it. */
export function withoutValues<Value>(given: Value, values: readonly string[]): Value {
  return clear(
    given,
    values.toSorted((a, b) => b.length - a.length),
  ) as Value;
}

function clear(value: unknown, values: readonly string[]): unknown {
  if (typeof value === "string") return values.reduce((text, each) => text.replaceAll(each, ERASED), value);
  if (Array.isArray(value)) return value.map((each) => clear(each, values));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, clear(each, values)]));
}
