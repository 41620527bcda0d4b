/**
 * Why someone may come in, may not, or can't be judged. A closed list: staff see each in their language, integrators
 * branch on it. docs/admission.md sets it beside the reasons that other systems use.
 */
export const verdictReasons = [
  // Admitted.
  "ok",
  /** Admitted though the zone is full: its policy warns and goes on. */
  "over_capacity",
  // Not admitted, whatever is shown.
  "zone_closed",
  "zone_on_hold",
  "zone_full",
  "outside_hours",
  /** By the category of the pass, or without one by the category that was named. */
  "category_not_allowed",
  // Not admitted for what was shown, or not.
  "pass_required",
  "unknown_pass",
  "revoked_pass",
  "not_yet_valid",
  "expired_pass",
  "zone_not_allowed",
  "already_used",
  "already_used_today",
  "already_inside",
  "group_complete",
  // Can't be known here and now (A2): neither yes nor no.
  "cannot_check",
] as const;
export type VerdictReason = (typeof verdictReasons)[number];
