/**
 * Which passes a zone asks for.
 * - `count`: none; everyone is counted, but a pass that is shown must be good: a false, revoked or expired one is refused
 * - `once`: each pass comes in once in the edition
 * - `daily`: each pass comes in once a day
 * - `in_out`: a pass that is inside leaves before it comes in again
 * - `unlimited`: as often as it likes; distinct passes are counted
 */
export const admissionModes = ["count", "once", "daily", "in_out", "unlimited"] as const;
export type AdmissionMode = (typeof admissionModes)[number];

/** What happens at a zone that has reached its capacity. */
export const capacityRules = ["count_on", "warn", "refuse"] as const;
export type CapacityRule = (typeof capacityRules)[number];

/** All of a zone that a decision depends on. */
export interface AdmissionPolicy {
  zone: string;
  status: "open" | "hold" | "closed";
  mode: AdmissionMode;
  /** Categories that may come in; null for all. */
  categories: readonly string[] | null;
  /** Local hours `HH:MM` of every day, from inclusive, to exclusive; over midnight where `to` is not after `from`. */
  hours: { from: string; to: string } | null;
  capacity: number | null;
  overCapacity: CapacityRule;
  /** Being seen here is a risk: whatever pass is shown is neither looked at nor kept (A4). */
  anonymousOnly: boolean;
}
