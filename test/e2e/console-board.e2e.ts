import { crc32, deflateSync } from "node:zlib";
import type { Client } from "@abwab/api-client";
import { routes, type ZonePlacement } from "@abwab/contract";
import { expect, type Page } from "@playwright/test";
import { consoleAddress, createEdition, pairDevice, signedInClient, signInContext } from "./console-session.ts";
import { faultsOf } from "./find-faults.ts";
import { test } from "./tidy-test.ts";

test.use({ locale: "ar", viewport: { width: 1440, height: 900 } });
test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: "reduce" }));

const names = (text: string) => ({ ar: text, fr: text, en: text });
const at = (zone: string, x: number): ZonePlacement => ({
  zone,
  shape: "rectangle",
  x,
  y: 20,
  width: 20,
  height: 20,
  rotation: 0,
});

/** An edition with two pavilions and an arena, that nobody has drawn yet. */
async function createBoard(page: Page) {
  const client = await signedInClient();
  const slug = await createEdition(client, "board");
  const params = { slug };
  await client.call(routes.changeZone, { params: { slug, code: "P01" }, body: { capacity: 10, areaM2: 20 } });
  const arena = { code: "ARENA", kind: "arena", names: names("الساحة"), capacity: 100, areaM2: 50 } as const;
  await client.call(routes.createZone, { params, body: arena });
  await client.call(routes.createZone, { params, body: { code: "P02", kind: "pavilion", names: names("المختبر") } });
  for (const [code, zone] of [
    ["P02-A", "P02"],
    ["ARENA-A", "ARENA"],
  ] as const) {
    await client.call(routes.createCheckpoint, { params, body: { code, zone, names: names(code) } });
  }
  await signInContext(page.context());
  return { client, slug };
}

const planOf = (client: Client, slug: string) => client.call(routes.getFloorPlan, { params: { slug } });
async function draw(client: Client, slug: string, placements: ZonePlacement[]) {
  const { version } = await planOf(client, slug);
  const body = { version, width: 120, height: 60, placements, doors: [] };
  return client.call(routes.changeFloorPlan, { params: { slug }, body });
}
const shape = (page: Page, code: string) => page.locator(`.editor-zone[data-zone=${code}]`);
const save = (page: Page) => page.getByRole("button", { name: "احفظ المخطط" });
const isSaved = (page: Page) => expect(page.locator(".editor-state")).toHaveText("حُفظ المخطط");
const placeIn = async (client: Client, slug: string, code: string) =>
  (await planOf(client, slug)).placements.find(({ zone }) => zone === code);

/** Drags by pixels from the middle of what is at `selector`. */
async function drag(page: Page, selector: string, by: { x: number; y: number }): Promise<void> {
  const box = await page.locator(selector).boundingBox();
  if (box === null) throw new Error(`${selector} is not to be seen`);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + by.x / 2, y + by.y / 2);
  await page.mouse.move(x + by.x, y + by.y);
  await page.mouse.up();
}

test("a plan is laid out by itself, and arranged with the mouse: moved, made larger, undone, saved", async ({
  page,
}) => {
  const { client, slug } = await createBoard(page);
  await page.goto(consoleAddress(`/live/${slug}?view=plan`));
  await page.getByRole("link", { name: "ارسم المخطط" }).click();
  await page.getByRole("button", { name: "رتّب تلقائياً" }).click();
  await expect(page.locator(".editor-zone")).toHaveCount(3);
  expect(await faultsOf(page)).toEqual([]);
  await save(page).click();
  await isSaved(page);

  await draw(client, slug, [at("P01", 10), at("P02", 60)]);
  await page.reload();
  await drag(page, ".editor-zone[data-zone=P01]", { x: 60, y: 40 });
  await drag(page, ".editor-zone[data-zone=P02]", { x: 0, y: 60 });
  await drag(page, '[data-handle="1,1"]', { x: 50, y: 0 });
  await page.getByRole("button", { name: "تراجع" }).click();
  await save(page).click();
  await isSaved(page);
  const [first, second] = [await placeIn(client, slug, "P01"), await placeIn(client, slug, "P02")];
  if (first?.shape !== "rectangle" || second?.shape !== "rectangle") throw new Error("it became something else");
  expect(first.x).toBeGreaterThan(11);
  expect(first.y).toBeGreaterThan(21);
  expect(Number.isInteger(first.x)).toBe(true);
  expect(second).toMatchObject({ x: 60, width: 20 });
  expect(second.y).toBeGreaterThan(21);
});

