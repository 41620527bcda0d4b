import type { CountRow, Zone } from "@abwab/contract";

/** Share of the capacity that is inside; undefined where either is unknown. */
export function fullness(zone: Zone, row: CountRow | undefined): number | undefined {
  if (zone.capacity === null || row === undefined || row.inside === null) return undefined;
  return row.inside / zone.capacity;
}

/** Persons a square metre; undefined where the area or who is inside is unknown. */
export function density(zone: Zone, row: CountRow | undefined): number | undefined {
  if (zone.areaM2 === null || row === undefined || row.inside === null) return undefined;
  return row.inside / zone.areaM2;
}

/** Where standing close is part of it, so that persons a square metre say more than a share of the capacity. */
export const showsDensity = ({ kind }: Zone): boolean => kind === "arena" || kind === "children";
