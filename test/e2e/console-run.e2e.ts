import { routes } from "@abwab/contract";
import { expect, type Page } from "@playwright/test";
import { consoleAddress, createEdition, dayFromToday, signedInClient, signInContext } from "./console-session.ts";
import { faultsOf } from "./find-faults.ts";
import { test } from "./tidy-test.ts";

test.use({ locale: "ar", viewport: { width: 1440, height: 900 } });
test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: "reduce" }));

const dialog = (page: Page) => page.getByRole("dialog");
const submit = (page: Page) => dialog(page).locator("button[type=submit]").click();
const named = (page: Page, name: string | RegExp) => dialog(page).getByRole("textbox", { name });

async function fillNames(page: Page, label: string, text: string): Promise<void> {
  for (const language of ["بالعربية", "بالفرنسية", "بالإنجليزية"]) {
    await named(page, `${label} (${language})`).fill(text);
  }
}

test("an edition is copied from an earlier one, with what was chosen", async ({ page, context }) => {
  const client = await signedInClient();
  const slug = await createEdition(client, "earlier");
  const next = `${slug}-next`;
  await signInContext(context);
  await page.goto(consoleAddress("/editions"));
  const { names } = await client.call(routes.getEdition, { params: { slug } });
  await client.call(routes.changeEdition, { params: { slug }, body: { names: { ...names, ar: `دورة ${slug}` } } });
  await page.reload();
  const row = page.getByRole("row", { name: new RegExp(slug) });
  await row.getByRole("button", { name: /إجراءات/ }).click();
  await page.getByRole("menuitem", { name: "انسخ إلى دورة جديدة" }).click();
  await expect(dialog(page).getByRole("checkbox", { name: "المناطق (2)" })).toBeChecked();
  expect(await faultsOf(page)).toEqual([]);
  await named(page, "المعرّف في العنوان").fill(next);
  await fillNames(page, "الاسم", "الدورة التالية");
  await dialog(page)
    .getByRole("checkbox", { name: /البرنامج/ })
    .uncheck();
  await submit(page);
  await expect(page).toHaveURL(new RegExp(`/setup/${next}$`));
  await expect(page.getByRole("cell", { name: "P01", exact: true })).toBeVisible();
  const { items } = await client.call(routes.listDevices, { params: { slug: next } });
  expect(items).toEqual([]);
});

test("of two who change one zone the second sees what the first changed, and chooses", async ({
  page,
  context,
  browser,
}) => {
  const slug = await createEdition(await signedInClient(), "two-editors");
  await signInContext(context);
  const office = await browser.newContext({ locale: "ar", reducedMotion: "reduce" });
  await signInContext(office);
  const other = await office.newPage();
  for (const each of [page, other]) {
    await each.goto(consoleAddress(`/setup/${slug}`));
    const row = each.getByRole("row", { name: /P01/ });
    await row.getByRole("button", { name: /إجراءات/ }).click();
    await each.getByRole("menuitem", { name: "تعديل" }).click();
  }
  await named(page, "السعة").fill("120");
  await submit(page);
  await expect(dialog(page)).toHaveCount(0);

  await named(other, "السعة").fill("90");
  await submit(other);
  const notice = other.getByTestId("conflict");
  await expect(notice).toContainText("120");
  await expect(notice).toContainText("90");
  expect(await faultsOf(other)).toEqual([]);
  await notice.getByRole("button", { name: "خذ ما كتبه الآخر" }).click();
  await expect(named(other, "السعة")).toHaveValue("120");
  await named(other, "السعة").fill("95");
  await submit(other);
  await expect(dialog(other)).toHaveCount(0);
  const zone = await (await signedInClient()).call(routes.getZone, { params: { slug, code: "P01" } });
  expect(zone.capacity).toBe(95);
});

