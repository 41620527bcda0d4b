// Bits of the ledger's flags that are no flags of the contract: what a later delivery needs to answer alike (E2).

/** A pass was shown at a zone that keeps none, and dropped (A4). */
export const PASS_DROPPED = 128;
/** It was asked for before the crossing, and admitted. */
export const ASKED = 256;
/** The verdict on the ask was `over_capacity`, not `ok`. */
export const ADMITTED_OVER_CAPACITY = 512;

// How many of a group had come in before, one more in the bits from here on; nothing there for all others.
const ARRIVED_FROM = 2 ** 12;
const MOST_ARRIVED = 2 ** 18 - 2;

/** The bits for so many of a group that had come in before; undefined for what was no ask with a group's pass. */
export function arrivedBits(groupArrived: number | undefined): number {
  return groupArrived === undefined ? 0 : (Math.min(groupArrived, MOST_ARRIVED) + 1) * ARRIVED_FROM;
}

/** What `arrivedBits` was given. */
export function groupArrivedOf(flags: number): number | undefined {
  const bits = Math.floor(flags / ARRIVED_FROM);
  return bits === 0 ? undefined : bits - 1;
}
