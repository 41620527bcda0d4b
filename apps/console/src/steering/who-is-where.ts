import type { CountRow, Zone, ZoneStatus } from "@abwab/contract";

export interface PeopleInZone {
  zone: Zone;
  inside: number;
  /** How many more or fewer than some minutes ago; undefined where that is not known. */
  trend: number | undefined;
  status: ZoneStatus;
}

/**
 * Zones by the people in them, most first. One that counts no exits stands apart: how many are in it is not known, and
 * is never said to be none.
 *
 * @param earlier rows of some minutes ago
 */
export function whoIsWhere(
  zones: readonly Zone[],
  now: readonly CountRow[],
  earlier: readonly CountRow[],
): { counted: PeopleInZone[]; notCounted: Zone[]; inSpaces: number } {
  const rows = new Map(now.map((row) => [row.zone, row]));
  const before = new Map(earlier.map((row) => [row.zone, row.inside]));
  const counted = zones.flatMap((zone): PeopleInZone[] => {
    const row = rows.get(zone.code);
    if (row === undefined || row.inside === null) return [];
    const then = before.get(zone.code) ?? null;
    const trend = then === null ? undefined : row.inside - then;
    return [{ zone, inside: row.inside, trend, status: row.status }];
  });
  const known = new Set(counted.map(({ zone }) => zone.code));
  // Whoever is in a pavilion is on the site as well: the two are never added.
  const spaces = counted.filter(({ zone }) => zone.kind !== "site");
  return {
    counted: counted.toSorted((a, b) => b.inside - a.inside),
    notCounted: zones.filter(({ code }) => rows.has(code) && !known.has(code)),
    inSpaces: spaces.reduce((sum, { inside }) => sum + Math.max(0, inside), 0),
  };
}
