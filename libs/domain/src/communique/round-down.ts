/** Below it every figure is told to the unit. */
const ROUNDED_FROM = 1_000_000;
const DIGITS = 3;

export interface RoundedFigure {
  amount: number;
  /** There really are more than the amount. */
  isMore: boolean;
}

/**
 * A figure as a press release tells it: three digits of it, from a million on. It is rounded down, so that "more than"
 * is never said of what is not more: exactly 1,180,000 stays 1.18 million, and 1,180,001 is more than that.
 */
export function roundDown(value: number): RoundedFigure {
  if (value < ROUNDED_FROM) return { amount: value, isMore: false };
  const step = 10 ** (Math.floor(Math.log10(value)) + 1 - DIGITS);
  const amount = Math.floor(value / step) * step;
  return { amount, isMore: amount < value };
}
