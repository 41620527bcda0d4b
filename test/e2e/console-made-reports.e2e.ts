import { expect } from "@playwright/test";
import { consoleAddress, createEdition, signedInClient, signInContext, speak } from "./console-session.ts";
import { faultsOf } from "./find-faults.ts";
import { test } from "./tidy-test.ts";

test.use({ locale: "ar", viewport: { width: 1440, height: 900 } });
test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: "reduce" }));

test("reports that were made are listed, chosen by kind, and made again", async ({ page, context }) => {
  const slug = await createEdition(await signedInClient(), "made");
  await signInContext(context);
  await page.goto(consoleAddress(`/reports/${slug}`));
  await expect(page.getByText("لم يُعدّ تقرير بعد.")).toBeVisible();
  for (const made of ["report?locale=ar", "communique/print?locale=fr"]) {
    const answer = await context.request.get(new URL(`/api/v1/editions/${slug}/${made}`, page.url()).href);
    expect(answer.status()).toBe(200);
  }
  await page.reload();
  await expect(page.getByRole("row", { name: /البلاغ/ })).toContainText("مباشرة");
  await page.getByLabel("التقرير", { exact: true }).selectOption("edition");
  await expect(page.getByRole("row", { name: /البلاغ/ })).toHaveCount(0);
  const row = page.getByRole("row", { name: /تقرير الدورة/ });
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    row.getByRole("link", { name: /أعدّه من جديد/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`${slug}-report-live-ar.pdf`);
  expect(await faultsOf(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  await speak(page, "fr");
  await page.goto(consoleAddress(`/reports/${slug}`));
  await expect(page.getByRole("link", { name: /^Le refaire/ }).first()).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
});
