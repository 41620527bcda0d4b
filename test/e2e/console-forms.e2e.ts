import { expect, type Page } from "@playwright/test";
import { consoleAddress, createEdition, signedInClient, signInContext } from "./console-session.ts";
import { test } from "./tidy-test.ts";

test.use({ locale: "ar", viewport: { width: 1440, height: 900 } });
test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: "reduce" }));

const dialog = (page: Page) => page.getByRole("dialog");
const submit = (page: Page) => dialog(page).locator("button[type=submit]").click();
const closed = (page: Page) => expect(dialog(page)).toHaveCount(0);
const row = (page: Page, name: string) => page.getByRole("row", { name: new RegExp(name) });

/** Chooses from the menu of a row. */
async function act(page: Page, name: string, action: string): Promise<void> {
  await row(page, name)
    .getByRole("button", { name: /إجراءات/ })
    .click();
  await page.getByRole("menuitem", { name: action }).click();
}

async function fillNames(page: Page, name: string): Promise<void> {
  for (const language of ["بالعربية", "بالفرنسية", "بالإنجليزية"]) {
    await page.getByRole("textbox", { name: `الاسم (${language})` }).fill(name);
  }
}

test("an edition is created with its categories and published figures, changed and removed", async ({
  page,
  context,
}) => {
  const slug = `form-${crypto.randomUUID().slice(0, 8)}`;
  await signInContext(context);
  await page.goto(consoleAddress("/editions"));
  await page.getByRole("button", { name: "أنشئ دورة" }).click();
  await fillNames(page, slug);
  await page.getByRole("textbox", { name: "المعرّف في العنوان" }).fill(slug);
  await page.getByRole("textbox", { name: "المدينة" }).fill("آسفي");
  await page.getByRole("textbox", { name: "المكان" }).fill("المعرض");
  await page.getByRole("textbox", { name: "رقم الدورة" }).fill("7");
  await page.getByRole("textbox", { name: "المساحة المغطاة (م²)" }).fill("12000");
  await page.getByRole("combobox", { name: "فئات خاصة بهذه الدورة" }).fill("VIP guests,");
  await page.getByRole("button", { name: "أضف رقماً منشوراً" }).click();
  await page.getByRole("textbox", { name: "القيمة" }).fill("2400000");
  await submit(page);
  await expect(page.getByRole("textbox", { name: /^المصدر/ })).toBeFocused();
  await page.getByRole("textbox", { name: /^المصدر/ }).fill("بلاغ، ماي 2025");
  await submit(page);
  await closed(page);

  await act(page, slug, "غيّر الدورة");
  await expect(page.getByRole("textbox", { name: "رقم الدورة" })).toHaveValue("7");
  await expect(dialog(page).getByText("vip_guests")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "القيمة" })).toHaveValue("2.400.000");
  await page.getByRole("button", { name: /^احذف هذا الرقم/ }).click();
  await page.getByRole("textbox", { name: "المدينة" }).fill("سطات");
  await submit(page);
  await closed(page);
  await expect(row(page, slug)).toContainText("سطات");
  await act(page, slug, "حذف");
  await submit(page);
  await expect(row(page, slug)).toHaveCount(0);
});

