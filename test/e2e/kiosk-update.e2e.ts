import { expect, type Page } from "@playwright/test";
import { createPavilion } from "./kiosk-door.ts";
import { employStaff, morning, openSettings, openStaffedKiosk, signOn } from "./kiosk-staff.ts";
import { serveVersions } from "./kiosk-versions.ts";
import { test } from "./tidy-test.ts";

/** Looks for a newer version, as a kiosk does by itself every half hour. */
const lookForUpdate = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
  });

test("an update waits while somebody is at work, and is there after the handover", async ({ browser }) => {
  test.setTimeout(120_000);
  await using kiosk = await serveVersions(["9.0.1", "9.0.2"]);
  const pavilion = await createPavilion();
  await employStaff(pavilion);
  const { page } = await openStaffedKiosk(browser, pavilion, { path: kiosk.url });
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await signOn(page, morning);
  const version = page.locator(".settings-facts dd").last();

  kiosk.offer("9.0.2");
  await lookForUpdate(page);
  await expect(page.locator(".tally-header [data-attention=true]")).toBeVisible();
  // Through it all the shift goes on: taps, a look at the settings, a locked screen.
  await page.locator(".door").click();
  await expect.poll(pavilion.entered).toBe(1);
  await openSettings(page);
  await expect(page.locator(".settings-update")).toBeVisible();
  await expect(version).toHaveText("9.0.1");

  await page.locator(".settings section .button").nth(1).click();
  const reloaded = page.waitForEvent("load");
  await page.getByRole("button", { name: "أنهِ دوامي" }).click();
  await reloaded;
  await signOn(page, morning);
  await openSettings(page);
  await expect(version).toHaveText("9.0.2");
});

test("an update is applied at once where a person asks for it", async ({ browser }) => {
  test.setTimeout(120_000);
  await using kiosk = await serveVersions(["9.1.1", "9.1.2"]);
  const pavilion = await createPavilion();
  await employStaff(pavilion);
  const { page } = await openStaffedKiosk(browser, pavilion, { path: kiosk.url });
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await signOn(page, morning);
  kiosk.offer("9.1.2");
  await lookForUpdate(page);
  await openSettings(page);
  const reloaded = page.waitForEvent("load");
  await page.getByRole("button", { name: "حدّث الآن" }).click();
  await reloaded;
  await openSettings(page);
  await expect(page.locator(".settings-facts dd").last()).toHaveText("9.1.2");
});
