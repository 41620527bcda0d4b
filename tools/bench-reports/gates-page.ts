import { median } from "../bench/statistics.ts";
import { type GatesRound, type MeasuredGates, RATE } from "./measure-gates.ts";

/** docs/benchmarks-exports-gates.md: how it was measured, then the figures. */
export function writeGatesPage({ cores, rows, seconds, rounds, report }: MeasuredGates): string {
  const of = (value: (round: GatesRound) => number): number => median(rounds.map(value));
  const line = (name: string, value: (round: GatesRound) => number): string =>
    `| ${name} | ${of(value).toFixed(1)} | ${of((round) => value(round) / round.alone).toFixed(2)} |`;
  return `# Entries while an export runs

\`npm run bench:reports -- --gates --rows N\` measures and writes this page. Measured on ${cores} shared cores, with service, database, exporting process and the load itself on them: a ledger of ${rows.toLocaleString("en")} entries, exported as a whole, while ${RATE} entries a second come to the gates, each a request of its own, which is the peak hour of 6.5 million entries a day. Open loop: an answer's time counts from when its request was due. In each of ${rounds.length} rounds ${seconds} seconds without an export, then with one as CSV and with one as a workbook; medians of the rounds, and of their ratios. At most 1.5 is wanted.

| | p99 of entries, ms | against without |
|---|---|---|
${line("no export", ({ alone }) => alone)}
${line("export as CSV", ({ csv }) => csv)}
${line("export as XLSX", ({ xlsx }) => xlsx)}

Rounds (ms): ${rounds.map(({ alone, csv, xlsx }) => [alone, csv, xlsx].map((value) => value.toFixed(1)).join(" / ")).join("; ")}.

The exporting process gives way to the service (a lower priority), reads fifty thousand rows at a time, and while entries come in rests as long as it works.

## A report on the same ledger

The report of the busiest day as PDF, over HTTP, in the three languages in turn: the first one in ${report.first.toFixed(0)} ms, the process that sets it still to start; the next six in ${report.median.toFixed(0)} ms (median). At most 2,000 ms are wanted on 25 million entries.
`;
}
