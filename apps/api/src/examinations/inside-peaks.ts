import type { AnchorPoint } from "../counts/history.repository.ts";
import { occupancyAt } from "../counts/occupancy-curve.ts";
import type { FoundPeak } from "./findings.ts";

const MINUTE = 60_000;

/** Signed headcount of a zone's minute. */
export interface ZoneMinute {
  zone: string;
  /** ms since the epoch. */
  minute: number;
  moved: number;
}

export type ZoneAnchor = AnchorPoint & { zone: string };

/**
 * The most that were inside each zone at the end of any of the day's minutes (C2), the first such minute.
 *
 * @param movements and anchors of the day, ascending; before the first of them nobody is inside
 * @param zones codes of those that count exits: others have no *inside*
 */
export function peaksOf(
  movements: readonly ZoneMinute[],
  anchors: readonly ZoneAnchor[],
  zones: ReadonlySet<string>,
): FoundPeak[] {
  const ownMovements = Map.groupBy(movements, ({ zone }) => zone);
  const ownAnchors = Map.groupBy(anchors, ({ zone }) => zone);
  return [...zones].flatMap((zone) => {
    const moved = ownMovements.get(zone) ?? [];
    const minutes = new Set([
      ...moved.map(({ minute }) => minute),
      ...(ownAnchors.get(zone) ?? []).map(({ at }) => Math.floor(at / MINUTE) * MINUTE),
    ]);
    const ends = [...minutes].toSorted((a, b) => a - b).map((minute) => minute + MINUTE);
    const inside = occupancyAt(ends, ownAnchors.get(zone) ?? [], moved);
    const most = Math.max(0, ...inside);
    const end = ends[inside.indexOf(most)];
    return most === 0 || end === undefined ? [] : [{ zone, at: end, inside: most }];
  });
}
