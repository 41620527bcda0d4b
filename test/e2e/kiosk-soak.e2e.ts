import { routes, type EntryItemInput } from "@abwab/contract";
import { expect, type BrowserContext, type Page } from "@playwright/test";
import { createPavilion, openKiosk } from "./kiosk-door.ts";
import { dayFromToday } from "./console-session.ts";
import { test } from "./tidy-test.ts";

const ENTRIES = 10_000;
const KILLS = 5;

/**
 * Writes so many taps into the outbox as the kiosk itself writes them. Ten thousand clicks would take the test an hour;
 * what is under test here is what happens to them afterwards.
 */
const writeOutbox = (page: Page, slug: string, today: string) =>
  page.evaluate(
    async ({ edition, day, entries }) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open("abwab-outbox");
        request.addEventListener("success", () => resolve(request.result));
        request.addEventListener("error", () => reject(request.error));
      });
      const writing = database.transaction(["records", "waiting"], "readwrite");
      const start = Date.now() - entries * 100;
      for (let n = 0; n < entries; n++) {
        const madeAt = start + n * 100;
        const id = crypto.randomUUID();
        const crossing = { checkpoint: "P01-A", direction: "in", category: "public", headcount: 1 };
        const item = { id, ...crossing, occurredAt: new Date(madeAt).toISOString() };
        writing
          .objectStore("records")
          .add({ id, kind: "entry", edition, day, ...crossing, madeAt, item, state: "queued" });
      }
      writing.objectStore("waiting").put({ edition, checkpoint: "P01-A", day, records: entries, in: entries, out: 0 });
      await new Promise<void>((resolve, reject) => {
        writing.addEventListener("complete", () => resolve());
        writing.addEventListener("error", () => reject(writing.error));
      });
      database.close();
    },
    { edition: slug, day: today, entries: ENTRIES },
  );

/** The longest that the page kept a tap waiting for its frame, in milliseconds, while it ran. */
const watchFrames = (page: Page) =>
  page.evaluate(() => {
    const state = { longest: 0, last: performance.now() };
    const frame = (now: number) => {
      state.longest = Math.max(state.longest, now - state.last);
      state.last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    Object.assign(window, { frames: state });
  });
const longestFrame = (page: Page) =>
  page.evaluate(() => (window as unknown as { frames: { longest: number } }).frames.longest);

/** Ends the page as a crash does: nothing is told to it. */
async function killAndOpen(context: BrowserContext, page: Page): Promise<Page> {
  const address = page.url();
  const session = await context.newCDPSession(page);
  // The call is answered by nobody: its page is gone.
  session.send("Page.crash").catch(() => undefined);
  await page.waitForEvent("crash");
  await page.close();
  const next = await context.newPage();
  await next.goto(address);
  return next;
}

test("E2: ten thousand entries made offline arrive once each, though the page dies five times meanwhile", async ({
  browser,
}) => {
  test.setTimeout(150_000);
  const pavilion = await createPavilion();
  const { client, slug } = pavilion;
  const opened = await openKiosk(browser, pavilion);
  const { context } = opened;
  let { page } = opened;
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await context.setOffline(true);
  const day = dayFromToday(0);
  await writeOutbox(page, slug, day);
  page = await killAndOpen(context, page);
  await expect(page.getByTestId("waiting")).toHaveAttribute("data-count", String(ENTRIES));

  // What happens now is not behind what happened before: the first request has it.
  await page.locator(".door").click();
  await expect(page.getByTestId("waiting")).toHaveAttribute("data-count", String(ENTRIES + 1));
  const first = page.waitForRequest((request) => request.postData()?.includes('"direction"') === true);
  await context.setOffline(false);
  const { entries } = (await first).postDataJSON() as { entries: EntryItemInput[] };
  expect(Date.now() - Date.parse(entries.at(-1)?.occurredAt ?? "")).toBeLessThan(60_000);

  let taps = 1;
  for (let kill = 1; kill < KILLS; kill++) {
    const before = (await pavilion.entered()) ?? 0;
    await expect.poll(pavilion.entered, { intervals: [50] }).toBeGreaterThan(before);
    page = await killAndOpen(context, page);
    await page.locator(".door").click();
    taps += 1;
  }
  await watchFrames(page);
  await expect(page.getByTestId("waiting")).toHaveAttribute("data-count", "0", { timeout: 60_000 });
  // Not a promise of smoothness on a shared machine, but a screen that froze would be far beyond it.
  expect(await longestFrame(page)).toBeLessThan(1_000);
  await expect.poll(() => pavilion.entered()).toBe(ENTRIES + taps);

  const seen = new Set<string>();
  let after = 0;
  for (;;) {
    const { items } = await client.call(routes.listEntries, { params: { slug }, query: { limit: 5_000, after } });
    for (const { id } of items) seen.add(id);
    const last = items.at(-1);
    if (!last || last.version === after) break;
    after = last.version;
  }
  expect(seen.size).toBe(ENTRIES + taps);
});
