import type { AdmissionHistory } from "./history.ts";
import type { AdmissionPolicy } from "./policy.ts";
import type { VerdictReason } from "./reasons.ts";
import type { ShownPass } from "./shown-pass.ts";

/** The crossing in question. */
export interface Attempt {
  /** ms since the epoch. */
  at: number;
  /** The edition's local day, `YYYY-MM-DD`, and hour, `HH:MM`, of `at`. */
  day: string;
  hour: string;
  direction: "in" | "out";
  headcount: number;
  category: string;
}

export interface Decision {
  /** `unknown` is neither yes nor no (A2): the person at the door decides. */
  outcome: "admit" | "refuse" | "unknown";
  reason: VerdictReason;
  /** Of a group: how many of it may still come in, before this attempt; null for others. */
  groupLeft: number | null;
}

/**
 * Decides on a crossing before it happens (A1): pure, the same on the server and in the kiosk.
 * Going out is never refused.
 */
export function decide(
  pass: ShownPass,
  policy: AdmissionPolicy,
  _history: AdmissionHistory,
  attempt: Attempt,
): Decision {
  const refuse = (reason: VerdictReason): Decision => ({ outcome: "refuse", reason, groupLeft: null });
  if (attempt.direction === "out") return { outcome: "admit", reason: "ok", groupLeft: null };
  if (policy.status === "closed") return refuse("zone_closed");
  if (policy.status === "hold") return refuse("zone_on_hold");
  if (!policy.anonymousOnly && pass.state === "unknown") return refuse("unknown_pass");
  return { outcome: "admit", reason: "ok", groupLeft: null };
}
