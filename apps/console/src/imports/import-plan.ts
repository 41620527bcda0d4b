import type { ImportSummary } from "@abwab/contract";

/** What confirming an import does, in numbers of rows. */
export interface ImportPlan {
  added: number;
  changed: number;
  same: number;
  /** Doubtful rows left out, by a decision or without one. */
  leftOut: number;
  wrong: number;
  /** Doubtful rows that nobody has decided. */
  undecided: number;
}

export function planOf({ outcomes, decisions }: Pick<ImportSummary, "outcomes" | "decisions">): ImportPlan {
  const undecided = outcomes.doubtful - decisions.new - decisions.same - decisions.skip;
  return {
    added: outcomes.new + decisions.new,
    changed: outcomes.changed + decisions.same,
    same: outcomes.same,
    leftOut: undecided + decisions.skip,
    wrong: outcomes.wrong,
    undecided,
  };
}
