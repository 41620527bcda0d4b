import type { CountSnapshot, CountTick } from "@abwab/contract";

/**
 * The snapshot after a tick. Rows carry state, not increments, so a tick that comes twice or late does no harm: a
 * lower version is dropped, at an equal one the later `asOf` stands (C3).
 */
export function applyTick(snapshot: CountSnapshot, tick: CountTick): CountSnapshot {
  if (tick.edition !== snapshot.edition) return snapshot;
  if (tick.version < snapshot.version) return snapshot;
  if (tick.version === snapshot.version && Date.parse(tick.asOf) < Date.parse(snapshot.asOf)) return snapshot;
  // "Today" is another day: the rows of yesterday say nothing about it.
  if (tick.day !== snapshot.day) return tick;
  const changed = new Map(tick.zones.map((row) => [row.zone, row]));
  const kept = snapshot.zones.map((row) => {
    const next = changed.get(row.zone) ?? row;
    changed.delete(row.zone);
    return next;
  });
  return { ...tick, zones: [...kept, ...changed.values()] };
}
