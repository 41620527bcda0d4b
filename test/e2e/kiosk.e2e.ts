import { CookieHolder, createClient, type Client } from "@abwab/api-client";
import { routes, type Device } from "@abwab/contract";
import { expect, type Browser, type BrowserContextOptions, type Page } from "@playwright/test";
import { dayFromToday } from "./console-session.ts";
import { test } from "./tidy-test.ts";

test.use({ locale: "ar" });

const names = (text: string) => ({ ar: text, fr: text, en: text });
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true } satisfies BrowserContextOptions;
const address = (path: string) => `${process.env["E2E_URL"]}${path}`;
const administrator = () => ({
  email: process.env["ABWAB_ADMIN_EMAIL"] ?? "",
  password: process.env["ABWAB_ADMIN_PASSWORD"] ?? "",
});

/** A client that is signed in, and an edition of its own with one pavilion and its door. */
async function createPavilion(): Promise<{ client: Client; slug: string }> {
  const client = createClient({ baseUrl: address(""), cookie: new CookieHolder() });
  await client.call(routes.signIn, { body: administrator() });
  const slug = `kiosk-${crypto.randomUUID().slice(0, 8)}`;
  const date = dayFromToday(0);
  await client.call(routes.createEdition, {
    body: {
      slug,
      names: names("أيام التجربة"),
      city: "الجديدة",
      venue: "مركز المعارض",
      timeZone: "Africa/Casablanca",
      days: [{ date, opensAt: "00:00", closesAt: "00:00" }],
      status: "open",
    },
  });
  const params = { slug };
  await client.call(routes.createZone, { params, body: { code: "P01", kind: "pavilion", names: names("رواق") } });
  await client.call(routes.createCheckpoint, { params, body: { code: "P01-A", zone: "P01", names: names("الباب أ") } });
  return { client, slug };
}

/** A kiosk paired through the link of its QR code, and what the service says of its pavilion. */
async function openKiosk(browser: Browser, options: BrowserContextOptions = {}) {
  const { client, slug } = await createPavilion();
  const { device, pairingCode } = await client.call(routes.createDevice, {
    params: { slug },
    body: { name: "لوحة", checkpoint: "P01-A" },
  });
  const context = await browser.newContext({ locale: "ar", ...phone, ...options });
  const page = await context.newPage();
  await page.goto(address(`/kiosk/#pair=${pairingCode}`));
  await passPreflight(page);
  await expect(door(page)).toBeVisible();
  const entered = async () => {
    const { zones } = await client.call(routes.counts, { params: { slug } });
    return zones.find(({ zone }) => zone === "P01")?.enteredToday;
  };
  return { client, slug, device, context, page, entered };
}

const door = (page: Page) => page.getByRole("button", { name: /^سجّل دخول شخص واحد/ });
const passPreflight = (page: Page) => page.getByRole("button", { name: /^ابدأ/ }).click();
const enteredToday = (page: Page) => page.getByTestId("entered-today").locator("bdi");
const expectWaiting = (page: Page, records: number) =>
  expect(page.getByTestId("waiting")).toHaveAttribute("data-count", String(records));

/** Taps, and waits until the kiosk shows what it has then counted: only what is on its disk is shown. */
async function tap(page: Page, times: number, shown: number): Promise<void> {
  for (let i = 0; i < times; i++) await door(page).click();
  await expect(enteredToday(page)).toHaveText(String(shown));
}

async function signIn(page: Page): Promise<void> {
  await page.goto(address("/console/"));
  await page.locator("input[type=email]").fill(administrator().email);
  await page.locator("input[type=password]").fill(administrator().password);
  await page.locator("button[type=submit]").click();
  await expect(page.locator("input[type=password]")).toHaveCount(0);
}

test("C3: a kiosk paired from the console counts, and the board shows it within a second", async ({
  browser,
  page,
}) => {
  const { slug } = await createPavilion();
  await signIn(page);
  await page.goto(address(`/console/devices/${slug}`));
  await page.getByRole("button", { name: "أضف جهازاً" }).click();
  await page.getByRole("combobox", { name: "نقطة العدّ" }).click();
  await page.getByRole("option", { name: /P01-A/ }).click();
  await page.getByRole("textbox", { name: "الاسم" }).fill("لوحة الباب أ");
  await page.getByRole("dialog").locator("button[type=submit]").click();
  const code = (await page.getByTestId("pairing-code").innerText()).trim();

  const kiosk = await (await browser.newContext({ locale: "ar", ...phone })).newPage();
  await kiosk.goto(address("/kiosk/"));
  await kiosk.getByLabel("رمز الربط").fill(code.toLowerCase());
  await kiosk.getByRole("button", { name: "اربط", exact: true }).click();
  await passPreflight(kiosk);
  await expect(door(kiosk)).toBeVisible();

  await page.goto(address(`/console/live/${slug}`));
  const onBoard = page.locator(`a[href$="/live/${slug}/P01"] .tile-entered bdi`);
  await expect(onBoard).toHaveText("0");
  await tap(kiosk, 7, 7);
  await expectWaiting(kiosk, 0);
  await expect(onBoard).toHaveText("7", { timeout: 1_000 });
});

