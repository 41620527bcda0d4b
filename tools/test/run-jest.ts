import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Outcome } from "./outcome.ts";
import { runCommand } from "./run-command.ts";

interface JestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  numRuntimeErrorTestSuites: number;
}

/** Runs some of the projects of jest.config.mjs; `words` go to jest as they are. */
export async function runJest(projects: string[], words: string[]): Promise<Outcome> {
  const file = path.join(tmpdir(), `abwab-jest-${process.pid}-${projects.join("-")}.json`);
  const code = await runCommand(
    [
      "--experimental-vm-modules",
      "--disable-warning=ExperimentalWarning",
      "node_modules/jest/bin/jest.js",
      "--passWithNoTests",
      "--json",
      `--outputFile=${file}`,
      "--selectProjects",
      ...projects,
      ...(words.length > 0 ? ["--", ...words] : []),
    ],
    // For jest's workers, which are processes of their own.
    { NODE_OPTIONS: "--experimental-vm-modules --disable-warning=ExperimentalWarning", NODE_ENV: "test" },
  );
  const report = readReport(file);
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  return {
    passed: report.numPassedTests,
    // Jest can also fail for what is no test, such as its global set-up.
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function readReport(file: string): JestReport | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as JestReport;
  } catch (error) {
    // Jest did not come as far as its report: the caller counts that as a failure.
    if ((error as NodeJS.ErrnoException).code === "ENOENT" || error instanceof SyntaxError) return undefined;
    throw error;
  } finally {
    rmSync(file, { force: true });
  }
}
