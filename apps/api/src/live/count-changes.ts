import type { CountRow, CountSnapshot, CountTick } from "@abwab/contract";

/** The tick that takes a screen from `before` to `after`: only rows that changed; all of them on another day. */
export function changesBetween(before: CountSnapshot, after: CountSnapshot): CountTick {
  if (before.day !== after.day) return after;
  const known = new Map(before.zones.map((row) => [row.zone, row]));
  return { ...after, zones: after.zones.filter((row) => !isSameRow(known.get(row.zone), row)) };
}

/** Whether a tick says nothing that the screen does not show already. */
export function isEmptyTick(before: CountSnapshot, tick: CountTick): boolean {
  return tick.version === before.version && tick.day === before.day && tick.zones.length === 0;
}

function isSameRow(a: CountRow | undefined, b: CountRow): boolean {
  return (
    a !== undefined &&
    a.enteredToday === b.enteredToday &&
    a.exitedToday === b.exitedToday &&
    a.enteredEdition === b.enteredEdition &&
    a.inside === b.inside &&
    a.perMinute === b.perMinute &&
    a.status === b.status &&
    a.flags.length === b.flags.length &&
    a.flags.every((flag, index) => flag === b.flags[index])
  );
}
