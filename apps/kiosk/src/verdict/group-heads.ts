import type { PassCrossing, PassFacts } from "@abwab/domain";
import type { Heads } from "./stage.ts";

/** A part of a group that crosses: one entry. */
export interface Part {
  readonly category: string;
  readonly headcount: number;
}

const PUPILS = "pupils";
export const isPupils = (category: string): boolean => category === PUPILS;

/**
 * A group's entries: pupils and adults apart, since every figure is broken down by category. Adults count under the
 * category of the pass, but where that is `pupils` they are its escorts and count as public. The pass decides by its
 * own category in any case, so that both come in on it.
 */
export function partsOf({ pupils, adults }: Heads, category: string): Part[] {
  const parts = [
    { category: PUPILS, headcount: pupils },
    { category: categoryOfAdults(category), headcount: adults },
  ];
  return parts.filter(({ headcount }) => headcount > 0);
}

const categoryOfAdults = (category: string): string => (category === PUPILS ? "public" : category);

/** How many to offer: the planned ones, less who is known to be on this side of the door already. */
export function offeredHeads(
  group: NonNullable<PassFacts["group"]>,
  crossings: readonly (PassCrossing & { category: string })[],
  direction: "in" | "out",
  left: number | null,
): Heads {
  const counted = (ofPupils: boolean) =>
    crossings
      .filter(({ category }) => isPupils(category) === ofPupils)
      .reduce((sum, crossing) => sum + (crossing.direction === "in" ? crossing.headcount : -crossing.headcount), 0);
  const inside = { pupils: Math.max(0, counted(true)), adults: Math.max(0, counted(false)) };
  if (direction === "out") return inside.pupils + inside.adults > 0 ? inside : group;
  const pupils = Math.max(0, group.pupils - inside.pupils);
  const adults = Math.max(0, group.adults - inside.adults);
  if (left === null) return pupils + adults > 0 ? { pupils, adults } : group;
  const adultsLeft = Math.min(adults, left);
  return { pupils: Math.min(pupils, left - adultsLeft), adults: adultsLeft };
}
