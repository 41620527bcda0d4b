import { percentile } from "../bench/statistics.ts";

export interface Asked {
  readonly what: string;
  readonly example: string;
  readonly times: readonly number[];
  /** What the service used of a processor for all of them. */
  readonly processorMs: number;
}

export interface Measured {
  readonly cores: number;
  readonly load: number;
  readonly hasPriority: boolean;
  readonly organisations: number;
  readonly reading: { readonly took: number; readonly longest: number };
  readonly asked: readonly Asked[];
  readonly clerks: { readonly count: number; readonly times: readonly number[] };
  readonly changed: readonly number[];
  readonly pairing: { readonly took: number; readonly longest: number };
  readonly pairsAgain: readonly number[];
}

const ms = (values: readonly number[], share: number): string =>
  percentile(
    values.toSorted((a, b) => a - b),
    share,
  ).toFixed(1);
const seconds = (value: number): string => (value / 1_000).toFixed(1);
const row = (what: string, example: string, times: readonly number[], processor = ""): string =>
  `| ${what} | ${example} | ${times.length} | ${processor} | ${ms(times, 0.5)} | ${ms(times, 0.95)} | ${ms(times, 1)} |`;
const each = ({ what, example, times, processorMs }: Asked): string =>
  row(what, example, times, (processorMs / times.length).toFixed(1));

/** docs/benchmarks-organisations.md: how it was measured, then the figures. */
export function writePage(measured: Measured): string {
  const { cores, load, hasPriority, organisations, reading, asked, clerks, changed, pairing, pairsAgain } = measured;
  const all = asked.flatMap(({ times }) => times);
  const processor = asked.reduce((sum, { processorMs }) => sum + processorMs, 0) / all.length;
  return `# Benchmarks of the registry

\`npm run bench:organisations\` measures and writes this page. Measured over HTTP, with the sign-in, the look for what was written since, the search and the first twenty organisations from the database in each figure; service, database and the one who asks on ${cores} shared cores. When it began, ${load.toFixed(1)} programs on average wanted a core${hasPriority ? ", and what is measured had priority over them" : ""}.

## A search among ${organisations.toLocaleString("en")}

The promise is 50 ms. Of all searches, half took ${ms(all, 0.5)} ms, 95 of 100 ${ms(all, 0.95)} ms at most; one takes ${processor.toFixed(1)} ms of the service's processor.

| | for example | searches | service's processor, ms each | p50, ms | p95, ms | longest, ms |
|---|---|---|---|---|---|---|
${asked.map(each).join("\n")}
${row(`${clerks.count} clerks at once, all of these`, "", clerks.times)}
${row("at once after a change", "", changed)}

## The first time

| | took, s | others waited for an answer at most, ms |
|---|---|---|
| reading all into memory, with the first search | ${seconds(reading.took)} | ${reading.longest.toFixed(0)} |
| comparing all for duplicates, with the first fifty pairs | ${seconds(pairing.took)} | ${pairing.longest.toFixed(0)} |

From then on both are kept up with what changes: fifty pairs take ${ms(pairsAgain, 0.5)} ms (p95 ${ms(pairsAgain, 0.95)} ms).
`;
}
