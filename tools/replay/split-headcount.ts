import { partySize } from "../virtual-kiosk/party-size.ts";

/** Parties that add up to exactly `headcount` people, in the order they come. */
export function splitHeadcount(headcount: number, random: () => number): number[] {
  const parties: number[] = [];
  for (let left = headcount; left > 0;) {
    const size = Math.min(left, partySize(random));
    parties.push(size);
    left -= size;
  }
  return parties;
}
