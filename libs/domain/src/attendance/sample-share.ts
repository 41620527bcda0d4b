export interface SampleShare {
  readonly share: number;
  /** The share lies within so much of it, up or down, in 19 samples of 20; 1 where the sample says nothing. */
  readonly margin: number;
}

/** Of the standard normal distribution: 95 of 100 lie within it. */
const Z = 1.96;

/**
 * The share of answers in a simple random sample with the wider half of Wilson's interval (Wilson, 1927), which stays
 * honest for small samples and shares near nothing. One of every n visitors is not quite such a sample: families and
 * groups answer once, and who comes at a quiet gate is asked as often as who comes at a crowded one.
 */
export function sampleShare(answers: number, asked: number): SampleShare {
  if (asked <= 0) return { share: 0, margin: 1 };
  const share = answers / asked;
  const centre = (share + (Z * Z) / (2 * asked)) / (1 + (Z * Z) / asked);
  const half = (Z / (1 + (Z * Z) / asked)) * Math.sqrt((share * (1 - share)) / asked + (Z * Z) / (4 * asked * asked));
  return { share, margin: Math.min(1, Math.max(centre + half - share, share - (centre - half))) };
}
