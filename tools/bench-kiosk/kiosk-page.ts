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

/** Addresses of what a first visit fetches until it can count, without what the offline copy fetches behind it. */
export async function filesOfCounting(browser: Browser, url: string, pairingCode: string): Promise<string[]> {
  const context = await browser.newContext({ ...phone, serviceWorkers: "block" });
  const page = await context.newPage();
  const fetched: string[] = [];
  page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
  await page.goto(`${url}/kiosk/#pair=${pairingCode}`);
  await page.locator(".preflight-foot .button-strong").click();
  await page.locator(".ways").waitFor();
  const files = [...fetched];
  await context.close();
  return files;
}
