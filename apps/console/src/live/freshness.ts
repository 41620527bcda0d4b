/** Figures older than this look old (C4). */
export const STALE_MS = 15_000;

/** What is known of the figures' age: their own time, and how far this machine's clock runs ahead of theirs at most. */
export interface Freshness {
  /** The server's time of the latest figures, ms since the epoch. */
  readonly asOf: number;
  /** The smallest difference seen between arrival here and the server's time; it holds the clocks' offset. */
  readonly offset: number;
}

/** After figures of `asOf` have arrived at `receivedAt`, both ms since the epoch on their own clocks. */
export function heard(before: Freshness | undefined, asOf: number, receivedAt: number): Freshness {
  const difference = receivedAt - asOf;
  return { asOf, offset: before === undefined ? difference : Math.min(before.offset, difference) };
}

/** How old the figures are at `now` on this machine's clock, in milliseconds, whatever that clock is worth. */
export const ageMs = (freshness: Freshness, now: number): number => now - freshness.offset - freshness.asOf;

/** Whether the figures have to look old. */
export function isStale(freshness: Freshness | undefined, connection: string, now: number): boolean {
  if (freshness === undefined) return false;
  return connection === "lost" || ageMs(freshness, now) > STALE_MS;
}