test("a plan is arranged with the keyboard alone, and a zone not yet placed is put on it", async ({ page }) => {
  const { client, slug } = await createBoard(page);
  await draw(client, slug, [at("P01", 10)]);
  await page.goto(consoleAddress(`/floor-plan/${slug}`));
  await shape(page, "P01").focus();
  for (const key of ["ArrowRight", "ArrowRight", "Shift+ArrowDown", "Alt+ArrowLeft", "r", "ArrowUp"]) {
    await page.keyboard.press(key);
  }
  await page.keyboard.press("Control+z");
  await page.getByRole("button", { name: /P02/ }).press("Enter");
  await expect(shape(page, "P02")).toBeVisible();
  await save(page).press("Enter");
  await isSaved(page);
  expect(await placeIn(client, slug, "P01")).toEqual({ ...at("P01", 12), y: 25, width: 19, rotation: 15 });
  await page.getByRole("textbox", { name: "من اليسار" }).fill("3");
  await shape(page, "P01").press("Delete");
  await save(page).click();
  await isSaved(page);
  expect(await placeIn(client, slug, "P02")).toMatchObject({ x: 3 });
  expect(await placeIn(client, slug, "P01")).toBeUndefined();
});

test("two who draw at once are told; nothing is overwritten, and unsaved changes are not lost by a slip", async ({
  page,
  browser,
}) => {
  const { client, slug } = await createBoard(page);
  await draw(client, slug, [at("P01", 10)]);
  await page.goto(consoleAddress(`/floor-plan/${slug}`));
  await shape(page, "P01").press("ArrowRight");

  const other = await browser.newContext({ locale: "ar", reducedMotion: "reduce" });
  await signInContext(other);
  const second = await other.newPage();
  await second.goto(consoleAddress(`/floor-plan/${slug}`));
  await shape(second, "P01").press("Shift+ArrowRight");
  await save(second).click();
  await isSaved(second);
  await other.close();

  await save(page).click();
  await expect(page.getByRole("alert")).toContainText("غيّر شخص آخر هذا المخطط");
  expect(await placeIn(client, slug, "P01")).toMatchObject({ x: 15 });
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "حمّل نسخته" }).click();
  await expect(page.getByRole("alert")).toHaveCount(0);
  await shape(page, "P01").press("ArrowRight");
  await page.getByRole("link", { name: "إلى اللوحة" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "رجوع" }).click();
  await save(page).click();
  await isSaved(page);
  expect(await placeIn(client, slug, "P01")).toMatchObject({ x: 16 });
});

/** A whole PNG. */
function png(width: number, height: number): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(8, 8);
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const rows = deflateSync(Buffer.alloc((width + 1) * height, 200));
  return Buffer.concat([start, chunk("IHDR", header), chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))]);
}

test("a picture is put behind the plan and taken away; what is no picture is refused in words", async ({ page }) => {
  const { client, slug } = await createBoard(page);
  await draw(client, slug, [at("P01", 10)]);
  await page.goto(consoleAddress(`/floor-plan/${slug}`));
  const file = page.locator("input[type=file]");
  await file.setInputFiles({ name: "plan.svg", mimeType: "image/svg+xml", buffer: Buffer.from("<svg/>") });
  await expect(page.getByRole("alert")).toContainText("SVG");
  await file.setInputFiles({ name: "plan.png", mimeType: "image/png", buffer: Buffer.from("not a picture") });
  await expect(page.getByRole("alert")).toBeVisible();
  await shape(page, "P01").press("ArrowRight");
  await file.setInputFiles({ name: "plan.png", mimeType: "image/png", buffer: png(120, 60) });
  const picture = page.locator("image.plan-picture");
  await expect(picture).toBeVisible();
  const address = await picture.getAttribute("href");
  expect((await page.request.get(new URL(address ?? "", page.url()).href)).headers()["content-type"]).toBe("image/png");
  // What was drawn meanwhile is saved upon the version with the picture.
  await save(page).click();
  await isSaved(page);
  await page.getByRole("button", { name: "احذف الصورة" }).click();
  await page.getByRole("dialog").locator("button[type=submit]").click();
  await expect(picture).toHaveCount(0);
  expect(await planOf(client, slug)).toMatchObject({ background: null, placements: [{ x: 11 }] });
});

