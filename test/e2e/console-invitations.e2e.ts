import { expect, type Browser, type Page } from "@playwright/test";
import { routes } from "@abwab/contract";
import { Secret, TOTP } from "otpauth";
import { consoleAddress, createEdition, createPerson, signedInClient, signInContext } from "./console-session.ts";
import { faultsOf } from "./find-faults.ts";
import { test } from "./tidy-test.ts";

test.use({ locale: "ar", viewport: { width: 1440, height: 900 } });
test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: "reduce" }));

const dialog = (page: Page) => page.getByRole("dialog");
const submit = (page: Page) => dialog(page).locator("button[type=submit]").click();
const PASSWORD = "a password of one's own";

const anotherBrowser = async (browser: Browser): Promise<Page> => {
  const context = await browser.newContext({ locale: "ar", reducedMotion: "reduce" });
  return context.newPage();
};

/** What the administrator hands over. */
const linkOn = (page: Page) => dialog(page).getByTestId("link").innerText();

test("somebody is invited, chooses a password in their own browser, sets up the second factor and is in", async ({
  page,
  context,
  browser,
}) => {
  await signInContext(context);
  const email = `${crypto.randomUUID().slice(0, 8)}@abwab.test`;
  await page.goto(consoleAddress("/people"));
  await page.getByRole("button", { name: "التحقق بخطوتين" }).click();
  await dialog(page).getByRole("checkbox", { name: "منظّم" }).check();
  expect(await faultsOf(page)).toEqual([]);
  await submit(page);
  await expect(dialog(page)).toHaveCount(0);
  try {
    await page.getByRole("button", { name: "ادعُ شخصاً" }).click();
    await dialog(page).getByRole("textbox", { name: "الاسم" }).fill("سلمى");
    await dialog(page).getByRole("textbox", { name: "البريد الإلكتروني" }).fill(email);
    await dialog(page).getByRole("radio", { name: "منظّم" }).check();
    await submit(page);
    const link = await linkOn(page);
    expect(await faultsOf(page)).toEqual([]);

    const own = await anotherBrowser(browser);
    await own.goto(link);
    await expect(own.getByRole("heading", { level: 1 })).toContainText("سلمى");
    expect(await faultsOf(own)).toEqual([]);
    await own.getByRole("textbox", { name: "اختر كلمة مرور" }).fill(PASSWORD);
    await own.getByRole("button", { name: "احفظ وادخل" }).click();
    await expect(own.getByRole("heading", { level: 1 })).toContainText("التحقق بخطوتين");
    expect(await faultsOf(own)).toEqual([]);
    await own.getByRole("button", { name: "فعّل التحقق بخطوتين" }).click();
    await dialog(own).getByRole("textbox", { name: "كلمة المرور الحالية" }).fill(PASSWORD);
    await submit(own);
    const totp = new TOTP({ secret: Secret.fromBase32(await dialog(own).getByTestId("secret").innerText()) });
    await dialog(own).getByRole("textbox", { name: "الرمز من التطبيق" }).fill(totp.generate());
    await submit(own);
    await own.getByRole("button", { name: "حفظتها" }).click();
    await expect(own.getByRole("navigation", { name: "التنقل الرئيسي" })).toBeVisible();
    await own.goto(link);
    await expect(own.getByRole("alert")).toContainText("استُعمل هذا الرابط من قبل");
    expect(await faultsOf(own)).toEqual([]);

    await page.reload();
    await expect(page.getByRole("row", { name: new RegExp(`${email}.*بخطوتين`) })).toBeVisible();
    await expect(page.getByRole("row", { name: new RegExp(`${email}.*استُعمل`) })).toBeVisible();
    await own.context().close();
  } finally {
    await (await signedInClient()).call(routes.changeAccountPolicy, { body: { secondFactorRoles: [] } });
  }
});

test("a forgotten password is chosen anew by a link, once it was renewed; the former one opens nothing", async ({
  page,
  context,
  browser,
}) => {
  const person = await createPerson(await signedInClient(), "viewer");
  await signInContext(context);
  await page.goto(consoleAddress("/people"));
  const row = page.getByRole("table", { name: "الأشخاص" }).getByRole("row", { name: new RegExp(person.email) });
  await row.getByRole("button", { name: /إجراءات/ }).click();
  await page.getByRole("menuitem", { name: "أنشئ رابطاً لكلمة مرور جديدة" }).click();
  await submit(page);
  const former = await linkOn(page);
  await dialog(page).getByRole("button", { name: "إغلاق" }).last().click();
  const links = page.getByRole("table", { name: "الدعوات والروابط" });
  await links
    .getByRole("row", { name: new RegExp(person.email) })
    .getByRole("button", { name: /إجراءات/ })
    .click();
  await page.getByRole("menuitem", { name: "أنشئ رابطاً جديداً مكانه" }).click();
  const link = await linkOn(page);

  const own = await anotherBrowser(browser);
  await own.goto(former);
  await expect(own.getByRole("alert")).toContainText("غير معروف");
  await own.goto(link);
  await own.getByRole("textbox", { name: "اختر كلمة مرور" }).fill(PASSWORD);
  await own.getByRole("button", { name: "احفظ وادخل" }).click();
  await expect(own.getByRole("navigation", { name: "التنقل الرئيسي" })).toBeVisible();
  await own.context().close();
});

test("who is bound to a zone sees and steers that one alone", async ({ page, context }) => {
  const client = await signedInClient();
  const slug = await createEdition(client, "bound");
  const person = { email: `${crypto.randomUUID().slice(0, 8)}@abwab.test`, password: PASSWORD };
  await signInContext(context);
  await page.goto(consoleAddress("/people"));
  await page.getByRole("button", { name: "أضف شخصاً" }).click();
  await dialog(page).getByRole("textbox", { name: "الاسم" }).fill("سلمى");
  await dialog(page).getByRole("textbox", { name: "البريد الإلكتروني" }).fill(person.email);
  await dialog(page).getByRole("textbox", { name: "كلمة المرور" }).fill(person.password);
  await dialog(page).getByRole("radio", { name: "منظّم" }).check();
  await dialog(page)
    .getByRole("radio", { name: /مناطق معيّنة/ })
    .check();
  await dialog(page).getByRole("combobox", { name: "الدورة" }).selectOption(slug);
  await dialog(page).getByRole("combobox", { name: "المناطق" }).click();
  await page.getByRole("option", { name: /^P01/ }).click();
  await dialog(page).getByRole("textbox", { name: "الاسم" }).click();
  expect(await faultsOf(page)).toEqual([]);
  await submit(page);
  await expect(page.getByRole("row", { name: new RegExp(person.email) })).toContainText("P01");

  await context.clearCookies();
  await signInContext(context, person);
  await page.goto(consoleAddress(`/live/${slug}`));
  await expect(page.locator(`a[href$="/live/${slug}/P01"]`).first()).toBeVisible();
  await expect(page.locator(`a[href$="/live/${slug}/SITE"]`)).toHaveCount(0);
  const navigation = page.getByRole("navigation", { name: "التنقل الرئيسي" });
  await expect(navigation.getByRole("link", { name: "التنبيهات" })).toBeVisible();
  await expect(navigation.getByRole("link", { name: "تصدير البيانات" })).toHaveCount(0);
  await page.goto(consoleAddress(`/live/${slug}/P01`));
  await expect(page.getByRole("button", { name: "غيّر الحالة" })).toBeVisible();
  await page.goto(consoleAddress(`/exports/${slug}`));
  await expect(page.getByText("حسابك لدورات أو مناطق أخرى", { exact: false })).toBeVisible();
});
