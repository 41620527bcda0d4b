import { writeFileSync } from "node:fs";
import path from "node:path";
import { FatalError } from "../start/fatal-error.ts";
import { workspaceRoot } from "../start/workspace.ts";
import { writeGatesPage } from "./gates-page.ts";
import { measureExports } from "./measure-exports.ts";
import { measureGates } from "./measure-gates.ts";
import { readOptions } from "./options.ts";
import { writePage } from "./page.ts";

// npm run bench:reports: how fast files of the ledger are made, and in how much memory. Takes two to three minutes.
// With --gates: how long entries take while a file is made, against without.
try {
  const options = readOptions(process.argv.slice(2));
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const page = options.gates
    ? writeGatesPage(await measureGates(options, say))
    : writePage(await measureExports(options, say));
  const name = options.gates ? "benchmarks-exports-gates.md" : "benchmarks-reports.md";
  if (!options.short) writeFileSync(path.join(workspaceRoot, "docs", name), page);
  process.stdout.write(page);
} catch (error) {
  if (!(error instanceof FatalError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
