import type { Attempt } from "./attempt.ts";
import type { AdmissionHistory } from "./history.ts";
import type { AdmissionPolicy } from "./policy.ts";
import { readHistory } from "./read-history.ts";
import type { VerdictReason } from "./reasons.ts";
import type { PassFacts, ShownPass } from "./shown-pass.ts";

export interface Decision {
  /** `unknown` is neither yes nor no (A2): the person at the door decides. */
  outcome: "admit" | "refuse" | "unknown";
  reason: VerdictReason;
  /**
   * How many of a group may still come in, before this attempt, where the policy sets a limit; told with `ok`,
   * `over_capacity` and `group_complete`, else null.
   */
  groupLeft: number | null;
}

/**
 * Decides on a crossing before it happens (A1): pure, the same on the server and in the kiosk.
 * Going out is never refused. docs/admission.md states the rules in words.
 */
export function decide(
  pass: ShownPass,
  policy: AdmissionPolicy,
  history: AdmissionHistory,
  attempt: Attempt,
): Decision {
  if (attempt.direction === "out") return { outcome: "admit", reason: "ok", groupLeft: null };

  const shut = whyZoneIsShut(policy, history, attempt);
  if (shut !== null) return refused(shut);

  // A4: where being seen is a risk, not even a false pass is looked at, and none can be asked for.
  const shown: ShownPass = policy.anonymousOnly ? { state: "none" } : pass;
  const isPassAsked = policy.mode !== "count" && !policy.anonymousOnly;
  if (shown.state === "unverifiable") return { outcome: "unknown", reason: "cannot_check", groupLeft: null };
  if (shown.state === "unknown") return refused("unknown_pass");
  if (shown.state === "none" && isPassAsked) return refused("pass_required");

  const facts = shown.state === "valid" ? shown.facts : null;
  const unfit = facts && whyPassIsUnfit(facts, policy, attempt);
  if (unfit) return refused(unfit);

  const category = facts?.category ?? attempt.category;
  if (policy.categories !== null && !policy.categories.includes(category)) return refused("category_not_allowed");

  const { used, groupLeft } = readHistory(facts, policy.mode, history.crossings, attempt);
  if (used !== null) return refused(used, groupLeft);
  return { outcome: "admit", reason: isTooFull(policy, history, attempt) ? "over_capacity" : "ok", groupLeft };
}

const refused = (reason: VerdictReason, groupLeft: number | null = null): Decision => ({
  outcome: "refuse",
  reason,
  groupLeft,
});

/** What keeps everyone out, whatever they show. */
function whyZoneIsShut(policy: AdmissionPolicy, history: AdmissionHistory, attempt: Attempt): VerdictReason | null {
  if (policy.status === "closed") return "zone_closed";
  if (policy.status === "hold") return "zone_on_hold";
  if (policy.hours !== null && !isWithinHours(policy.hours, attempt.hour)) return "outside_hours";
  if (policy.overCapacity === "refuse" && isOverCapacity(policy, history, attempt)) return "zone_full";
  return null;
}

function isWithinHours({ from, to }: { from: string; to: string }, hour: string): boolean {
  return to > from ? hour >= from && hour < to : hour >= from || hour < to;
}

const isTooFull = (policy: AdmissionPolicy, history: AdmissionHistory, attempt: Attempt): boolean =>
  policy.overCapacity === "warn" && isOverCapacity(policy, history, attempt);

function isOverCapacity({ capacity }: AdmissionPolicy, { inside }: AdmissionHistory, { headcount }: Attempt): boolean {
  return capacity !== null && inside !== null && inside + headcount > capacity;
}

/** What the pass itself says against it here and now. */
function whyPassIsUnfit(facts: PassFacts, { zone }: AdmissionPolicy, { at }: Attempt): VerdictReason | null {
  if (facts.revoked) return "revoked_pass";
  if (facts.validFrom !== null && at < facts.validFrom) return "not_yet_valid";
  if (facts.validUntil !== null && at >= facts.validUntil) return "expired_pass";
  if (facts.zones !== null && !facts.zones.includes(zone)) return "zone_not_allowed";
  return null;
}
