import { existsSync, globSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { findBrowser } from "@abwab/testing/browser";
import { workspaceRoot } from "../start/workspace.ts";
import { nothing, type Outcome } from "./outcome.ts";
import { runCommand } from "./run-command.ts";

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
}

const playwright = "node_modules/@playwright/test/cli.js";

/** Runs the browser tests. Without a browser they are skipped, loudly; in CI that is a failure. */
export async function runPlaywright(words: string[]): Promise<Outcome> {
  if (globSync("test/e2e/**/*.e2e.ts", { cwd: workspaceRoot }).length === 0) return nothing;
  const browser = await findBrowser();
  if (!browser.found) return skipped(browser.reasons);
  process.stderr.write(`abwab: browser tests with ${browser.name}\n`);
  const file = path.join(tmpdir(), `abwab-playwright-${process.pid}.json`);
  const code = await runCommand([playwright, "test", "--reporter=list,json", ...words], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    E2E_BROWSER: JSON.stringify(browser),
  });
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const { stats, errors } = JSON.parse(readFileSync(file, "utf8")) as PlaywrightReport;
  rmSync(file);
  // A test that passes at the second try is a broken test.
  const failed = stats.unexpected + stats.flaky + errors.length;
  const isCi = process.env["CI"] !== undefined;
  return {
    passed: stats.expected,
    failed: failed + (isCi ? stats.skipped : 0) + (code !== 0 && failed === 0 ? 1 : 0),
    skipped: isCi ? 0 : stats.skipped,
  };
}

function skipped(reasons: string[]): Outcome {
  const line = "=".repeat(78);
  const tests = globSync("test/e2e/**/*.e2e.ts", { cwd: workspaceRoot })
    .map((file) => readFileSync(path.join(workspaceRoot, file), "utf8").match(/^\s*test\(/gm)?.length ?? 0)
    .reduce((total, each) => total + each, 0);
  process.stderr.write(
    `${line}\nNO BROWSER STARTS HERE: ${tests} browser tests are skipped.\nInstall Chromium, or name one with CHROMIUM_PATH.\n${reasons.map((reason) => `  ${reason}\n`).join("")}${line}\n`,
  );
  return process.env["CI"] === undefined ? { ...nothing, skipped: tests } : { ...nothing, failed: Math.max(tests, 1) };
}
