import { routes } from "@abwab/contract";
import { expect, type Browser, type BrowserContextOptions, type Page } from "@playwright/test";
import { address } from "./console-session.ts";
import { phone, type Pavilion } from "./kiosk-door.ts";

export const morning = { code: "A7", pin: "2468" };
export const evening = { code: "B3", pin: "1357" };
/** Gate staff of the edition: two with a PIN, one with a badge, which is an accreditation. */
export async function employStaff({ client, slug, issue }: Pavilion): Promise<{ badge: string; token: string }> {
  const params = { slug };
  for (const { code, pin } of [morning, evening]) {
    await client.call(routes.createOperator, { params, body: { code, pin, name: "عون البوابة" } });
  }
  const { code: badge, token } = await issue({ kind: "accreditation", category: "staff", label: "عون البوابة" });
  await client.call(routes.createOperator, { params, body: { code: "C1", badge, name: "عون البوابة" } });
  return { badge, token };
}

/** A kiosk at a door whose staff sign on, past its preflight: it asks who is there. */
export async function openStaffedKiosk(
  browser: Browser,
  { client, slug }: Pavilion,
  { language = "ar", path = "", ...options }: BrowserContextOptions & { language?: string; path?: string } = {},
) {
  const body = { name: "لوحة الباب أ", checkpoint: "P01-A" };
  const { device, pairingCode } = await client.call(routes.createDevice, { params: { slug }, body });
  const context = await browser.newContext({ locale: language, ...phone, ...options });
  const page = await context.newPage();
  await page.goto(path === "" ? address(`/kiosk/#pair=${pairingCode}`) : `${path}#pair=${pairingCode}`);
  await page.locator(".preflight-foot .button-strong").click();
  await expect(page.locator(".staff")).toBeVisible();
  return { context, page, device };
}

/** Types a PIN with the keys on the screen. */
export async function typePin(page: Page, pin: string): Promise<void> {
  for (const digit of pin) await page.locator(".pin-key", { hasText: digit }).click();
  await page.locator(".staff-card button[type=submit]").click();
}

export async function signOn(page: Page, { code, pin }: { code: string; pin: string }): Promise<void> {
  await page.locator("#staff-code").fill(code.toLowerCase());
  await typePin(page, pin);
  await expect(page.locator(".tally")).toBeVisible();
}

export const openSettings = (page: Page) => page.locator(".tally-header .icon-button").last().click();
