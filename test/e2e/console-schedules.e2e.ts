import { expect, type Page } from "@playwright/test";
import { startMailReceiver } from "../support/mail-receiver.ts";
import { consoleAddress, createEdition, signedInClient, signInContext, speak } from "./console-session.ts";
import { faultsOf } from "./find-faults.ts";
import { test } from "./tidy-test.ts";

test.use({ locale: "ar", viewport: { width: 1440, height: 900 } });
test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: "reduce" }));

const dialog = (page: Page) => page.getByRole("dialog");
const menuOf = async (page: Page, name: string, item: string) => {
  await page
    .getByRole("row", { name })
    .getByRole("button", { name: /إجراءات/ })
    .click();
  await page.getByRole("menuitem", { name: item }).click();
};

test("a schedule is made, sent to me, sent to everyone with one address refused, paused and removed", async ({
  page,
  context,
}) => {
  const slug = await createEdition(await signedInClient(), "schedules");
  await using mail = await startMailReceiver(Number(process.env["E2E_MAIL_PORT"]));
  mail.answerTo((to) => (to === "gone@abwab.test" ? { code: 550, message: "5.1.1 No such mailbox" } : undefined));
  await signInContext(context);
  await page.goto(consoleAddress(`/reports/${slug}`));
  await page.getByRole("link", { name: "الإرسال الآلي" }).click();
  await expect(page.locator(".empty-state")).toContainText("لا شيء يُرسل وحده بعد");
  expect(await faultsOf(page)).toEqual([]);

  await page.getByRole("button", { name: "أضف إرسالاً" }).click();
  await dialog(page).getByLabel("الاسم").fill("مساء كل يوم");
  await dialog(page).getByLabel("إلى هذه العناوين").fill("director@abwab.test\nno address");
  await dialog(page).locator("button[type=submit]").click();
  await expect(dialog(page).getByText(/ليس هذا عنوان بريد/)).toContainText("no");
  expect(await faultsOf(page)).toEqual([]);
  await dialog(page).getByLabel("إلى هذه العناوين").fill("director@abwab.test\ngone@abwab.test");
  await dialog(page).getByRole("checkbox", { name: "الفرنسية" }).check();
  await dialog(page).locator("button[type=submit]").click();
  await expect(dialog(page)).toHaveCount(0);
  const row = page.getByRole("row", { name: "مساء كل يوم" });
  await expect(row).toContainText("عنوانين");
  await expect(row).toContainText("عند إغلاق كل يوم");

  await menuOf(page, "مساء كل يوم", "أرسل الآن");
  await dialog(page).locator("button[type=submit]").click();
  const mine = page.locator('[data-letter="admin@abwab.test"]');
  await expect(mine).toContainText("أُرسلت", { timeout: 60_000 });
  expect(mail.mails.map(({ to }) => to)).toEqual([["admin@abwab.test"]]);
  await page.keyboard.press("Escape");

  await menuOf(page, "مساء كل يوم", "أرسل الآن");
  await dialog(page).getByRole("radio", { name: "إلى الجميع" }).check();
  await dialog(page).locator("button[type=submit]").click();
  await expect(page.locator('[data-letter="director@abwab.test"]')).toContainText("أُرسلت", { timeout: 60_000 });
  const gone = page.locator('[data-letter="gone@abwab.test"]');
  await expect(gone).toContainText("رفض الخادم هذا العنوان", { timeout: 60_000 });
  await expect(gone).toContainText("No such mailbox");
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press("Escape");

  await menuOf(page, "مساء كل يوم", "أوقفه مؤقتاً");
  await expect(row).toContainText("متوقف");
  await menuOf(page, "مساء كل يوم", "حذف");
  await dialog(page).locator("button[type=submit]").click();
  await expect(page.locator(".empty-state")).toBeVisible();
});

test("a service without a mail server says so, and what to set", async ({ page, context }) => {
  const slug = await createEdition(await signedInClient(), "schedules");
  await signInContext(context);
  await speak(page, "fr");
  await page.route("**/api/v1/mail", (request) => request.fulfill({ json: { configured: false, from: null } }));
  await page.goto(consoleAddress(`/schedules/${slug}`));
  await expect(page.getByTestId("mail-missing")).toContainText("SMTP_URL=");
  expect(await faultsOf(page)).toEqual([]);
});
