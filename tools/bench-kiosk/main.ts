import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "@abwab/postgres";
import { findBrowser } from "@abwab/testing/browser";
import { chromium } from "@playwright/test";
import { FatalError } from "../start/fatal-error.ts";
import { startProduct } from "../start/start-product.ts";
import { workspaceRoot } from "../start/workspace.ts";
import { readBundleSizes } from "./bundle-sizes.ts";
import { createGate } from "./gate.ts";
import { filesOfCounting, openKiosk } from "./kiosk-page.ts";
import { measureFeedback } from "./measure-feedback.ts";
import { fillOutbox, measureTaps } from "./measure-taps.ts";
import { writePage, type Measured } from "./page.ts";

const PASSES = 60;
/** The first ones warm the page up, as the first visitors of a day do. */
const WARM_UP = 5;
const WAITING = 10_000;
const TAPS = 60;
const credentials = { email: "admin@abwab.test", password: "correct horse battery staple" };

async function measure(url: string): Promise<Measured> {
  const found = await findBrowser();
  if (!found.found) throw new FatalError(`No browser starts here: ${found.reasons.join("; ")}`);
  await using browser = await chromium.launch(found.options);
  const gate = await createGate(url, credentials);
  const sizes = readBundleSizes(await filesOfCounting(browser, url, await gate.pairingCode()));
  const tokens = await gate.issue(2 * (PASSES + WARM_UP));
  await using kiosk = await openKiosk(browser, url, await gate.pairingCode());
  const { page, context } = kiosk;
  const online = await measureFeedback(page, tokens.slice(0, PASSES + WARM_UP));
  await context.setOffline(true);
  await page.locator(".sending[data-state=offline]").waitFor();
  const offline = await measureFeedback(page, tokens.slice(PASSES + WARM_UP));
  await page.locator(".way").nth(2).click();
  await fillOutbox(page, WAITING);
  await page.reload();
  await page.locator(".door").waitFor();
  const taps = await measureTaps(page, TAPS);
  return {
    cores: cpus().length,
    browser: `Chromium ${browser.version().split(".")[0]}`,
    online: online.slice(WARM_UP),
    offline: offline.slice(WARM_UP),
    taps,
    waiting: WAITING,
    sizes,
  };
}

const directory = mkdtempSync(path.join(tmpdir(), "abwab-bench-kiosk-"));
chmodSync(directory, 0o755);
try {
  await using product = await startProduct({
    directory,
    databaseUrl: "",
    port: await freePort(),
    host: "127.0.0.1",
    sample: false,
    environment: { ABWAB_ADMIN_EMAIL: credentials.email, ABWAB_ADMIN_PASSWORD: credentials.password },
    say: (line) => process.stderr.write(`abwab: ${line}\n`),
  });
  const page = writePage(await measure(product.url));
  writeFileSync(path.join(workspaceRoot, "docs/benchmarks-kiosk.md"), page);
  process.stdout.write(page);
} catch (error) {
  if (!(error instanceof FatalError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
} finally {
  rmSync(directory, { recursive: true, force: true });
}
