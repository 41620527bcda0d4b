/** What moved at a zone in a time: persons, and the sum of the moments at which they crossed, in seconds since its start. */
export interface Movement {
  readonly entered: number;
  readonly exited: number;
  readonly enteredSeconds: number;
  readonly exitedSeconds: number;
}

export const dwellGaps = ["no_exits", "too_few", "unbalanced"] as const;
/** Why no time of stay is said: exits are not counted, hardly anybody came, or ways in and out do not match. */
export type DwellGap = (typeof dwellGaps)[number];

const FEWEST = 30;
/** Ways out may differ by this share from ways in before the difference, and not the stay, is what is measured. */
const TOLERANCE = 0.05;

/**
 * The mean stay in minutes by Little's law (Little, 1961): the area between the cumulated curves of ways in and out,
 * divided by those who came. It needs nobody to be followed, and supposes that nobody is inside at the start.
 *
 * Of a time that is over the exits are scaled to the entries, so that a few missed ones do not count as staying till the
 * end: the mean moment of leaving less that of coming. While it runs, those still inside count with their stay so far.
 *
 * @param until seconds since the start; null when it is over
 */
export function meanStay(movement: Movement, until: number | null): number | DwellGap {
  const { entered, exited, enteredSeconds, exitedSeconds } = movement;
  if (entered < FEWEST || exited < FEWEST) return "too_few";
  if (exited > entered * (1 + TOLERANCE)) return "unbalanced";
  if (until === null) {
    if (exited < entered * (1 - TOLERANCE)) return "unbalanced";
    return positive(exitedSeconds / exited - enteredSeconds / entered);
  }
  const area = entered * until - enteredSeconds - (exited * until - exitedSeconds);
  return positive(area / entered);
}

/** A stay below nothing says that the crossings of two directions were taken for each other. */
const positive = (seconds: number): number | DwellGap => (seconds > 0 ? seconds / 60 : "unbalanced");