test("E2: what is tapped with no network survives a reload and counts once when it is back", async ({ browser }) => {
  const { page, context, entered } = await openKiosk(browser);
  await tap(page, 3, 3);
  await expectWaiting(page, 0);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));

  await context.setOffline(true);
  await tap(page, 4, 7);
  await expectWaiting(page, 4);
  await page.reload();
  await expectWaiting(page, 4);
  await tap(page, 2, 9);
  await expectWaiting(page, 6);
  await expect.poll(entered).toBe(3);

  await context.setOffline(false);
  await expectWaiting(page, 0);
  await expect.poll(entered).toBe(9);
  await expect(enteredToday(page)).toHaveText("9");
});

test("E3: an answer that is lost leaves the entry waiting until a second one comes", async ({ browser }) => {
  const { page, entered } = await openKiosk(browser, { serviceWorkers: "block" });
  const lost = page.waitForRequest((request) => request.postData()?.includes("P01-A") === true);
  await page.route(
    "**/api/v1/entries",
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
  await tap(page, 1, 1);
  await lost;
  await expectWaiting(page, 0);
  await expect.poll(entered).toBe(1);
});

test("E1: an entry is taken back by a fact of its own, from the list of the last ones", async ({ browser }) => {
  const { page, client, slug, entered } = await openKiosk(browser);
  await page.getByRole("button", { name: /^سجّل دخول 10/ }).click();
  await expect(enteredToday(page)).toHaveText("10");
  await expectWaiting(page, 0);
  await page.getByRole("button", { name: "عرض آخر التسجيلات" }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^تراجع عن/ })
    .click();
  await expect(page.getByRole("dialog").getByText("أُلغي")).toBeVisible();
  await expect.poll(entered).toBe(0);
  const { items } = await client.call(routes.listEntries, { params: { slug }, query: {} });
  expect(items.map(({ kind, headcount }) => [kind, headcount])).toEqual([
    ["entry", 10],
    ["void", -10],
  ]);
});

test("a kiosk that is revoked stops, says so, and keeps what it could not send", async ({ browser }) => {
  const { page, context, client, device, slug, entered } = await openKiosk(browser);
  await context.setOffline(true);
  await tap(page, 2, 2);
  await expectWaiting(page, 2);
  await client.call(routes.revokeDevice, { params: { id: device.id } });
  await context.setOffline(false);
  await expect(page.getByRole("heading", { name: "أُوقف هذا الجهاز" })).toBeVisible();
  await expect(page.getByText(/^تسجيلان لم يصلا/)).toBeVisible();
  await expect.poll(entered).toBe(0);

  const other = await client.call(routes.createDevice, { params: { slug }, body: nextDevice(device) });
  await page.getByRole("button", { name: "اربط من جديد" }).click();
  await page.getByLabel("رمز الربط").fill(other.pairingCode);
  await page.getByRole("button", { name: "اربط", exact: true }).click();
  await passPreflight(page);
  await expectWaiting(page, 0);
  await expect.poll(entered).toBe(2);
});

const nextDevice = ({ name, checkpoint }: Device) => ({ name: `${name} 2`, checkpoint });

for (const locale of ["ar", "fr"]) {
  for (const viewport of [phone.viewport, { width: 1024, height: 768 }]) {
    test(`the kiosk fits a screen of ${viewport.width}×${viewport.height} in ${locale}`, async ({ browser }) => {
      const { page } = await openFittingKiosk(browser, locale, viewport);
      const fits = await page.evaluate(() => ({
        wide: document.documentElement.scrollWidth - innerWidth,
        high: document.documentElement.scrollHeight - innerHeight,
      }));
      expect(fits).toEqual({ wide: 0, high: 0 });
    });
  }
}

async function openFittingKiosk(browser: Browser, locale: string, viewport: { width: number; height: number }) {
  const { page, context } = await openKiosk(browser, { viewport });
  if (locale !== "ar") {
    await page.evaluate((language) => localStorage.setItem("abwab.language", language), locale);
    await page.reload();
    await expect(page.locator("html")).toHaveAttribute("lang", locale);
    await expect(page.locator(".door")).toBeVisible();
  }
  return { page, context };
}
