import { expect, type Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { consoleAddress, createPerson, signedInClient, signInContext, type Credentials } from "./console-session.ts";
import { faultsOf } from "./find-faults.ts";
import { test } from "./tidy-test.ts";

test.use({ locale: "ar", viewport: { width: 1440, height: 900 } });
test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: "reduce" }));

const dialog = (page: Page) => page.getByRole("dialog");
const submit = (page: Page) => dialog(page).locator("button[type=submit]").click();

/** Turns two-step sign-in on; answers what makes its codes and the codes for when the telephone is lost. */
async function enrol(page: Page, { password }: Credentials) {
  await page.goto(consoleAddress("/account"));
  await page.getByRole("button", { name: "فعّل التحقق بخطوتين" }).click();
  await dialog(page).getByRole("textbox", { name: "كلمة المرور الحالية" }).fill(password);
  await submit(page);
  const secret = await dialog(page).getByTestId("secret").innerText();
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  await dialog(page).getByRole("textbox", { name: "الرمز من التطبيق" }).fill(totp.generate());
  expect(await faultsOf(page)).toEqual([]);
  await submit(page);
  const codes = (await dialog(page).getByTestId("recovery-codes").innerText()).split("\n");
  await page.getByRole("button", { name: "حفظتها" }).click();
  await expect(page.getByText("رموز الطوارئ المتبقية")).toContainText("10");
  return { totp, codes };
}

async function signIn(page: Page, { email, password }: Credentials, code: string): Promise<void> {
  await page.goto(consoleAddress("/sign-in"));
  await page.getByRole("textbox", { name: "البريد الإلكتروني" }).fill(email);
  await page.getByRole("textbox", { name: "كلمة المرور" }).fill(password);
  await page.getByRole("button", { name: "ادخل" }).click();
  await page.getByRole("textbox", { name: "الرمز من هاتفك" }).fill(code);
  await page.getByRole("button", { name: "ادخل" }).click();
}

test("two-step sign-in is turned on, asked for, and turned off with a recovery code", async ({ page, context }) => {
  const person = await createPerson(await signedInClient(), "organiser");
  await signInContext(context, person);
  const { totp, codes } = await enrol(page, person);
  await context.clearCookies();
  await signIn(page, person, totp.generate({ timestamp: Date.now() + 30_000 }));
  await expect(page).not.toHaveURL(/sign-in/);
  await page.goto(consoleAddress("/account"));
  await page.getByRole("button", { name: "أوقف التحقق بخطوتين" }).click();
  await dialog(page).getByRole("textbox", { name: "كلمة المرور الحالية" }).fill(person.password);
  await dialog(page)
    .getByRole("textbox", { name: /رمز طوارئ/ })
    .fill(codes[0] ?? "");
  await submit(page);
  await expect(page.getByRole("button", { name: "فعّل التحقق بخطوتين" })).toBeVisible();
});

test("a wrong code is said, and who lost the telephone is helped by an administrator", async ({
  page,
  context,
  browser,
}) => {
  const person = await createPerson(await signedInClient(), "organiser");
  await signInContext(context, person);
  await enrol(page, person);
  await context.clearCookies();
  await signIn(page, person, "000000");
  await expect(page.getByRole("alert")).toContainText("الرمز");

  const office = await browser.newContext({ locale: "ar", reducedMotion: "reduce" });
  await signInContext(office);
  const desk = await office.newPage();
  await desk.goto(consoleAddress("/people"));
  const row = desk.getByRole("row", { name: new RegExp(person.email) });
  await expect(row).toContainText("بخطوتين");
  await row.getByRole("button", { name: /إجراءات/ }).click();
  await desk.getByRole("menuitem", { name: "ألغِ التحقق بخطوتين" }).click();
  await submit(desk);
  await expect(row).not.toContainText("بخطوتين");
  await office.close();
  await signInContext(context, person);
});

test("a session elsewhere is seen and ended", async ({ page, context, browser }) => {
  const person = await createPerson(await signedInClient(), "viewer");
  await signInContext(context, person);
  const elsewhere = await browser.newContext({ locale: "ar" });
  await signInContext(elsewhere, person);
  await page.goto(consoleAddress("/account"));
  await page.getByRole("button", { name: /^أنهِ الجلسة على/ }).click();
  await expect(page.getByRole("button", { name: /^أنهِ الجلسة على/ })).toHaveCount(0);
  await expect(page.getByText("هذه الجلسة")).toBeVisible();
  const lost = await elsewhere.newPage();
  await lost.goto(consoleAddress("/account"));
  await expect(lost).toHaveURL(/sign-in/);
  await elsewhere.close();
});
