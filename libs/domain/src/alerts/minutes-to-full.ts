/**
 * How long until a zone is full if it goes on as in the last minutes: what is free, divided by what comes in more than
 * goes out. Infinity where it doesn't fill up.
 *
 * @param netPerMinute persons in less persons out, a minute
 */
export function minutesToFull(inside: number, capacity: number, netPerMinute: number): number {
  const free = capacity - inside;
  if (free <= 0) return 0;
  return netPerMinute > 0 ? free / netPerMinute : Number.POSITIVE_INFINITY;
}
