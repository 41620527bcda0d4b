import type { HoldSite, SiteHold, ZoneKind } from "@abwab/contract";
import type { HeldState, ZoneState } from "./site-hold.repository.ts";

export interface StateChange {
  zone: string;
  from: HeldState;
  to: HeldState;
}

interface Holding {
  /** What is held already. */
  standing: SiteHold | undefined;
  /** Of a new hold. */
  id: string;
  at: string;
  by: string;
}

/**
 * The hold that stands after a request for one, and what it changes. A closed zone lets nobody in already and stays
 * closed, with the message of the hold. What a zone was before its first hold is never forgotten over a later one.
 */
export function holdZones(
  zones: readonly ZoneState[],
  { kinds, message }: HoldSite,
  { standing, id, at, by }: Holding,
): { hold: SiteHold; changed: StateChange[] } {
  const said = message ?? standing?.message ?? null;
  const held = new Map(standing?.zones.map((each) => [each.zone, each]));
  const changed: StateChange[] = [];
  for (const { code, kind, status, message: own } of zones) {
    if (kinds !== null && !kinds.some((each) => each === kind)) continue;
    const from: HeldState = { status, message: own };
    const known = held.get(code);
    // One that somebody closed during the hold is left to them.
    if (known !== undefined && status !== "open") continue;
    const to = known?.during ?? duringHold(from, said);
    held.set(code, { zone: code, before: known?.before ?? from, during: to });
    if (from.status !== to.status || from.message !== to.message) changed.push({ zone: code, from, to });
  }
  const zonesHeld = [...held.values()];
  if (standing === undefined)
    return { hold: { id, kinds, message: said, heldAt: at, heldBy: by, zones: zonesHeld }, changed };
  return { hold: { ...standing, kinds: bothKinds(standing.kinds, kinds), zones: zonesHeld }, changed };
}

function duringHold({ status, message }: HeldState, said: string | null): HeldState {
  return status === "closed" ? { status, message: said ?? message } : { status: "hold", message: said };
}

/** null: every kind. */
function bothKinds(a: ZoneKind[] | null, b: ZoneKind[] | null): ZoneKind[] | null {
  return a === null || b === null ? null : [...new Set([...a, ...b])];
}
