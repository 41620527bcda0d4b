/** Whether an alert rings, is over, or neither: what rings goes on and what doesn't stays silent. */
export type AlertStanding = "on" | "between" | "off";

/** How far from the threshold a figure that moves about has to be before the alert is over. */
const WAY_BACK = 0.05;

/** On from the threshold upwards; over only well below it, so that a figure that trembles there rings once. */
export function standingAbove(measured: number, threshold: number): AlertStanding {
  if (measured >= threshold) return "on";
  return measured > threshold * (1 - WAY_BACK) ? "between" : "off";
}

/** On from the threshold downwards. */
export function standingBelow(measured: number, threshold: number): AlertStanding {
  if (measured <= threshold) return "on";
  return measured < threshold * (1 + WAY_BACK) ? "between" : "off";
}

/** Of what is counted one by one: on from the threshold upwards, else over. */
export const standingFrom = (count: number, threshold: number): AlertStanding => (count >= threshold ? "on" : "off");

/** Of a pace as a multiple of the usual one: unusual when it is so many times as high, or as low. */
export function standingOfPace(times: number, threshold: number): AlertStanding {
  return times >= 1 ? standingAbove(times, threshold) : standingBelow(times, 1 / threshold);
}
