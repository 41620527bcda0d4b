/** How far a clock may be off before its times are corrected (E6). */
export const CLOCK_TOLERANCE_MS = 2 * 60_000;

export interface Placement {
  /** Where the entry is counted, ms since the epoch. */
  placedAt: number;
  skewed: boolean;
}

/**
 * Places an entry in time (E6). A clock off by more than two minutes is corrected; a time that then still lies more
 * than two minutes after the receipt is placed at the receipt. A time in the past is lateness, never skew.
 *
 * @param occurredAt the time that came, ms since the epoch
 * @param offset the device's clock minus the server's in ms; undefined when nobody knows it
 * @param receivedAt the server's time, ms since the epoch
 */
export function place(occurredAt: number, offset: number | undefined, receivedAt: number): Placement {
  const known = offset ?? 0;
  const isOff = Math.abs(known) > CLOCK_TOLERANCE_MS;
  const corrected = isOff ? occurredAt - known : occurredAt;
  const isFuture = corrected > receivedAt + CLOCK_TOLERANCE_MS;
  return { placedAt: isFuture ? receivedAt : corrected, skewed: isOff || isFuture };
}
