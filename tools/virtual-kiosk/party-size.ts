export const largestParty = 60;

/**
 * How many people go through a gate together: half of the parties are one or two people, most others are families,
 * and one in nine is a group with its guide or teacher. Nearly seven on average.
 */
export function partySize(random: () => number): number {
  const kind = random();
  if (kind < 0.5) return within(random, 1, 2);
  if (kind < 0.89) return within(random, 3, 7);
  return within(random, 15, largestParty);
}

function within(random: () => number, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1));
}
