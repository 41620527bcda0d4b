import type { Browser, BrowserContext, Page } from "@playwright/test";

export interface KioskPage extends AsyncDisposable {
  readonly context: BrowserContext;
  readonly page: Page;
}

const phone = { locale: "ar", viewport: { width: 390, height: 844 }, hasTouch: true };

/** A phone's screen on a processor a quarter as fast as this one's. */
const SLOWER = 4;

/** A kiosk that counts. */
export async function openKiosk(browser: Browser, url: string, pairingCode: string): Promise<KioskPage> {
  const context = await browser.newContext(phone);
  const page = await context.newPage();
  await page.goto(`${url}/kiosk/#pair=${pairingCode}`);
  await page.locator(".preflight-foot .button-strong").click();
  await page.locator(".sending[data-state=live]").waitFor();
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  return { context, page, [Symbol.asyncDispose]: () => context.close() };
}

/**
 * Addresses of what a first visit fetches until the counting screen stands, without what it fetches behind that, and
 * the offline copy behind both.
 */
export async function filesOfCounting(browser: Browser, url: string, pairingCode: string): Promise<string[]> {
  const context = await browser.newContext({ ...phone, serviceWorkers: "block" });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const watcher = new MutationObserver(() => {
      if (!document.querySelector(".ways")) return;
      watcher.disconnect();
      performance.mark("bench:counting");
    });
    watcher.observe(document, { childList: true, subtree: true });
  });
  await page.goto(`${url}/kiosk/#pair=${pairingCode}`);
  await page.locator(".preflight-foot .button-strong").click();
  await page.locator(".ways").waitFor();
  const files = await page.evaluate(() => {
    const [counting] = performance.getEntriesByName("bench:counting");
    const fetched = performance.getEntriesByType("resource");
    return fetched
      .filter(({ startTime }) => startTime < (counting?.startTime ?? 0))
      .map(({ name }) => new URL(name).pathname);
  });
  await context.close();
  return files;
}
