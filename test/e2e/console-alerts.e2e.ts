import { routes } from "@abwab/contract";
import { type BrowserContext, expect, type Page } from "@playwright/test";
import { consoleAddress, createEdition, pairDevice, signedInClient, signInContext, speak } from "./console-session.ts";
import { faultsOf } from "./find-faults.ts";
import { test } from "./tidy-test.ts";

test.use({ locale: "en", viewport: { width: 1440, height: 900 } });

async function open(context: BrowserContext, path: string): Promise<Page> {
  await signInContext(context);
  const page = await context.newPage();
  await page.emulateMedia({ reducedMotion: "reduce" });
  await speak(page, "en");
  await page.goto(consoleAddress(path));
  return page;
}

const card = (page: Page) => page.locator(".alert-card").first();

test("an alert rings while people watch, is looked after by one, and the others see it", async ({ browser }) => {
  const client = await signedInClient();
  const slug = await createEdition(client, "alerts");
  const contexts = await Promise.all([browser.newContext(), browser.newContext(), browser.newContext()]);
  const [one, other, wall] = await Promise.all([
    open(contexts[0], `/alerts/${slug}`),
    open(contexts[1], `/alerts/${slug}`),
    open(contexts[2], `/wall/${slug}`),
  ]);

  await one.getByRole("tab", { name: "Rules" }).click();
  await one.getByRole("button", { name: "Add the usual rules" }).click();
  await expect(one.getByRole("row")).toHaveCount(10);
  expect(await faultsOf(one)).toEqual([]);
  await one.getByRole("tab", { name: "Now" }).click();

  // Five are asked for where two have room.
  await client.call(routes.changeZone, { params: { slug, code: "P01" }, body: { capacity: 2 } });
  const { enter } = await pairDevice(client, slug, "P01-A");
  await enter(5);

  await expect(card(one)).toBeVisible({ timeout: 15_000 });
  await expect(card(other)).toBeVisible();
  await expect(wall.getByRole("alert")).toContainText("P01");
  expect(await faultsOf(other)).toEqual([]);
  expect(await faultsOf(wall)).toEqual([]);

  const critical = one.locator(".alert-card[data-severity=critical]");
  await critical.getByRole("button", { name: /I look after it/ }).click();
  await critical.getByRole("button", { name: /Write a note/ }).click();
  await one.getByRole("dialog").getByRole("textbox").fill("Door held for ten minutes");
  expect(await faultsOf(one)).toEqual([]);
  await one.getByRole("dialog").getByRole("button", { name: "Write a note" }).click();

  const seen = other.locator(".alert-card[data-severity=critical]");
  await expect(seen).toContainText("Door held for ten minutes");
  await expect(seen).toContainText("looks after it since");
  await expect(wall.getByRole("alert")).toBeHidden();

  await seen.getByRole("button", { name: /End it/ }).click();
  await other.getByRole("dialog").getByRole("button", { name: "End it" }).click();
  await expect(critical).toBeHidden();
  await one.getByRole("tab", { name: "Past" }).click();
  await expect(card(one)).toContainText("ended it at");
  for (const context of contexts) await context.close();
});

test("a webhook is added, its secret shown once, and a test that finds nobody stands in its log", async ({
  browser,
}) => {
  const slug = await createEdition(await signedInClient(), "webhooks");
  const context = await browser.newContext();
  const page = await open(context, `/alerts/${slug}?part=webhooks`);
  const dialog = page.getByRole("dialog");
  await page.getByRole("button", { name: "Add a webhook" }).click();
  await dialog.getByLabel("Name").fill("Pager");
  // No such top-level domain will ever be (RFC 2606).
  await dialog.getByLabel("Address").fill("https://pager.invalid/hook");
  expect(await faultsOf(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toContainText("whsec_");
  await dialog.getByRole("button", { name: "Close" }).last().click();
  await page.getByRole("button", { name: /Pager/ }).click();
  await page.getByRole("menuitem", { name: "Send a test" }).click();
  await expect(dialog).toContainText("unknown name", { timeout: 20_000 });
  expect(await faultsOf(page)).toEqual([]);
  await context.close();
});
