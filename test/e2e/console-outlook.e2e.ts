import { createClient } from "@abwab/api-client";
import { routes } from "@abwab/contract";
import { expect, type Page } from "@playwright/test";
import {
  address,
  consoleAddress,
  createEdition,
  dayFromToday,
  signedInClient,
  signInContext,
  speak,
} from "./console-session.ts";
import { faultsOf } from "./find-faults.ts";
import { test } from "./tidy-test.ts";

test.use({ locale: "ar", viewport: { width: 1440, height: 900 } });
test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: "reduce" }));

const names = { ar: "دورة سابقة", fr: "Édition précédente", en: "Earlier edition" };
const card = (page: Page, name: string) => page.locator(`[data-outlook=${name}]`);

/** Yesterday, today and tomorrow, round the clock; 2,728 came yesterday, evenly over the day, and 40 a moment ago. */
async function runningEdition(): Promise<{ slug: string; enter: (headcount: number) => Promise<unknown> }> {
  const client = await signedInClient();
  const slug = await createEdition(client, "outlook");
  const days = [-1, 0, 1].map((day) => ({ date: dayFromToday(day), opensAt: "00:00", closesAt: "00:00" }));
  await client.call(routes.changeEdition, { params: { slug }, body: { days } });
  const { pairingCode } = await client.call(routes.createDevice, {
    params: { slug },
    body: { name: "لوحة", checkpoint: "G1" },
  });
  const { token } = await client.call(routes.pair, { body: { pairingCode } });
  const device = createClient({ baseUrl: address(""), token });
  const entry = (occurredAt: string, headcount: number) => ({
    id: crypto.randomUUID(),
    direction: "in" as const,
    headcount,
    occurredAt,
  });
  // From one to 23 o'clock at Greenwich: yesterday in Morocco too, whatever its clocks say.
  const yesterday = Array.from({ length: 88 }, (_, quarter) =>
    entry(new Date(Date.parse(`${dayFromToday(-1)}T01:00:00Z`) + quarter * 900_000).toISOString(), 31),
  );
  const enter = (headcount: number) =>
    device.call(routes.recordEntries, { body: { entries: [entry(new Date().toISOString(), headcount)] } });
  await device.call(routes.recordEntries, { body: { entries: yesterday } });
  await enter(40);
  return { slug, enter };
}

test("the page shows what is counted, what is expected with its range and method, and follows an entry", async ({
  page,
}) => {
  const { slug, enter } = await runningEdition();
  await signInContext(page.context());
  await page.goto(consoleAddress(`/outlook/${slug}`));
  await expect(card(page, "counted")).toContainText("40");
  await expect(card(page, "day").locator(".outlook-range")).toBeVisible();
  await expect(card(page, "day")).toContainText("الطريقة");
  await expect(page.locator(".chart svg")).toBeVisible();
  await enter(25);
  await expect.poll(() => card(page, "counted").innerText(), { timeout: 20_000 }).toContain("65");
});

test("each curve is there as a table, and a day that is over is chosen by its date and kept in the address", async ({
  page,
}) => {
  const { slug } = await runningEdition();
  await signInContext(page.context());
  await page.goto(consoleAddress(`/outlook/${slug}`));
  await page.getByRole("combobox", { name: "اليوم المعروض" }).selectOption(dayFromToday(-1));
  await expect(card(page, "counted")).toContainText("2.728");
  await expect(card(page, "day")).toContainText("انتهى اليوم");
  await page.getByRole("button", { name: "اعرض جدولاً" }).click();
  await expect(page.locator(".chart-table tbody tr").last()).toContainText("2.728");
  await page.reload();
  await expect(card(page, "counted")).toContainText("2.728");
});

test("the record is the figure published of an earlier edition, and says how far it is", async ({ page }) => {
  const client = await signedInClient();
  await client.call(routes.createEdition, {
    body: {
      slug: `earlier-${crypto.randomUUID().slice(0, 8)}`,
      names,
      city: "طنجة",
      venue: "مركز",
      timeZone: "Africa/Casablanca",
      days: [{ date: "1999-05-01", opensAt: "09:00", closesAt: "21:00" }],
      status: "closed",
      published: [{ metric: "visits", value: 9_000_000, qualifier: "about", source: "صحافة" }],
    },
  });
  const { slug } = await runningEdition();
  await signInContext(page.context());
  await page.goto(consoleAddress(`/outlook/${slug}`));
  await expect(page.locator("[data-record=known]")).toContainText("9.000.000");
  await expect(page.locator("[data-record=known]")).toContainText("8.997.233");
});

test("the board says what is expected at closing, and leads to the page", async ({ page }) => {
  const { slug } = await runningEdition();
  await signInContext(page.context());
  await page.goto(consoleAddress(`/live/${slug}`));
  await page.locator(".total-expected a").click();
  await expect(page).toHaveURL(new RegExp(`/outlook/${slug}$`));
});

for (const language of ["ar", "fr"]) {
  test(`axe finds nothing on the day as it goes in ${language}, chart and table, nor is it wider than a phone`, async ({
    page,
  }) => {
    const { slug } = await runningEdition();
    await speak(page, language);
    await signInContext(page.context());
    await page.goto(consoleAddress(`/outlook/${slug}`));
    await expect(page.locator(".chart svg")).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.locator(".chart-head button:not([aria-haspopup])").click();
    await expect(page.locator(".chart-table table")).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
  });
}
