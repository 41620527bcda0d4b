import type { Page } from "@playwright/test";

/** Fills the outbox on the kiosk's disk as so many taps without network would have. */
export async function fillOutbox(page: Page, records: number): Promise<void> {
  await page.evaluate(async (count) => {
    const opening = indexedDB.open("abwab-outbox");
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.addEventListener("success", () => resolve(opening.result));
      opening.addEventListener("error", () => reject(opening.error ?? new Error("no outbox")));
    });
    const transaction = database.transaction(["records", "waiting"], "readwrite");
    const cursor = transaction.objectStore("records").openCursor(null, "prev");
    cursor.addEventListener("success", () => {
      const { value } = cursor.result ?? {};
      if (!value) return transaction.abort();
      for (let i = 0; i < count; i += 1) {
        const id = crypto.randomUUID();
        const { seq: _, ...record } = value;
        transaction.objectStore("records").add({ ...record, id, item: { ...record.item, id } });
      }
      const { edition, checkpoint, day } = value;
      const tally = { edition, checkpoint, day, records: count + 1, in: count + 1, out: 0 };
      transaction.objectStore("waiting").put(tally);
    });
    await new Promise<void>((resolve, reject) => {
      transaction.addEventListener("complete", () => resolve());
      transaction.addEventListener("abort", () => reject(transaction.error ?? new Error("nothing was tapped before")));
    });
    database.close();
  }, records);
}

/** Taps the door, and reads how long the browser took from each touch to the next picture (Event Timing), in ms. */
export async function measureTaps(page: Page, taps: number): Promise<number[]> {
  await page.evaluate(() => {
    const seen: { times: number[] } = { times: [] };
    Object.assign(globalThis, { benchTaps: seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === "pointerdown") seen.times.push(entry.duration);
    }).observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
  });
  for (let i = 0; i < taps; i += 1) await page.locator(".door").click();
  await page.waitForTimeout(1_000);
  const times = await page.evaluate(
    () => (globalThis as unknown as { benchTaps: { times: number[] } }).benchTaps.times,
  );
  // What took less than a picture is not reported: it counts as one.
  return [...times, ...Array.from({ length: Math.max(0, taps - times.length) }, () => 16)];
}