test("the programme is filled in, says what clashes, is repeated and taken off", async ({ page, context }) => {
  const client = await signedInClient();
  const slug = await createEdition(client, "programme", 2);
  await signInContext(context);
  await page.goto(consoleAddress(`/programme/${slug}`));
  const add = async (title: string) => {
    await page.getByRole("button", { name: "أضف نشاطاً" }).click();
    await fillNames(page, "العنوان", title);
    await dialog(page).getByRole("combobox", { name: "القاعة" }).click();
    await page.getByRole("option", { name: /P01/ }).click();
  };
  await add("ندوة الهوية الرقمية");
  await submit(page);
  await expect(page.getByRole("article", { name: "ندوة الهوية الرقمية" })).toBeVisible();
  await add("عرض في الوقت نفسه");
  const remarks = dialog(page).getByRole("list", { name: "ملاحظات" });
  await expect(remarks).toContainText("القاعة مشغولة في الوقت نفسه");
  await expect(remarks).toContainText("ندوة الهوية الرقمية");
  await submit(page);
  await expect(page.getByRole("article")).toHaveCount(2);
  const menuOf = (title: string) => page.getByRole("button", { name: `إجراءات: ${title}` });
  await menuOf("عرض في الوقت نفسه").click();
  await page.getByRole("menuitem", { name: "كرّره في يوم آخر" }).click();
  await submit(page);
  await expect(dialog(page)).toHaveCount(0);
  await page.getByRole("combobox", { name: "اليوم" }).selectOption(dayFromToday(1));
  await expect(page.getByRole("article", { name: "عرض في الوقت نفسه" })).toBeVisible();
  await menuOf("عرض في الوقت نفسه").click();
  await page.getByRole("menuitem", { name: "احذف من البرنامج" }).click();
  await submit(page);
  await expect(page.getByText("لا شيء في هذا اليوم.")).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
});

test("devices are made for every door at once, and their codes come on a sheet", async ({ page, context }) => {
  const slug = await createEdition(await signedInClient(), "many-devices");
  await signInContext(context);
  await page.goto(consoleAddress(`/devices/${slug}`));
  await page.getByRole("button", { name: "أضف أجهزة دفعة واحدة" }).click();
  await named(page, "أجهزة لكل نقطة").fill("2");
  await expect(dialog(page).getByText("ستُنشأ أجهزة: 4")).toBeVisible();
  await submit(page);
  await expect(dialog(page).getByText("أجهزة في الورقة: 4")).toBeVisible();
  const answered = page.waitForResponse(/\/devices\/pairing-sheet$/);
  await submit(page);
  const answer = await answered;
  expect([answer.status(), answer.headers()["content-type"]]).toEqual([200, "application/pdf"]);
  await expect(dialog(page).getByRole("link", { name: "افتح ملف PDF" })).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "اختر الكل" }).click();
  await page.getByRole("button", { name: "ألغِ اعتمادها" }).click();
  await submit(page);
  await expect(page.getByRole("checkbox", { name: /^اختر / })).toHaveCount(0);
});

test("views are pasted as a table and stand beside what was announced", async ({ page, context }) => {
  const client = await signedInClient();
  const slug = await createEdition(client, "reach");
  const published = [{ metric: "broadcast_views", value: 29_000_000, qualifier: "about" as const, source: "press" }];
  await client.call(routes.changeEdition, { params: { slug }, body: { published } });
  await signInContext(context);
  await page.goto(consoleAddress(`/reach/${slug}`));
  await page.getByRole("button", { name: "ألصق جدولاً" }).click();
  const table = named(page, "الجدول");
  await table.fill("YouTube;;abc;page;2025-05-21 20:00");
  await expect(dialog(page).getByRole("alert")).toContainText("ليست عدداً صحيحاً");
  await table.fill("YouTube;;1 200 000;page;2025-05-21 20:00\nTV;;300 000;press office;2025-05-21 20:00;about");
  await submit(page);
  await expect(dialog(page).getByRole("status")).toContainText("موجوداً من قبل");
  await page.keyboard.press("Escape");
  const sums = page.locator(".reach-sum-value");
  await expect
    .poll(async () => (await sums.allInnerTexts()).map((text) => text.replaceAll(/\D/g, "")))
    .toEqual(["29000000", "1500000"]);
  expect(await faultsOf(page)).toEqual([]);
});
