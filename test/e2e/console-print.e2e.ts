import { expect, type Page } from "@playwright/test";
import { consoleAddress, signInContext, speak } from "./console-session.ts";
import { test } from "./tidy-test.ts";

test.use({ viewport: { width: 1440, height: 900 } });

/** What a sheet of paper has no use for. */
const ACTS = [
  ".shell-navbar",
  ".shell-header",
  ".page-actions",
  ".table-tools",
  ".mantine-SegmentedControl-root",
  "form",
];

const pages = [
  { path: "/live/open-days", shown: ".tile" },
  { path: "/live/open-days?view=table", shown: ".board-table" },
  { path: "/outlook/open-days", shown: ".chart svg" },
  { path: "/audience/open-days", shown: ".audience-part" },
  { path: "/days/open-days", shown: ".day-card" },
  { path: "/devices/open-days", shown: ".list-table, .empty-state" },
  { path: "/organisations/open-days", shown: ".list-table" },
  { path: "/programme/open-days?view=list", shown: ".list-table" },
  { path: "/setup/open-days", shown: ".list-table" },
  { path: "/reach/el-jadida-2025", shown: ".reach-sum" },
  { path: "/alerts/open-days?part=history", shown: ".empty-state, .alert-card" },
  { path: "/audit", shown: ".audit-entry" },
  { path: "/people", shown: ".list-table" },
];

/** Whether something dark lies behind what is written. */
const isDark = (page: Page, selector: string): Promise<boolean> =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const channels =
        getComputedStyle(element)
          .backgroundColor.match(/[\d.]+/g)
          ?.map(Number) ?? [];
      const [red = 255, green = 255, blue = 255, alpha = 1] = channels;
      return alpha > 0.5 && red + green + blue < 600;
    });

for (const language of ["ar", "fr"]) {
  for (const { path, shown } of pages) {
    test(`on paper ${path} is clean, in ${language}`, async ({ page, context }) => {
      await speak(page, language);
      await signInContext(context);
      await page.goto(consoleAddress(path));
      await expect(page.locator(shown).first()).toBeVisible();
      await page.waitForLoadState("networkidle");
      await page.emulateMedia({ media: "print" });
      for (const act of ACTS) await expect(page.locator(`${act}:visible`)).toHaveCount(0);
      await expect(page.locator("button:visible:not(.sort-button, .pass-code-link, thead button)")).toHaveCount(0);
      await expect(page.locator("h1:visible").first()).toBeVisible();
      await expect(page.locator(".paper-line")).toBeVisible();
      await expect(page.locator(shown).first()).toBeVisible();
      expect(await isDark(page, "body")).toBe(false);
      for (const head of await page.locator(".page thead").all()) {
        expect(await head.evaluate((element) => getComputedStyle(element).display)).toBe("table-header-group");
      }
      const folder = process.env["PAPER"];
      if (folder) await page.pdf({ path: `${folder}/${language}${path.replaceAll(/\W+/g, "-")}.pdf`, format: "A4" });
    });
  }
}

test("the dark wall is black on white on paper", async ({ page, context }) => {
  await speak(page, "fr");
  await signInContext(context);
  await page.goto(consoleAddress("/wall/open-days"));
  await expect(page.locator(".tile-entered").first()).toBeVisible();
  expect(await page.locator(".wall").evaluate((wall) => getComputedStyle(wall).backgroundImage)).not.toBe("none");
  await page.emulateMedia({ media: "print" });
  expect(await page.locator(".wall").evaluate((wall) => getComputedStyle(wall).backgroundImage)).toBe("none");
  expect(await isDark(page, ".tile")).toBe(false);
  await expect(page.locator(".wall button:visible")).toHaveCount(0);
});
