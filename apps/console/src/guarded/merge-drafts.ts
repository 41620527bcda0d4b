/** A field that somebody else changed, and what this form makes of it. */
export interface ChangedField {
  field: string;
  before: unknown;
  theirs: unknown;
  mine: unknown;
  /** Whether it was changed here too, to something else. */
  both: boolean;
}

/** What another changed between `base` and `theirs`. */
export function changedFields<Draft extends object>(
  baseDraft: Draft,
  theirDraft: Draft,
  myDraft: Draft,
): ChangedField[] {
  const [base, theirs, mine] = [baseDraft, theirDraft, myDraft].map((draft): Record<string, unknown> =>
    Object.fromEntries(Object.entries(draft)),
  ) as [Record<string, unknown>, Record<string, unknown>, Record<string, unknown>];
  return Object.keys(base)
    .filter((field) => !same(base[field], theirs[field]))
    .map((field) => ({
      field,
      before: base[field],
      theirs: theirs[field],
      mine: mine[field],
      both: !same(mine[field], base[field]) && !same(mine[field], theirs[field]),
    }));
}

/** Theirs where only they changed it, mine where only I did; where both did, as it was chosen. */
export function mergedDraft<Draft extends object>(
  base: Draft,
  theirs: Draft,
  mine: Draft,
  keep: "mine" | "theirs",
): Draft {
  const taken = changedFields(base, theirs, mine).filter(({ both }) => !both || keep === "theirs");
  return { ...mine, ...Object.fromEntries(taken.map(({ field, theirs: value }) => [field, value])) };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