test("a zone and its checkpoint are added, changed and removed", async ({ page, context }) => {
  const slug = await createEdition(await signedInClient(), "setup");
  await signInContext(context);
  await page.goto(consoleAddress(`/setup/${slug}`));
  await page.getByRole("button", { name: "أضف منطقة" }).click();
  await page.getByRole("textbox", { name: "الرمز" }).fill("p 02");
  await fillNames(page, "رواق جديد");
  await submit(page);
  await expect(
    dialog(page)
      .getByText(/^حروف لاتينية كبيرة وأرقام، مثل P12/)
      .last(),
  ).toBeVisible();
  await page.getByRole("textbox", { name: "الرمز" }).fill("p02");
  await submit(page);
  await act(page, "P02", "تعديل");
  await page.getByRole("textbox", { name: "السعة (شخص)" }).fill("250");
  await submit(page);
  await expect(row(page, "P02")).toContainText("250");

  await page.getByRole("tab", { name: "نقاط العدّ" }).click();
  await page.getByRole("button", { name: "أضف نقطة عدّ" }).click();
  await page.getByRole("combobox", { name: "المنطقة" }).click();
  await page.getByRole("option", { name: /P02/ }).click();
  await page.getByRole("textbox", { name: "الرمز" }).fill("P02-A");
  await fillNames(page, "الباب أ");
  await submit(page);
  await act(page, "P02-A", "تعديل");
  await fillNames(page, "الباب الكبير");
  await submit(page);
  await expect(row(page, "P02-A")).toContainText("الباب الكبير");
  await act(page, "P02-A", "حذف");
  await submit(page);
  await expect(row(page, "P02-A")).toHaveCount(0);

  await page.getByRole("tab", { name: "المناطق" }).click();
  await act(page, "P02", "حذف");
  await submit(page);
  await expect(row(page, "P02")).toHaveCount(0);
});

test("a device is added, renamed and revoked", async ({ page, context }) => {
  const slug = await createEdition(await signedInClient(), "devices");
  await signInContext(context);
  await page.goto(consoleAddress(`/devices/${slug}`));
  await page.getByRole("button", { name: "أضف جهازاً" }).click();
  await page.getByRole("combobox", { name: "نقطة العدّ" }).click();
  await page.getByRole("option", { name: /P01-A/ }).click();
  await page.getByRole("textbox", { name: "الاسم" }).fill("لوحة");
  await submit(page);
  await dialog(page).getByRole("button", { name: "إغلاق" }).last().click();
  await act(page, "لوحة", "غيّر الاسم أو النقطة");
  await page.getByRole("textbox", { name: "الاسم" }).fill("لوحة الباب");
  await submit(page);
  await act(page, "لوحة الباب", "ألغِ الجهاز");
  await submit(page);
  await closed(page);
  await expect(page.getByText("لا جهاز يطابق هذا الاختيار.")).toBeVisible();
});

test("a person and a token are added, changed and removed", async ({ page, context }) => {
  const email = `${crypto.randomUUID().slice(0, 8)}@abwab.test`;
  await signInContext(context);
  await page.goto(consoleAddress("/people"));
  await page.getByRole("button", { name: "أضف شخصاً" }).click();
  await page.getByRole("textbox", { name: "الاسم" }).fill("سلمى");
  await page.getByRole("textbox", { name: "البريد الإلكتروني" }).fill("salma");
  await page.getByRole("textbox", { name: "كلمة المرور" }).fill("short");
  await submit(page);
  await expect(dialog(page).getByText(/^اكتب بريداً إلكترونياً كاملاً/)).toBeVisible();
  await expect(dialog(page).getByText(/^قصير/)).toBeVisible();
  await page.getByRole("textbox", { name: "البريد الإلكتروني" }).fill(email);
  await page.getByRole("textbox", { name: "كلمة المرور" }).fill("");
  await submit(page);
  await expect(dialog(page)).toContainText("لن تظهر مرة أخرى");
  await dialog(page).getByRole("button", { name: "إغلاق" }).last().click();
  await act(page, email, "غيّر البيانات أو الدور");
  await dialog(page).getByText("منظّم").click();
  await submit(page);
  await expect(row(page, email)).toContainText("منظّم");
  await act(page, email, "حذف");
  await submit(page);
  await expect(row(page, email)).toHaveCount(0);

  const program = `برنامج ${email}`;
  await page.goto(consoleAddress("/tokens"));
  await page.getByRole("button", { name: "أنشئ رمزاً" }).click();
  await page.getByRole("textbox", { name: "لأي برنامج" }).fill(program);
  await submit(page);
  await expect(dialog(page)).toContainText("لن تظهر مرة أخرى");
  await dialog(page).getByRole("button", { name: "إغلاق" }).last().click();
  await act(page, program, "حذف");
  await submit(page);
  await expect(row(page, program)).toHaveCount(0);
});
