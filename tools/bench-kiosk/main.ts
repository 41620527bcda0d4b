import { cpus } from "node:os";
import { findBrowser } from "@abwab/testing/browser";
import { chromium } from "@playwright/test";
import { benchProduct, credentials } from "../bench/bench-product.ts";
import { FatalError } from "../start/fatal-error.ts";
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

await benchProduct({ page: "benchmarks-kiosk.md", sample: false }, async ({ url }) => writePage(await measure(url)));
