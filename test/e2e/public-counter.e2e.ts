import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { routes } from "@abwab/contract";
import { expect, type Page } from "@playwright/test";
import {
  address,
  consoleAddress,
  createEdition,
  pairDevice,
  signedInClient,
  signInContext,
  speak,
} from "./console-session.ts";
import { faultsOf } from "./find-faults.ts";
import { test } from "./tidy-test.ts";

test.use({ locale: "fr", viewport: { width: 448, height: 260 } });
test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: "reduce" }));

/** The widget asks every five seconds or so. */
const ASKS = { timeout: 20_000 };
const main = (page: Page) => page.locator("#main");

async function aPublicEdition(people: number) {
  const client = await signedInClient();
  const slug = await createEdition(client, "public");
  await client.call(routes.changeEdition, { params: { slug }, body: { public: true } });
  const gate = await pairDevice(client, slug, "G1");
  await gate.enter(people);
  return { client, slug, gate };
}

test("the widget shows the totals, follows them, and says when it is gone", async ({ page, context }) => {
  const { client, slug, gate } = await aPublicEdition(120);
  await page.goto(address(`/public/${slug}/widget?lang=fr`));
  await expect(main(page)).toHaveText("120");
  await expect(page.locator("#second")).toContainText("Au total");
  await gate.enter(30);
  await expect(main(page)).toHaveText("150", ASKS);
  expect(await context.cookies()).toEqual([]);
  await client.call(routes.changeEdition, { params: { slug }, body: { public: false } });
  await expect(page.locator("#as-of")).toHaveText("Ce compteur n’est plus disponible.", ASKS);
});

test("C4: figures that are old look old, and are new again once the service answers", async ({ page, context }) => {
  const { slug } = await aPublicEdition(5);
  await page.clock.install();
  await page.goto(address(`/public/${slug}/widget?lang=fr`));
  await expect(main(page)).toHaveText("5");
  await context.setOffline(true);
  await page.clock.fastForward(60_000);
  await expect(page.locator("#counter")).toHaveClass(/old/);
  await expect(page.locator("#as-of")).toContainText("Chiffres anciens");
  await context.setOffline(false);
  await expect
    .poll(async () => {
      await page.clock.fastForward(7_000);
      return page.locator("#counter").getAttribute("class");
    }, ASKS)
    .not.toContain("old");
});

test("another site's page shows it in a frame by one line", async ({ page }) => {
  const { slug } = await aPublicEdition(77);
  const line = `<script src="${address("/public/widget.js")}" data-edition="${slug}" data-lang="en" data-theme="dark" async></script>`;
  const news = createServer((_, response) =>
    response.setHeader("content-type", "text/html").end(`<!doctype html><title>News</title><p>News</p>${line}`),
  );
  await new Promise<void>((resolve) => news.listen(0, "127.0.0.1", resolve));
  try {
    await page.goto(`http://127.0.0.1:${(news.address() as AddressInfo).port}/`);
    const frame = page.frameLocator("iframe");
    await expect(frame.locator("#main")).toHaveText("77");
    await expect(frame.locator("html")).toHaveAttribute("data-theme", "dark");
    await expect(frame.locator("#main-label")).toHaveText("visits today");
  } finally {
    news.closeAllConnections();
    news.close();
  }
});

for (const [language, theme] of [
  ["ar", "light"],
  ["fr", "dark"],
  ["en", "light"],
] as const) {
  test(`axe finds nothing on the widget in ${language}, ${theme}`, async ({ page }) => {
    const { slug } = await aPublicEdition(2_500);
    await page.goto(address(`/public/${slug}/widget?lang=${language}&theme=${theme}`));
    await expect(main(page)).not.toHaveText("–");
    expect(await faultsOf(page)).toEqual([]);
  });
}

test("the set-up switches the counter on and off, and shows what to put on other pages", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const client = await signedInClient();
  const slug = await createEdition(client, "public-setup");
  await speak(page, "fr");
  await signInContext(page.context());
  await page.goto(consoleAddress(`/setup/${slug}`));
  await page.getByRole("tab", { name: "Compteur public" }).click();
  const dialog = page.getByRole("dialog");
  await page.getByRole("switch", { name: "Totaux visibles du public" }).click();
  await dialog.getByRole("button", { name: "Les montrer" }).click();
  await expect(page.frameLocator(".public-preview").locator("#main")).toHaveText("0");
  await expect(page.locator(".public-snippet code").first()).toContainText(`data-edition="${slug}"`);
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("switch", { name: "Totaux visibles du public" }).click();
  await dialog.getByRole("button", { name: "L’arrêter" }).click();
  await expect(page.locator(".public-preview")).toHaveCount(0);
});
