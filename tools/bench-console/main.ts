import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import path from "node:path";
import { routes } from "@abwab/contract";
import { findBrowser } from "@abwab/testing/browser";
import { chromium, type Page } from "@playwright/test";
import { benchProduct, credentials } from "../bench/bench-product.ts";
import { runCrowd } from "../demo/run-crowd.ts";
import { FatalError } from "../start/fatal-error.ts";
import { workspaceRoot } from "../start/workspace.ts";
import { openStaffClient } from "../virtual-kiosk/staff-client.ts";
import { readOptions, type BenchConsoleOptions } from "./options.ts";
import { writePage, type Measured } from "./page.ts";
import { countInPage, countTicks, watch, type Watched } from "./watch-page.ts";

// npm run bench:console [-- --minutes 30] [--speed 600] [--rate 200]

/** The crowd walks about before anything is measured. */
const WARM_UP_MS = 15_000;
const views = [
  { view: "tiles", shown: ".tile-entered" },
  { view: "plan", shown: ".plan-zone" },
  { view: "table", shown: ".board-table tbody tr" },
] as const;

async function signIn(page: Page, url: string): Promise<void> {
  const answer = await page.request.post(url + routes.signIn.path, { data: credentials, headers: { origin: url } });
  if (!answer.ok()) throw new FatalError(`Signing in was answered ${answer.status()}.`);
}

async function measure(url: string, options: BenchConsoleOptions): Promise<Measured> {
  const found = await findBrowser();
  if (!found.found) throw new FatalError(`No browser starts here: ${found.reasons.join("; ")}`);
  const staff = await openStaffClient(url, credentials);
  const crowd = await runCrowd(staff, url, { rate: options.rate, speed: options.speed, seed: "1" }, () => undefined);
  try {
    await using browser = await chromium.launch(found.options);
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: "ar" });
    await page.addInitScript(countInPage);
    await signIn(page, url);
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable");
    const seen = await countTicks(session);
    const seconds = (options.minutes * 60) / views.length;
    const watched: Watched[] = [];
    for (const { view, shown } of views) {
      process.stderr.write(`bench: the board as ${view}, ${Math.round(seconds)} s …\n`);
      await page.goto(`${url}/console/live/${crowd.edition}?view=${view}`);
      await page.locator(shown).first().waitFor();
      await page.waitForTimeout(Math.min(WARM_UP_MS, seconds * 250));
      watched.push(await watch(page, session, { view, seconds, every: Math.min(30, seconds / 6), seen }));
    }
    return {
      ...options,
      cores: cpus().length,
      browser: `Chromium ${browser.version().split(".")[0]}`,
      measuredAt: new Date().toISOString(),
      views: watched,
    };
  } finally {
    await crowd.stop();
  }
}

await benchProduct({ page: "benchmarks-console.md", sample: true }, async ({ url }) => {
  const measured = await measure(url, readOptions(process.argv.slice(2)));
  writeFileSync(path.join(workspaceRoot, "docs/benchmarks-console.json"), `${JSON.stringify(measured, null, 2)}\n`);
  return writePage(measured);
});
