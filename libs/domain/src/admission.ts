/** What a zone is doing. */
export type ZoneState = "open" | "hold" | "closed";

export interface Decision {
  admit: boolean;
  /** A word of a closed list. */
  reason: "ok" | "zone_on_hold" | "zone_closed" | "unknown_pass";
}

/**
 * Decides on a person who asks to come in, before they cross (A1). Going out is never refused.
 *
 * @param ask `pass` is true when a pass was shown: none has been issued yet, so none is known
 */
export function decide(ask: { direction: "in" | "out"; pass: boolean }, zone: ZoneState): Decision {
  if (ask.direction === "out") return { admit: true, reason: "ok" };
  if (zone === "closed") return { admit: false, reason: "zone_closed" };
  if (zone === "hold") return { admit: false, reason: "zone_on_hold" };
  if (ask.pass) return { admit: false, reason: "unknown_pass" };
  return { admit: true, reason: "ok" };
}
