import { routes } from "@abwab/contract";
import { expect, type Browser, type Page } from "@playwright/test";
import {
  consoleAddress,
  createEdition,
  createPerson,
  dayFromToday,
  pairDevice,
  signedInClient,
  signInContext,
  speak,
} from "./console-session.ts";
import { faultsOf } from "./find-faults.ts";
import { createPavilion, openKiosk, phone } from "./kiosk-door.ts";
import { test } from "./tidy-test.ts";

/** An organiser's own browser, on a page of the console. */
async function openConsole(browser: Browser, path: string, options = {}) {
  const client = await signedInClient();
  const context = await browser.newContext({ locale: "en", viewport: { width: 1440, height: 900 }, ...options });
  await signInContext(context, await createPerson(client, "organiser"));
  const page = await context.newPage();
  await speak(page, "en");
  await page.goto(consoleAddress(path));
  return page;
}

const zone = (page: Page, code: string) => page.locator(".steered-zone", { hasText: code });
const act = (page: Page, code: string, name: string) => zone(page, code).getByRole("button", { name, exact: true });
const strip = (page: Page) => page.locator(".broadcast");

test("an organiser holds a pavilion on a phone; its kiosk shows it within a second, and the page says who has it", async ({
  browser,
}) => {
  const park = await createPavilion();
  const kiosk = await openKiosk(browser, park, { language: "fr" });
  const organiser = await openConsole(browser, `/steering/${park.slug}`, phone);
  await expect(zone(organiser, "P01")).toContainText("All devices have it (1)");
  await organiser.getByText("Short pause, back in a few minutes").click();
  await act(organiser, "P01", "Hold").click();
  const takeover = kiosk.page.locator(".takeover");
  await expect(takeover).toBeVisible({ timeout: 1_000 });
  await expect(takeover).toContainText("Courte pause");
  await expect(zone(organiser, "P01")).toContainText("All devices have it (1)");
  await act(organiser, "P01", "Open").click();
  await expect(takeover).toHaveCount(0);
});

test("a kiosk that is away is named as missing until it is back, and then shows the state", async ({ browser }) => {
  const park = await createPavilion();
  const kiosk = await openKiosk(browser, park);
  const organiser = await openConsole(browser, `/steering/${park.slug}`);
  await expect(zone(organiser, "P01")).toContainText("All devices have it (1)");
  await kiosk.context.setOffline(true);
  await act(organiser, "P01", "Close").click();
  await expect(zone(organiser, "P01")).toContainText("0 of 1 devices have it");
  await expect(zone(organiser, "P01")).toContainText("P01-A");
  await kiosk.context.setOffline(false);
  await expect(kiosk.page.locator(".takeover")).toBeVisible({ timeout: 30_000 });
  await expect(zone(organiser, "P01")).toContainText("All devices have it (1)", { timeout: 30_000 });
});

test("a message is sent to kiosks, does not hinder counting, and is read by one tap, which the organiser sees", async ({
  browser,
}) => {
  const park = await createPavilion();
  const kiosk = await openKiosk(browser, park, { language: "fr" });
  const organiser = await openConsole(browser, `/steering/${park.slug}`);
  await organiser.getByRole("button", { name: "New message" }).click();
  const form = organiser.getByRole("dialog");
  await form.getByRole("button", { name: "Send" }).click();
  await expect(form).toContainText("at least one language");
  await form.getByLabel("In French").fill("Le spectacle commence à 16 h.");
  await form.getByRole("button", { name: "Send" }).click();
  await expect(strip(kiosk.page)).toContainText("Le spectacle commence à 16 h.", { timeout: 5_000 });
  await expect(organiser.locator(".broadcast-sent")).toContainText("Shown on 1 of 1, read on 0");
  await strip(kiosk.page).getByRole("button", { name: "Lu" }).click();
  await expect(strip(kiosk.page)).toHaveCount(0);
  await expect(organiser.locator(".broadcast-sent")).toContainText("read on 1");
  await kiosk.page.reload();
  await expect(kiosk.page.locator(".ways")).toBeVisible();
  await expect(strip(kiosk.page)).toHaveCount(0);
  await organiser.getByRole("button", { name: "Change" }).click();
  await form.getByLabel("In French").fill("Le spectacle commence à 17 h.");
  await form.getByRole("button", { name: "Send" }).click();
  await expect(strip(kiosk.page)).toContainText("17 h");
  await organiser.getByRole("button", { name: "Withdraw" }).click();
  await form.getByRole("button", { name: "Withdraw" }).click();
  await expect(strip(kiosk.page)).toHaveCount(0);
});

test("a message that was sent while a kiosk was away stands on it when it is back", async ({ browser }) => {
  const park = await createPavilion();
  const kiosk = await openKiosk(browser, park, { language: "fr" });
  await kiosk.context.setOffline(true);
  await park.client.call(routes.sendBroadcast, {
    params: { slug: park.slug },
    body: { level: "warning", texts: { ar: "تنبيه", fr: "Alerte" } },
  });
  await kiosk.context.setOffline(false);
  await expect(strip(kiosk.page)).toContainText("Alerte", { timeout: 30_000 });
});

