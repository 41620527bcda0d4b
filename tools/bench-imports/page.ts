import type { ImportSummary } from "@abwab/contract";
import { percentile } from "../bench/statistics.ts";

export interface Measured {
  readonly cores: number;
  /** How many processes wanted to run, the service's among them, on average of the last minute. */
  readonly load: number;
  readonly rows: number;
  readonly bytes: number;
  /** In ms, as all the times. */
  readonly first: number;
  readonly firstOutcomes: ImportSummary["outcomes"];
  readonly commit: number;
  readonly second: number;
  readonly secondOutcomes: ImportSummary["outcomes"];
  readonly undo: number;
  /** How long the service took to say that it lives, asked all the time. */
  readonly answers: readonly number[];
}

const seconds = (ms: number): string => (ms / 1_000).toFixed(1);
const inWords = (outcomes: ImportSummary["outcomes"]): string =>
  Object.entries(outcomes)
    .filter(([, count]) => count > 0)
    .map(([outcome, count]) => `${count.toLocaleString("en")} ${outcome}`)
    .join(", ");

/** docs/benchmarks-imports.md: how it was measured, then the figures. */
export function writePage(measured: Measured): string {
  const { cores, load, rows, bytes, first, firstOutcomes, commit, second, secondOutcomes, undo, answers } = measured;
  const sorted = answers.toSorted((a, b) => a - b);
  const ms = (share: number): string => percentile(sorted, share).toFixed(0);
  return `# Benchmarks of imports

\`npm run bench:imports\` measures and writes this page. Measured on ${cores} shared cores, with the service, its database and the process that reads the list on the same ones; the load of the machine was ${load.toFixed(0)}.

A list of ${rows.toLocaleString("en")} schools with Arabic names, ${(bytes / 1_000_000).toFixed(1)} MB of CSV, sent over HTTP to an empty registry, confirmed, sent again and taken back. Times are from the request until the service says that it is done.

| | s | rows |
|---|---|---|
| sent, read and compared with an empty registry | ${seconds(first)} | ${inWords(firstOutcomes)} |
| confirmed and imported, in one transaction | ${seconds(commit)} | |
| sent again, compared with the registry that it has made | ${seconds(second)} | ${inWords(secondOutcomes)} |
| the whole import taken back | ${seconds(undo)} | |

Meanwhile the service was asked ${answers.length.toLocaleString("en")} times whether it lives: it answered in ${ms(0.5)} ms (p50), ${ms(0.95)} ms (p95), ${ms(1)} ms at the longest.
`;
}
