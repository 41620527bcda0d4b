import { CLOCK_TOLERANCE_MS } from "../placement.ts";
import type { Attempt } from "./attempt.ts";
import type { PassCrossing } from "./history.ts";
import type { AdmissionMode } from "./policy.ts";
import type { VerdictReason } from "./reasons.ts";
import type { PassFacts } from "./shown-pass.ts";

export interface Use {
  /** Why its earlier crossings forbid this one; null where they don't. */
  used: VerdictReason | null;
  /** Of a group in a mode with a limit: how many may still come in; null for others. */
  groupLeft: number | null;
}

const free: Use = { used: null, groupLeft: null };

/** What a pass's earlier crossings mean for this attempt, by the zone's mode. */
export function readHistory(
  facts: PassFacts | null,
  mode: AdmissionMode,
  crossings: readonly PassCrossing[],
  attempt: Attempt,
): Use {
  if (facts === null) return free;
  switch (mode) {
    case "count":
    case "unlimited":
      return free;
    case "once":
      return useOf(facts, headcountIn(crossings), attempt, "already_used");
    case "daily": {
      const ofTheDay = crossings.filter(({ day }) => day === attempt.day);
      return useOf(facts, headcountIn(ofTheDay), attempt, "already_used_today");
    }
    case "in_out": {
      // Clocks may differ by so much without being corrected (E6); what is later still had not happened.
      const happened = crossings.filter(({ at }) => at <= attempt.at + CLOCK_TOLERANCE_MS);
      return useOf(facts, insideAfter(happened, facts), attempt, "already_inside");
    }
  }
}

/** @param taken of the pass: how many count against it */
function useOf({ group }: PassFacts, taken: number, { headcount }: Attempt, reason: VerdictReason): Use {
  if (group === null) return { used: taken > 0 ? reason : null, groupLeft: null };
  const groupLeft = Math.max(0, group.pupils + group.adults - taken);
  return { used: headcount > groupLeft ? "group_complete" : null, groupLeft };
}

function headcountIn(crossings: readonly PassCrossing[]): number {
  return crossings.reduce((sum, { direction, headcount }) => (direction === "in" ? sum + headcount : sum), 0);
}

/**
 * How many on the pass are inside: of a group by adding up, of others by the latest crossing, as one who was let out
 * uncounted and came back must not seem to be there twice. Of two crossings at one moment the way out is the later.
 */
function insideAfter(crossings: readonly PassCrossing[], { group }: PassFacts): number {
  const inOrder = crossings.toSorted((a, b) => a.at - b.at || rankOf(a) - rankOf(b));
  if (group === null) return inOrder.at(-1)?.direction === "in" ? 1 : 0;
  return inOrder.reduce(
    (inside, { direction, headcount }) => (direction === "in" ? inside + headcount : Math.max(0, inside - headcount)),
    0,
  );
}

const rankOf = ({ direction }: PassCrossing): number => (direction === "in" ? 0 : 1);
