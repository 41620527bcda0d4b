import type { MeasuredError, MeasuredPlace } from "@abwab/domain";

/** The text of libs/domain/src/forecast/measured-errors.ts. */
export function writeMeasuredErrors(places: readonly MeasuredPlace[]): string {
  const error = ({ made, replayed }: MeasuredError): string => `{ made: ${made}, replayed: ${replayed} }`;
  const rows = places.map(
    ({ place, yesterdayShare, blend, standardShape }) => `  {
    place: ${place},
    yesterdayShare: ${error(yesterdayShare)},
    blend: ${error(blend)},
    standardShape: ${error(standardShape)},
  },
`,
  );
  return `// Written by \`npm run bench:forecast\`; docs/forecast.md says how it was measured.

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
${rows.join("")}];
`;
}
