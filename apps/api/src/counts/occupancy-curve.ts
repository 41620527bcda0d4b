import type { AnchorPoint } from "./history.repository.ts";

const MINUTE = 60_000;

/**
 * How many were inside at the end of each bucket (C2): at every moment the latest anchor's figure and what was placed
 * after it.
 *
 * @param ends ends of the buckets, ms since the epoch, ascending, on whole minutes
 * @param anchors ascending; the first may lie before the first bucket
 * @param movements signed headcount by minute, ascending, since the minute of the first anchor or since ever
 */
export function occupancyAt(
  ends: readonly number[],
  anchors: readonly AnchorPoint[],
  movements: readonly { minute: number; moved: number }[],
): number[] {
  let inside = 0;
  let nextMovement = 0;
  let nextAnchor = 0;
  const result: number[] = [];
  for (const end of ends) {
    for (;;) {
      const movement = movements[nextMovement];
      const anchor = anchors[nextAnchor];
      const minute = movement === undefined ? Infinity : movement.minute;
      const anchorMinute = anchor === undefined ? Infinity : Math.floor(anchor.at / MINUTE) * MINUTE;
      if (Math.min(minute, anchorMinute) >= end) break;
      if (anchor !== undefined && anchorMinute <= minute) {
        // Its own minute counts only from the anchor on.
        inside = anchor.inside + anchor.restOfMinute;
        nextAnchor += 1;
        if (minute === anchorMinute && Math.floor((anchors[nextAnchor]?.at ?? Infinity) / MINUTE) * MINUTE !== minute) {
          nextMovement += 1;
        }
      } else if (movement !== undefined) {
        inside += movement.moved;
        nextMovement += 1;
      }
    }
    result.push(inside);
  }
  return result;
}
