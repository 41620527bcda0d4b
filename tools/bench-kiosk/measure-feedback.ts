import type { Page } from "@playwright/test";

/** A hand-held reader's keys, all at once; the kiosk tells what it was by their times. */
async function read(page: Page, token: string): Promise<void> {
  await page.evaluate((text) => {
    const start = performance.now();
    [...text, "Enter"].forEach((key, index) => {
      const code = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key;
      const shiftKey = /^[A-Z]$/.test(key);
      const event = new KeyboardEvent("keydown", { key, code, shiftKey, bubbles: true, cancelable: true });
      Object.defineProperty(event, "timeStamp", { value: start + index });
      document.body.dispatchEvent(event);
    });
  }, token);
}

/** From the moment a pass was read to its verdict on screen, in milliseconds, pass by pass. */
export async function measureFeedback(page: Page, tokens: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  for (const token of tokens) {
    await page.evaluate(() => performance.clearMarks());
    await read(page, token);
    const verdict = page.locator(".verdict[data-tone=admitted]");
    await verdict.waitFor();
    const time = await page.waitForFunction(() => {
      const [from] = performance.getEntriesByName("abwab:read");
      const [to] = performance.getEntriesByName("abwab:verdict");
      return from && to ? to.startTime - from.startTime : undefined;
    });
    times.push((await time.jsonValue()) ?? Number.NaN);
    await page.locator(".verdict-button-main").dispatchEvent("click");
    await verdict.waitFor({ state: "detached" });
  }
  return times;
}