test("C3: the plan's heat follows who comes in, by share and by density, and a press opens the zone", async ({
  page,
}) => {
  const { client, slug } = await createBoard(page);
  await draw(client, slug, [at("P01", 10), at("ARENA", 60)]);
  const [door, stage] = [await pairDevice(client, slug, "P01-A"), await pairDevice(client, slug, "ARENA-A")];
  await page.goto(consoleAddress(`/live/${slug}?view=plan`));
  const zone = (code: string) => page.locator(`.plan-zone[data-zone=${code}]`);
  await expect(zone("P01")).toHaveAttribute("data-level", "0");
  await door.enter(6);
  await expect(zone("P01")).toHaveAttribute("data-level", "2", { timeout: 1_000 });
  await expect(zone("P01")).toContainText("60%");
  await door.enter(5);
  await expect(zone("P01")).toHaveAttribute("data-level", "5");
  await stage.enter(60);
  await expect(zone("ARENA")).toContainText(/1,2.*شخص\/م²/);
  await page.getByText("شخص/م²", { exact: true }).first().click();
  await expect(page).toHaveURL(/measure=density/);
  await expect(zone("ARENA")).toHaveAttribute("data-level", "2");
  await expect(zone("ARENA")).toHaveAccessibleName(/الساحة.*شخص\/م².*1,2/);
  await expect(page.locator(".plan-missing")).toContainText("P02");
  await zone("P01").click();
  await expect(page).toHaveURL(new RegExp(`/live/${slug}/P01$`));
});

test("the table is sorted by any column, by mouse and keyboard, and what is shown stands in the address", async ({
  page,
}) => {
  const { client, slug } = await createBoard(page);
  const doors = [await pairDevice(client, slug, "P01-A"), await pairDevice(client, slug, "P02-A")] as const;
  await doors[0].enter(3);
  await doors[1].enter(9);
  await page.goto(consoleAddress(`/live/${slug}`));
  await page.getByText("جدول", { exact: true }).click();
  const codes = () => page.locator(".board-table tbody .board-code").allInnerTexts();
  await expect.poll(codes).toEqual(["ARENA", "P01", "P02", "SITE"]);
  await page.getByRole("button", { name: "دخول اليوم" }).click();
  await expect(page.getByRole("columnheader", { name: "دخول اليوم" })).toHaveAttribute("aria-sort", "descending");
  await expect.poll(codes).toEqual(["P02", "P01", "ARENA", "SITE"]);
  await page.getByRole("button", { name: "دخول اليوم" }).press("Enter");
  await expect.poll(codes).toEqual(["ARENA", "SITE", "P01", "P02"]);
  await expect(page).toHaveURL(/view=table&sort=entered&reverse=true/);
  await page.reload();
  await expect.poll(codes).toEqual(["ARENA", "SITE", "P01", "P02"]);
  await doors[0].enter(20);
  await expect(page.locator("tr[data-zone=P01] .board-main")).toHaveText("23", { timeout: 1_000 });
  await expect.poll(codes).toEqual(["ARENA", "SITE", "P02", "P01"]);
  expect(await faultsOf(page)).toEqual([]);
});

test("zones are found by kind, by state and by name, in every view", async ({ page }) => {
  const { client, slug } = await createBoard(page);
  await client.call(routes.changeZone, { params: { slug, code: "P02" }, body: { status: "hold" } });
  await draw(client, slug, [at("P01", 10), at("P02", 60)]);
  await page.goto(consoleAddress(`/live/${slug}?view=table`));
  const rows = page.locator(".board-table tbody tr");
  await page.getByRole("combobox", { name: "نوع المنطقة" }).selectOption("pavilion");
  await expect(rows).toHaveCount(2);
  await page.getByRole("combobox", { name: "حالة المنطقة" }).selectOption("hold");
  await expect(rows).toHaveCount(1);
  await page.getByText("مخطط", { exact: true }).click();
  await expect(page.locator(".plan-zone[data-dim=true]")).toHaveAttribute("data-zone", "P01");
  await page.getByText("بطاقات", { exact: true }).click();
  await expect(page.locator("a.tile")).toHaveCount(1);
  await page.getByRole("searchbox").fill("المخبر");
  await expect(page.locator(".tiles-none")).toBeVisible();
  await page.getByRole("searchbox").fill("المختبر");
  await expect(page.locator("a.tile")).toContainText("P02");
});

test("C4: who holds figures back is named on a press", async ({ page }) => {
  const { client, slug } = await createBoard(page);
  const { pairingCode } = await client.call(routes.createDevice, {
    params: { slug },
    body: { name: "لوحة الباب", checkpoint: "P01-A" },
  });
  const { token } = await client.call(routes.pair, { body: { pairingCode } });
  await client.call(routes.recordEntries, {
    body: { device: { pending: 41 }, entries: [] },
    headers: { authorization: `Bearer ${token}`, cookie: "" },
  });
  await page.goto(consoleAddress(`/live/${slug}`));
  await page.getByRole("button", { name: /41 تسجيلاً ينتظر/ }).click();
  const list = page.locator(".completeness-devices");
  await expect(list).toContainText("لوحة الباب");
  await expect(list).toContainText("41");
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(list).toHaveCount(0);
});
