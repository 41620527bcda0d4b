import { readFileSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import { entriesFile, routes } from "@abwab/contract";
import { expect, type Page } from "@playwright/test";
import { createPavilion, expectWaiting, openKiosk, readWith } from "./kiosk-door.ts";
import { employStaff, evening, morning, openSettings, openStaffedKiosk, signOn, typePin } from "./kiosk-staff.ts";
import { test } from "./tidy-test.ts";

const door = (page: Page) => page.locator(".door");
const staffPage = (page: Page) => page.locator(".staff");
const problem = (page: Page) => page.locator(".staff-problem");

/** The items of the next request that carries any. */
async function nextItems(page: Page): Promise<{ operator?: string; headcount?: number }[]> {
  const request = await page.waitForRequest((one) => one.postData()?.includes('"direction"') === true);
  return (request.postDataJSON() as { entries: { operator?: string }[] }).entries;
}

async function faultsOf(page: Page): Promise<string[]> {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(" ")}`));
}

async function offlineCopy(page: Page): Promise<void> {
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
}

test("a device is checked before its first shift, and again from the settings", async ({ browser }) => {
  const pavilion = await createPavilion();
  const { page } = await openKiosk(browser, pavilion, { permissions: ["camera"] });
  await openSettings(page);
  await page.getByRole("button", { name: "فحص الجهاز" }).click();
  await expect(page.locator(".preflight-check")).toHaveCount(8);
  for (const name of ["offline", "passes", "clock", "sent"]) {
    await expect(page.locator(`[data-check=${name}]`)).toHaveAttribute("data-state", "good");
  }
  const sound = page.locator("[data-check=sound]");
  await sound.getByRole("button").click();
  await expect(sound).toHaveAttribute("data-state", "good");
  await page.locator(".preflight-foot .button-strong").click();
  await expect(door(page)).toBeVisible();
  await page.reload();
  await expect(door(page)).toBeVisible();
});

test("staff sign on with no network, and entries say who was at work", async ({ browser }) => {
  const pavilion = await createPavilion();
  await employStaff(pavilion);
  const { page, context } = await openStaffedKiosk(browser, pavilion);
  await context.setOffline(true);
  await signOn(page, morning);
  await door(page).click();
  await expectWaiting(page, 1);
  const sent = nextItems(page);
  await context.setOffline(false);
  expect(await sent).toMatchObject([{ operator: "A7" }]);
  await expect.poll(pavilion.entered).toBe(1);
});

test("a badge signs on by its code, and an unknown one does not", async ({ browser }) => {
  const pavilion = await createPavilion();
  const { badge } = await employStaff(pavilion);
  const { page } = await openStaffedKiosk(browser, pavilion);
  await page.locator("#staff-code").fill("9999-9999-9999");
  await page.keyboard.press("Enter");
  await expect(problem(page)).toContainText("هذه الشارة");
  await page.locator("#staff-code").fill(badge.replace(/(.{4})(?=.)/g, "$1-").toLowerCase());
  await page.keyboard.press("Enter");
  await expect(door(page)).toBeVisible();
});

for (const layout of ["us", "arabic"] as const) {
  test(`a hand-held reader signs on by a badge, without a focus, on a keyboard set to ${layout}`, async ({
    browser,
  }) => {
    const pavilion = await createPavilion();
    const { token } = await employStaff(pavilion);
    const { page } = await openStaffedKiosk(browser, pavilion);
    await readWith(page, token, layout);
    await expect(door(page)).toBeVisible();
  });
}

test("a device's token is rolled after a day, and what it counts goes on arriving", async ({ browser }) => {
  const pavilion = await createPavilion();
  const { page } = await openKiosk(browser, pavilion);
  await page.clock.install({ time: Date.now() + 25 * 60 * 60_000 });
  const rolled = page.waitForResponse((answer) => answer.url().endsWith("/api/v1/device/token"));
  await page.reload();
  expect((await rolled).status()).toBe(201);
  await door(page).click();
  await expect.poll(pavilion.entered).toBe(1);
  await page.reload();
  await door(page).click();
  await expect.poll(pavilion.entered).toBe(2);
});

test("wrong PINs wait longer and longer, also over a reload", async ({ browser }) => {
  const pavilion = await createPavilion();
  await employStaff(pavilion);
  const { page } = await openStaffedKiosk(browser, pavilion);
  for (const attempt of [1, 2, 3]) {
    await page.locator("#staff-code").fill(morning.code);
    await typePin(page, "0000");
    await expect(problem(page)).toContainText(attempt < 3 ? "غير صحيح" : "محاولات كثيرة");
  }
  await page.reload();
  await expect(problem(page)).toContainText("محاولات كثيرة");
  await expect(page.locator(".staff-card button[type=submit]")).toBeDisabled();
});

test("a shift is handed over with its figures, and the next one begins at zero", async ({ browser }) => {
  const pavilion = await createPavilion();
  await employStaff(pavilion);
  const { page } = await openStaffedKiosk(browser, pavilion);
  await signOn(page, morning);
  await door(page).click();
  await door(page).click();
  await page.getByRole("button", { name: /^سجّل دخول 10/ }).click();
  await expectWaiting(page, 0);
  await openSettings(page);
  await page.getByRole("button", { name: "سلّم الدوام" }).click();
  const figures = page.locator(".handover-figure dd");
  await expect(figures).toHaveText(["3", "12", "0", "0", "0"]);
  await page.getByRole("button", { name: "أنهِ دوامي" }).click();
  await expect(staffPage(page)).toBeVisible();

  await signOn(page, evening);
  const sent = nextItems(page);
  await door(page).click();
  expect(await sent).toMatchObject([{ operator: "B3" }]);
  await openSettings(page);
  await page.getByRole("button", { name: "سلّم الدوام" }).click();
  await expect(figures).toHaveText(["1", "1", "0", "0", "0"]);
});

test("a locked kiosk shows its lock and nothing else, until its PIN or somebody else's", async ({ browser }) => {
  const pavilion = await createPavilion();
  await employStaff(pavilion);
  const { page } = await openStaffedKiosk(browser, pavilion);
  await signOn(page, morning);
  await openSettings(page);
  await page.getByRole("button", { name: "اقفل الجهاز" }).click();
  await expect(page.getByRole("heading", { name: "الجهاز مقفل" })).toBeVisible();
  await expect(page.locator(".tally, dialog")).toHaveCount(0);
  expect(await page.locator("body").innerText()).not.toContain(evening.code);
  await page.reload();
  await expect(page.getByRole("heading", { name: "الجهاز مقفل" })).toBeVisible();
  await typePin(page, morning.pin);
  await expect(door(page)).toBeVisible();
});

test("a kiosk that is left alone locks itself", async ({ browser }) => {
  const pavilion = await createPavilion();
  await employStaff(pavilion);
  const { page } = await openStaffedKiosk(browser, pavilion);
  await page.clock.install();
  await page.reload();
  await signOn(page, morning);
  await page.clock.fastForward("09:00");
  await expect(door(page)).toBeVisible();
  await page.clock.fastForward("01:10");
  await expect(page.getByRole("heading", { name: "الجهاز مقفل" })).toBeVisible();
});

test("whoever is let go is off duty within a second", async ({ browser }) => {
  const pavilion = await createPavilion();
  await employStaff(pavilion);
  const { page } = await openStaffedKiosk(browser, pavilion);
  await signOn(page, morning);
  await expect(page.locator(".sending")).toHaveAttribute("data-state", "live");
  const params = { slug: pavilion.slug, code: morning.code };
  await pavilion.client.call(routes.changeOperator, { params, body: { active: false } });
  await expect(staffPage(page)).toBeVisible({ timeout: 2_000 });
});

test("a revoked device stops, and what waited leaves it in a file that counts once", async ({ browser }) => {
  const pavilion = await createPavilion();
  const { client, slug } = pavilion;
  const { page, context, device } = await openKiosk(browser, pavilion);
  await context.setOffline(true);
  await door(page).click();
  await door(page).click();
  await expectWaiting(page, 2);
  await client.call(routes.revokeDevice, { params: { id: device.id } });
  await context.setOffline(false);
  await expect(page.getByRole("heading", { name: "أُوقف هذا الجهاز" })).toBeVisible();

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "احفظ المنتظر في ملف" }).click();
  const written = await download;
  expect(written.suggestedFilename()).toMatch(new RegExp(`^abwab-${slug}-.*\\.json$`));
  const file = entriesFile.parse(JSON.parse(readFileSync(await written.path(), "utf8")));
  expect([file.device.id, file.entries.length]).toEqual([device.id, 2]);

  const recover = () =>
    client.call(routes.recoverEntries, { params: { id: device.id }, body: { entries: file.entries } });
  expect((await recover()).results.map(({ status }) => status)).toEqual(["recorded", "recorded"]);
  expect((await recover()).results.map(({ status }) => status)).toEqual(["duplicate", "duplicate"]);
  await expect.poll(() => pavilion.entered()).toBe(2);
});

test("E6: a clock forty minutes ahead is said, and what is counted stands at the right time", async ({ browser }) => {
  const pavilion = await createPavilion();
  const { page } = await openKiosk(browser, pavilion, {});
  await page.clock.install({ time: Date.now() + 40 * 60_000 });
  await page.reload();
  await expect(page.locator(".notice", { hasText: "40" })).toBeVisible();
  await door(page).click();
  await expect.poll(pavilion.entered).toBe(1);
  const { items } = await pavilion.client.call(routes.listEntries, { params: { slug: pavilion.slug }, query: {} });
  const [entry] = items;
  expect(entry?.flags).toContain("clock_skew");
  expect(Math.abs(Date.parse(entry?.placedAt ?? "") - Date.now())).toBeLessThan(60_000);
});

test("a kiosk starts cold with no network, signs on, counts, and sends when it is back", async ({ browser }) => {
  const pavilion = await createPavilion();
  await employStaff(pavilion);
  const { page, context } = await openStaffedKiosk(browser, pavilion);
  await offlineCopy(page);
  const address = page.url();
  await page.close();
  await context.setOffline(true);
  const cold = await context.newPage();
  await cold.goto(address);
  await signOn(cold, morning);
  await door(cold).click();
  await expectWaiting(cold, 1);
  await context.setOffline(false);
  await expect.poll(pavilion.entered).toBe(1);
});

for (const language of ["ar", "fr"]) {
  for (const viewport of [
    { width: 390, height: 844 },
    { width: 1024, height: 768 },
  ]) {
    test(`sign-on and lock fit ${viewport.width}×${viewport.height} in ${language}; axe finds nothing`, async ({
      browser,
    }) => {
      const pavilion = await createPavilion();
      await employStaff(pavilion);
      const { page } = await openStaffedKiosk(browser, pavilion, { language, viewport, reducedMotion: "reduce" });
      const overflow = () =>
        page.evaluate(() => [
          document.documentElement.scrollWidth - innerWidth,
          document.documentElement.scrollHeight - innerHeight,
        ]);
      expect(await overflow()).toEqual([0, 0]);
      expect(await faultsOf(page)).toEqual([]);
      await signOn(page, morning);
      await openSettings(page);
      await page.locator(".settings section .button").nth(1).click();
      await expect(page.locator(".handover-figure")).toHaveCount(5);
      expect(await faultsOf(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await page.locator(".settings section .button").first().click();
      await expect(staffPage(page)).toBeVisible();
      expect(await overflow()).toEqual([0, 0]);
      expect(await faultsOf(page)).toEqual([]);
    });
  }
}
