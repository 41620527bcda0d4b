import { AxeBuilder } from "@axe-core/playwright";
import { routes } from "@abwab/contract";
import { expect, type Browser, type BrowserContextOptions } from "@playwright/test";
import { address, createEdition, pairDevice, signedInClient } from "./console-session.ts";
import { test } from "./tidy-test.ts";

/** A wall of an edition with one gate and one pavilion for forty, and a device at each. */
async function openWall(browser: Browser, hash = "wall", options: BrowserContextOptions = {}) {
  const client = await signedInClient();
  const slug = await createEdition(client, "wall");
  const params = { slug };
  await client.call(routes.changeZone, { params: { slug, code: "P01" }, body: { capacity: 40 } });
  const gate = await pairDevice(client, slug, "G1");
  const pavilion = await pairDevice(client, slug, "P01-A");
  const body = { name: "حائط", checkpoint: "G1" };
  const { pairingCode } = await client.call(routes.createDevice, { params, body });
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, ...options });
  const page = await context.newPage();
  await page.goto(address(`/kiosk/#pair=${pairingCode}`));
  await expect(page.locator(".preflight")).toBeVisible();
  await page.goto(address(`/kiosk/#${hash}`));
  const total = page.getByTestId("wall-total");
  await expect(total).toHaveText("0");
  return { client, slug, gate, pavilion, page, context, total };
}

test("C3: a wall shows the event's total within a second, and where it is full", async ({ browser }) => {
  const { page, gate, pavilion, total } = await openWall(browser);
  await gate.enter(12);
  await expect(total).toHaveText("12", { timeout: 1_000 });
  await expect(page.locator("[data-kind=free] .wall-share")).toHaveText(/0/);
  await pavilion.enter(38);
  await expect(page.locator("[data-kind=full] .wall-share")).toHaveText(/95/);
});

test("a wall speaks each language in turn, and stays a wall over a reload", async ({ browser }) => {
  const { page, gate, total } = await openWall(browser);
  await gate.enter(7);
  await expect(total).toHaveText("7");
  await page.clock.install();
  await page.reload();
  const spoken = new Set<string | null>();
  for (let turn = 0; turn < 3; turn++) {
    spoken.add(await page.locator(".wall").getAttribute("lang"));
    await page.clock.fastForward(20_000);
    await page.waitForTimeout(50);
  }
  expect(spoken).toEqual(new Set(["ar", "fr", "en"]));
  await expect(page.locator("html")).not.toHaveAttribute("lang", "none");
});

test("a pavilion's wall shows its own figure", async ({ browser }) => {
  const { page, pavilion, gate, total } = await openWall(browser, "wall=P01");
  await gate.enter(500);
  await pavilion.enter(30);
  await expect(total).toHaveText("30");
  await expect(page.locator(".wall-here")).toContainText("500");
});

test("C4: without its service a wall keeps the last figures with their age, starts with them, and recovers", async ({
  browser,
}) => {
  const { page, context, gate, total } = await openWall(browser);
  await gate.enter(25);
  await expect(total).toHaveText("25");
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await context.setOffline(true);
  await page.reload();
  await expect(total).toHaveText("25");
  await expect(page.locator(".wall")).toHaveAttribute("data-old", "true");
  await gate.enter(5);
  await context.setOffline(false);
  await expect(total).toHaveText("30", { timeout: 20_000 });
  await expect(page.locator(".wall")).toHaveAttribute("data-old", "false");
});

for (const reducedMotion of ["no-preference", "reduce"] as const) {
  test(`each thousand of the day is celebrated, with motion: ${reducedMotion}`, async ({ browser }) => {
    const { page, gate } = await openWall(browser, "wall", { reducedMotion });
    await gate.enter(990);
    await expect(page.getByTestId("wall-total")).toHaveText("990");
    await expect(page.locator(".wall-celebration")).toHaveCount(0);
    await gate.enter(20);
    await expect(page.locator(".wall-celebration")).toContainText("000");
    const animation = await page
      .locator(".wall-celebration")
      .evaluate((element) => getComputedStyle(element).animationName);
    expect(animation === "none").toBe(reducedMotion === "reduce");
    await expect(page.locator(".wall-celebration")).toHaveCount(0, { timeout: 15_000 });
  });
}

for (const viewport of [
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
  { width: 1080, height: 1920 },
  { width: 2160, height: 3840 },
]) {
  test(`a wall of ${viewport.width}×${viewport.height} shows all of its picture; axe finds nothing`, async ({
    browser,
  }) => {
    const { page, gate, pavilion, total } = await openWall(browser, "wall", { viewport, reducedMotion: "reduce" });
    await gate.enter(900);
    await pavilion.enter(39);
    await expect(total).toHaveText("900");
    await expect(page.locator(".wall-share")).toBeVisible();
    const hidden = await page.evaluate(() => {
      const picture = [...document.querySelectorAll(".wall-head, .wall-total > *, .wall-rooms > *")];
      const boxes = picture.map((element) => element.getBoundingClientRect());
      const outside = boxes.filter(
        (box) => box.top < 0 || box.left < 0 || box.right > innerWidth || box.bottom > innerHeight,
      );
      const covered = boxes
        .slice(1)
        .filter((box, index) => box.top < (boxes[index]?.bottom ?? 0) - 2 && box.top > (boxes[index]?.top ?? 0));
      return outside.length + covered.length;
    });
    expect(hidden).toBe(0);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
}

test("the totals of a public edition are shown without pairing", async ({ browser }) => {
  const client = await signedInClient();
  const slug = await createEdition(client, "public");
  await client.call(routes.changeEdition, { params: { slug }, body: { public: true } });
  const gate = await pairDevice(client, slug, "G1");
  const page = await (await browser.newContext({ viewport: { width: 1920, height: 1080 } })).newPage();
  await page.goto(address(`/kiosk/#wall&edition=${slug}`));
  await gate.enter(3);
  await expect(page.getByTestId("wall-total")).toHaveText("3");
});