test("one organiser holds the site, a second learns that it is held, and lifting restores each zone", async ({
  browser,
}) => {
  const client = await signedInClient();
  const slug = await createEdition(client, "hold");
  await client.call(routes.changeZone, { params: { slug, code: "P01" }, body: { status: "closed" } });
  const gate = await pairDevice(client, slug, "G1");
  await gate.enter(40);
  const first = await openConsole(browser, `/steering/${slug}`);
  const second = await openConsole(browser, `/steering/${slug}`);
  for (const page of [first, second]) await page.getByRole("button", { name: "Hold the whole site" }).click();
  await expect(first.getByRole("dialog")).toContainText("The state of each zone is remembered");
  await first.getByRole("button", { name: "Hold 1 zones now" }).click();
  await expect(first.locator(".site-hold-says")).toContainText("on hold");
  await second.getByRole("button", { name: /zones now/ }).click();
  await expect(second.locator(".site-hold")).toContainText("It was held already");
  await expect(zone(second, "SITE")).toHaveAttribute("data-status", "hold");
  await expect(zone(second, "P01")).toHaveAttribute("data-status", "closed");

  await first.getByRole("link", { name: "Where people are" }).click();
  await expect(first.locator(".evacuation-hold")).toBeVisible();
  await expect(first.locator(".evacuation-table tbody tr").first()).toContainText("SITE");
  await expect(first.locator(".evacuation-unknown, .evacuation-inside").first()).toContainText("40");

  await second.getByRole("button", { name: "Lift the hold" }).click();
  await second.getByRole("dialog").getByRole("button", { name: "Lift the hold" }).click();
  await expect(second.locator(".site-hold")).toContainText("2 zones are as before");
  await expect(zone(second, "SITE")).toHaveAttribute("data-status", "open");
  await expect(first.locator(".evacuation-hold")).toHaveCount(0);
});

test("a zone whose exits are not counted is shown as not known, and never as empty", async ({ browser }) => {
  const client = await signedInClient();
  const slug = await createEdition(client, "leave");
  const params = { slug };
  const names = { ar: "الحلبة", fr: "Arène", en: "Arena" };
  await client.call(routes.createZone, { params, body: { code: "ARENA", kind: "arena", names } });
  await client.call(routes.createCheckpoint, {
    params,
    body: { code: "ARENA-A", zone: "ARENA", directions: ["in"], names },
  });
  const page = await openConsole(browser, `/evacuation/${slug}`, phone);
  await expect(page.locator(".evacuation-unknown")).toContainText("not known");
  await expect(page.locator(".evacuation-table")).not.toContainText("ARENA");
  expect(await faultsOf(page)).toEqual([]);
});

test("the board goes back to any minute of a day, says that it is the past, plays on, and comes back to now", async ({
  browser,
}) => {
  const client = await signedInClient();
  const slug = await createEdition(client, "past");
  const days = [-1, 0].map((day) => ({ date: dayFromToday(day), opensAt: "09:00", closesAt: "20:00" }));
  await client.call(routes.changeEdition, { params: { slug }, body: { days } });
  const at = (clock: string) => new Date(`${dayFromToday(-1)}T${clock}+01:00`);
  const gate = await pairDevice(client, slug, "G1");
  await gate.enter(5, at("10:00:20"));
  await gate.enter(7, at("12:00:20"));

  const page = await openConsole(browser, `/live/${slug}`);
  const visits = page.locator("[data-total=visitsToday] .total-value");
  await expect(visits).toHaveText("0");
  const bar = page.locator(".time-travel");
  const scrubber = bar.locator("input[type=range]");
  await bar.getByLabel("Day").selectOption(dayFromToday(-1));
  await scrubber.fill(String(at("11:00:00").getTime()));
  await expect(visits).toHaveText("5");
  await expect(page.locator(".tile .sparkline-line")).not.toHaveCount(0);
  await expect(page.locator(".past-banner")).toContainText("This is the past");
  await expect(page.locator(".board")).toHaveAttribute("data-past", "true");

  await scrubber.fill(String(at("10:01:00").getTime()));
  await scrubber.focus();
  await page.keyboard.press("ArrowLeft");
  await expect(visits).toHaveText("0");
  expect(await faultsOf(page)).toEqual([]);

  await scrubber.fill(String(at("11:55:00").getTime()));
  await bar.getByRole("button", { name: "Play ×600" }).click();
  await expect(visits).toHaveText("12");
  await page.locator(".past-banner").getByRole("button", { name: "Back to now" }).click();
  await expect(page.locator(".past-banner")).toHaveCount(0);
  await expect(visits).toHaveText("0");
});
