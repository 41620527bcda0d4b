import { expect } from "@playwright/test";
import { consoleAddress, createPerson, signedInClient, signInContext } from "./console-session.ts";
import { faultsOf } from "./find-faults.ts";
import { test } from "./tidy-test.ts";

test.use({ locale: "ar", viewport: { width: 1440, height: 900 } });
test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: "reduce" }));

test("a person is found and erased, and their own browser is signed out", async ({ page, context, browser }) => {
  const person = await createPerson(await signedInClient(), "organiser");
  const own = await browser.newContext({ locale: "ar", reducedMotion: "reduce" });
  await signInContext(own, person);
  await signInContext(context);
  await page.goto(consoleAddress("/personal-data"));
  await page.getByRole("textbox", { name: "اسم أو بريد أو هاتف أو شارة" }).fill(person.email);
  await page.getByRole("button", { name: "ابحث", exact: true }).click();
  const found = page.getByRole("checkbox", { name: /حساب/ });
  await found.check();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "امحُ المختار" }).click();
  await expect(page.getByRole("dialog")).toContainText("لا يمكن التراجع عن هذا");
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("dialog").locator("button[type=submit]").click();
  await expect(page.getByRole("status").filter({ hasText: "مُحي موضع واحد" })).toBeVisible();
  await expect(found).toHaveCount(0);
  const lost = await own.newPage();
  await lost.goto(consoleAddress("/account"));
  await expect(lost).toHaveURL(/sign-in/);
  await own.close();
});
