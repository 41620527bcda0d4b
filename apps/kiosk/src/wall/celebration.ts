/**
 * The thousand that was passed between two figures of a day, to be celebrated; undefined where none was. The first
 * figure a wall sees, and a figure of another day, pass nothing; of several at once only the last is celebrated.
 */
export function thousandPassed(
  before: { day: string; value: number } | undefined,
  now: { day: string; value: number },
): number | undefined {
  if (!before || before.day !== now.day) return undefined;
  const thousand = Math.floor(now.value / 1_000);
  return thousand > Math.floor(before.value / 1_000) ? thousand * 1_000 : undefined;
}
