/** Fewer five-minute spans than these tell no one what is usual. */
const LEAST_SPANS = 6;
/** Differences below this many persons are nobody's concern. */
const LEAST_DIFFERENCE = 20;
/** Arrivals by chance alone scatter by the root of their number; this many roots off is hardly chance. */
const ROOTS = 4;

/**
 * How many times as many came in as is usual for the zone: the last five minutes against the median of the five-minute
 * spans before (at most an hour of them, at least half an hour). The median, because one group of schools must not make
 * itself usual.
 *
 * Returns 1, nothing unusual, where the difference is small in persons or within what chance explains (four times the
 * root of the usual figure, as of a Poisson variable); undefined where too little is known. Below 1, fewer than usual.
 *
 * @param spans persons in, five minutes each, the earliest first and the latest last
 */
export function unusualPace(spans: readonly number[]): number | undefined {
  const now = spans.at(-1);
  const earlier = spans.slice(0, -1);
  if (now === undefined || earlier.length < LEAST_SPANS) return undefined;
  const usual = median(earlier);
  const difference = Math.abs(now - usual);
  if (difference < LEAST_DIFFERENCE || difference < ROOTS * Math.sqrt(Math.max(usual, 0))) return 1;
  return Math.max(now, 0) / Math.max(usual, 1);
}

function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [lower = 0, upper = 0] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return (lower + upper) / 2;
}
