import type { CountRow, Zone } from "@abwab/contract";

/** A zone with its share of the capacity, or on hold or closed. */
export interface ZoneRoom {
  readonly zone: Zone;
  readonly row: CountRow;
  /** Persons inside by capacity; 0.5 is half full. */
  readonly share: number;
}

/** From here on a zone is said to be full, or nearly. */
const FULL = 0.85;
/** Up to here visitors are sent to it. */
const ROOM = 0.6;

/**
 * What is full, the fullest first, and what has room, the emptiest first. A zone without a capacity or an inside says
 * nothing of either; one that is on hold or closed is no place to send anybody.
 */
export function fullAndFree(zones: readonly Zone[], rows: readonly CountRow[]): { full: ZoneRoom[]; free: ZoneRoom[] } {
  const byZone = new Map(rows.map((row) => [row.zone, row]));
  const known = zones.flatMap((zone) => {
    const row = byZone.get(zone.code);
    if (zone.kind === "site" || !row || row.inside === null || zone.capacity === null || row.status !== "open")
      return [];
    return [{ zone, row, share: Math.max(0, row.inside) / zone.capacity }];
  });
  return {
    full: known.filter(({ share }) => share >= FULL).toSorted((a, b) => b.share - a.share),
    free: known.filter(({ share }) => share <= ROOM).toSorted((a, b) => a.share - b.share),
  };
}

/** The nth part of a list that is shown in parts, round and round. */
export function partOf<Item>(items: readonly Item[], size: number, turn: number): readonly Item[] {
  const parts = Math.max(1, Math.ceil(items.length / size));
  const start = (turn % parts) * size;
  return items.slice(start, start + size);
}
