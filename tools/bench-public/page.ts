import type { Answers } from "./readers.ts";

export interface MeasuredAnswers extends Answers {
  /** Of the service, while they were given. */
  processorSeconds: number;
}

export interface Measured {
  cores: number;
  load: number;
  readers: number;
  /** Milliseconds of an answer for which the database was read. */
  readings: number[];
  whole: MeasuredAnswers;
}

const number = (value: number, decimals = 0): string =>
  value.toLocaleString("en", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });

function at(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function row(name: string, { statuses, times, seconds, processorSeconds }: MeasuredAnswers): string {
  const count = times.length;
  const kinds = [...statuses].map(([status, so]) => `${number(so)} × ${status}`).join(", ");
  return `| ${name} | ${number(count / seconds)} | ${number(at(times, 0.5))} | ${number(at(times, 0.99))} | ${number((processorSeconds * 1_000_000) / count)} | ${kinds} |`;
}

/** docs/benchmarks-public.md. */
export function writePage({ cores, load, readers, readings, whole }: Measured): string {
  return `# The public counter, measured

Written by \`npm run bench:public\`, which takes about half a minute and writes this page anew: ${number(readers)} readers on kept connections, each asking as quickly as it is answered, on ${cores} cores that they share with the service and its database (load before: ${number(load, 1)}). In life a reader asks every five seconds.

| | answers a second | half within, ms | 99 of 100 within, ms | processor of the service, µs an answer | answers |
|---|---|---|---|---|---|
${row("the figures", whole)}

An answer for which the database is read takes ${number(at(readings, 0.5), 1)} ms (median of ${readings.length}); it is read once a second at most, however many ask.
`;
}
