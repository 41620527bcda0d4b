import { expect, type Page } from "@playwright/test";
import {
  consoleAddress,
  createEdition,
  createPerson,
  pairDevice,
  signedInClient,
  signInContext,
  speak,
} from "./console-session.ts";
import { test } from "./tidy-test.ts";

test.use({ locale: "ar", viewport: { width: 1440, height: 900 } });
test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: "reduce" }));

const dialog = (page: Page) => page.getByRole("dialog");
const submit = (page: Page) => dialog(page).locator("button[type=submit]").click();
const closed = (page: Page) => expect(dialog(page)).toHaveCount(0);
const row = (page: Page, name: string) => page.getByRole("row", { name: new RegExp(name) });

async function openBoard(page: Page) {
  const client = await signedInClient();
  const slug = await createEdition(client, "board");
  const kiosk = await pairDevice(client, slug, "P01-A");
  await signInContext(page.context());
  await page.goto(consoleAddress(`/live/${slug}`));
  const entered = page.locator(`a.tile[href$="/P01"] .tile-entered bdi`);
  await expect(entered).toHaveText("0");
  return { client, slug, kiosk, entered };
}

test("C3: the board shows an entry within a second", async ({ page }) => {
  const { kiosk, entered } = await openBoard(page);
  await kiosk.enter(7);
  await expect(entered).toHaveText("7", { timeout: 1_000 });
});

test("C4: the board looks old when the service can't be reached, and recovers by itself", async ({ page }) => {
  const { kiosk, entered } = await openBoard(page);
  const board = page.locator(".board");
  await expect(board).toHaveAttribute("data-stale", "false");
  await page.context().setOffline(true);
  await expect(board).toHaveAttribute("data-stale", "true", { timeout: 30_000 });
  await expect(page.getByRole("alert")).toContainText("أرقام قديمة");
  await kiosk.enter(5);
  await page.context().setOffline(false);
  await expect(board).toHaveAttribute("data-stale", "false", { timeout: 20_000 });
  await expect(entered).toHaveText("5");
});

test("C5: a day that is settled stays as it was, and what comes later shows beside it", async ({ page }) => {
  const { client, slug } = await openBoard(page);
  const gate = await pairDevice(client, slug, "G1");
  await gate.enter(40);
  await page.getByRole("link", { name: "الأيام" }).click();
  const settled = page.locator('[data-origin="settled"] [data-figure="visits"]');
  await page.getByRole("button", { name: "أقفل اليوم" }).click();
  await submit(page);
  await closed(page);
  await expect(settled).toContainText("40");
  await gate.enter(2);
  await expect(settled.locator(".day-since")).toContainText("2");
  await page.getByRole("button", { name: /أصدر المراجعة/ }).click();
  await submit(page);
  await closed(page);
  await expect(settled).toContainText("42");
  await expect(page.getByText("المراجعة 2")).toBeVisible();
});

test("E1: an entry is taken back from the ledger with a reason, and the figure follows", async ({ page }) => {
  const { kiosk, slug } = await openBoard(page);
  await kiosk.enter(9);
  await page.goto(consoleAddress(`/live/${slug}/P01`));
  await page.getByRole("button", { name: /ألغِ هذا التسجيل/ }).click();
  await submit(page);
  await expect(dialog(page).getByText("هذا الحقل ضروري.")).toBeVisible();
  await dialog(page).getByRole("textbox", { name: "السبب" }).fill("سُجّل مرتين");
  await submit(page);
  await closed(page);
  await expect(row(page, "سُجّل مرتين")).toContainText("9");
  await expect(page.locator(".zone-figure[data-main=true]")).toContainText("0");
});

const sizes = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
];
const paths = [
  "/live/open-days",
  "/live/open-days?view=plan",
  "/live/open-days?view=table",
  "/floor-plan/open-days",
  "/live/open-days/P01",
  "/wall/open-days",
  "/wall/open-days?view=plan",
  "/days/open-days",
  "/reports/open-days",
  "/devices/open-days",
  "/setup/open-days",
  "/editions",
  "/people",
  "/tokens",
  "/audit",
  "/account",
];
for (const language of ["ar", "fr", "en"]) {
  test(`every page fits a phone, a laptop and a wall in ${language}`, async ({ page, context }) => {
    await speak(page, language);
    await signInContext(context);
    const wide: string[] = [];
    for (const path of paths) {
      await page.goto(consoleAddress(path));
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      for (const size of sizes) {
        await page.setViewportSize(size);
        const over = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        // A page laid out anew takes a frame or two.
        await expect
          .poll(over, { timeout: 2_000 })
          .toBe(0)
          .catch(async () => wide.push(`${path} at ${size.width}: ${await over()}`));
      }
    }
    expect(wide).toEqual([]);
  });
}

test("P2: what was changed stands on the audit trail with who, before and after", async ({ page, context }) => {
  const slug = await createEdition(await signedInClient(), "audit");
  await signInContext(context);
  await page.goto(consoleAddress(`/live/${slug}/P01`));
  await page.getByRole("button", { name: "غيّر الحالة" }).click();
  await dialog(page).getByText("متوقف مؤقتاً").click();
  await submit(page);
  await closed(page);
  await page.getByRole("link", { name: "سجل التدقيق" }).click();
  const event = page.locator(".audit-entry", { hasText: `${slug}/P01` }).first();
  await event.locator("summary").click();
  await expect(event).toContainText("@abwab.test");
  await expect(event.locator("del")).toContainText(["open"]);
  await expect(event.locator("ins")).toContainText(["hold"]);
});

test("a viewer sees every figure and no administration", async ({ page, context }) => {
  const client = await signedInClient();
  const slug = await createEdition(client, "viewer");
  await signInContext(context, await createPerson(client, "viewer"));
  await page.goto(consoleAddress(`/live/${slug}/P01`));
  await expect(page.locator(".zone-figure").first()).toBeVisible();
  const links = page.getByRole("navigation", { name: "التنقل الرئيسي" }).getByRole("link");
  await expect(links).toHaveText([
    "المباشر",
    "اليوم في مساره",
    "التنبيهات",
    "من جاء",
    "الأيام",
    "الأجهزة",
    "البرنامج",
    "المشاهدات",
    "الدورات",
  ]);
  await expect(page.getByRole("button", { name: /غيّر الحالة|أثبت عدد|صحّح العدد|ألغِ/ })).toHaveCount(0);
  await page.goto(consoleAddress(`/days/${slug}`));
  await expect(page.locator(".day-card")).toHaveCount(1);
  await expect(page.getByRole("button", { name: "أقفل اليوم" })).toHaveCount(0);
  for (const path of ["/people", "/tokens", "/audit", `/setup/${slug}`]) {
    await page.goto(consoleAddress(path));
    await expect(page.getByRole("heading", { name: "هذه الصفحة ليست لدورك" })).toBeVisible();
  }
});
