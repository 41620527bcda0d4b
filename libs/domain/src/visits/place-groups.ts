export interface GroupToPlace {
  id: string;
  /** Most people of one visit are a thousand pupils and a thousand adults. */
  pupils: number;
  adults: number;
}

export interface FreeSlot {
  id: string;
  capacity: number;
  /** How many of it are taken already. */
  booked: number;
}

export type NotPlaced = "nobody_expected" | "larger_than_any_slot" | "no_free_slot";

export interface PlacedGroups {
  placed: { group: string; slot: string }[];
  left: { group: string; reason: NotPlaced }[];
}

/** Most pupils, and most adults, that one pass may bring. */
export const MOST_OF_A_GROUP = 1000;

/**
 * Puts groups on slots by first fit: each, in the order in which they are given, on the first slot that still has room
 * for all of it. A group is never parted.
 *
 * @param slots in the order in which they are filled
 */
export function placeGroups(groups: readonly GroupToPlace[], slots: readonly FreeSlot[]): PlacedGroups {
  const free = slots.map(({ id, capacity, booked }) => ({ id, room: capacity - booked }));
  const largest = slots.reduce((most, { capacity }) => Math.max(most, capacity), 0);
  const result: PlacedGroups = { placed: [], left: [] };
  for (const { id: group, pupils, adults } of groups) {
    const people = pupils + adults;
    const slot = free.find(({ room }) => room >= people);
    if (people === 0) result.left.push({ group, reason: "nobody_expected" });
    else if (people > largest || Math.max(pupils, adults) > MOST_OF_A_GROUP) {
      result.left.push({ group, reason: "larger_than_any_slot" });
    } else if (slot === undefined) result.left.push({ group, reason: "no_free_slot" });
    else {
      slot.room -= people;
      result.placed.push({ group, slot: slot.id });
    }
  }
  return result;
}
