/** One thing that a change touched, by its path: `names.fr`. */
export interface FieldChange {
  readonly path: string;
  /** undefined where there was none. */
  readonly before: unknown;
  readonly after: unknown;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isPlain = (value: unknown) => typeof value !== "object" || value === null;

/** Every plain value in `value` by its path; a list of plain values is one. */
function* leavesOf(value: unknown, path: string): Generator<readonly [string, unknown]> {
  const below = (key: string) => (path === "" ? key : `${path}.${key}`);
  if (Array.isArray(value) && !value.every(isPlain)) {
    for (const [index, each] of value.entries()) yield* leavesOf(each, below(String(index + 1)));
  } else if (isRecord(value)) {
    for (const [key, each] of Object.entries(value)) yield* leavesOf(each, below(key));
  } else if (path !== "") {
    yield [path, value];
  }
}

/** What differs between before and after, in the order in which it stands there. */
export function fieldChanges(before: unknown, after: unknown): FieldChange[] {
  const [then, now] = [new Map(leavesOf(before, "")), new Map(leavesOf(after, ""))];
  return [...new Set([...then.keys(), ...now.keys()])]
    .map((path) => ({ path, before: then.get(path), after: now.get(path) }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
}
