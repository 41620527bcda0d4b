import { writeFileSync } from "node:fs";
import path from "node:path";
import { FatalError } from "../start/fatal-error.ts";
import { workspaceRoot } from "../start/workspace.ts";
import { measureExports } from "./measure-exports.ts";
import { writePage } from "./page.ts";

// npm run bench:reports: how fast files of the ledger are made, and in how much memory. Takes two to three minutes.
try {
  const page = writePage(await measureExports((line) => process.stderr.write(`${line}\n`)));
  writeFileSync(path.join(workspaceRoot, "docs/benchmarks-reports.md"), page);
  process.stdout.write(page);
} catch (error) {
  if (!(error instanceof FatalError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
