import { median } from "../bench/statistics.ts";
import type { MeasuredExports, Round } from "./measure-exports.ts";

const rate = (rows: number, seconds: number): string => Math.round(rows / seconds).toLocaleString("en");
const MB = (bytes: number): string => Math.round(bytes / 1e6).toLocaleString("en");

/** docs/benchmarks-reports.md: how it was measured, then the figures. */
export function writePage({ cores, rows, rounds }: MeasuredExports): string {
  const of = (value: (round: Round) => number): number => median(rounds.map(value));
  const ratio = of(({ psql, csv }) => psql / csv.seconds);
  const row = (name: string, seconds: number, bytes: string, memory: string): string =>
    `| ${name} | ${seconds.toFixed(1)} | ${rate(rows, seconds)} | ${bytes} | ${memory} |`;
  return `# Benchmarks of exports

\`npm run bench:reports\` measures and writes this page. Measured on ${cores} shared cores: the ledger of an event of five days with ${rows.toLocaleString("en")} rows, service, database and exporting process on the same cores. Each of ${rounds.length} rounds copies it with psql into a file, by the very query of the export, and has it exported as CSV and as a workbook through the API; medians of the rounds.

| | s | rows a second | MB of the file | MB of memory at most |
|---|---|---|---|---|
${row(
  "psql, COPY as CSV into a file",
  of(({ psql }) => psql),
  "",
  "",
)}
${row(
  "export as CSV",
  of(({ csv }) => csv.seconds),
  MB(of(({ csv }) => csv.bytes)),
  MB(of(({ csv }) => csv.memory)),
)}
${row(
  "export as XLSX",
  of(({ xlsx }) => xlsx.seconds),
  MB(of(({ xlsx }) => xlsx.bytes)),
  MB(of(({ xlsx }) => xlsx.memory)),
)}

The export as CSV has ${ratio.toFixed(2)} of psql's rate (wanted: 0.7), from the asking to the last byte on disk: waiting for a worker, starting the process, packing and storing in the database included. As XLSX are wanted 60,000 rows a second in 250 MB.

Rounds: ${rounds.map(({ psql, csv, xlsx }) => `psql ${psql.toFixed(1)} s, CSV ${csv.seconds.toFixed(1)} s, XLSX ${xlsx.seconds.toFixed(1)} s`).join("; ")}.
`;
}
