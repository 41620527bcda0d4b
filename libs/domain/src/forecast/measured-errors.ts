// Written by `npm run bench:forecast`; docs/forecast.md says how it was measured.

/** Mean error of a method as a share of the day's total: on days made by a seed, and on a replayed edition's counters. */
export interface MeasuredError {
  readonly made: number;
  readonly replayed: number;
}

export interface MeasuredPlace {
  /** Place within the opening hours. */
  readonly place: number;
  readonly yesterdayShare: MeasuredError;
  readonly blend: MeasuredError;
  readonly standardShape: MeasuredError;
}

export const measuredErrors: readonly MeasuredPlace[] = [
  {
    place: 0.25,
    yesterdayShare: { made: 0.2499, replayed: 0.0601 },
    blend: { made: 0.2072, replayed: 0.0559 },
    standardShape: { made: 0.2714, replayed: 0.2055 },
  },
  {
    place: 0.5,
    yesterdayShare: { made: 0.1517, replayed: 0.0361 },
    blend: { made: 0.1253, replayed: 0.042 },
    standardShape: { made: 0.1269, replayed: 0.1319 },
  },
  {
    place: 0.75,
    yesterdayShare: { made: 0.0633, replayed: 0.019 },
    blend: { made: 0.0493, replayed: 0.0184 },
    standardShape: { made: 0.0452, replayed: 0.0486 },
  },
];
