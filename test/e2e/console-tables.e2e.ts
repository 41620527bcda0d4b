import { readFileSync } from "node:fs";
import { routes } from "@abwab/contract";
import { expect, type Download, type Locator, type Page } from "@playwright/test";
import { consoleAddress, createEdition, pairDevice, signedInClient, signInContext, speak } from "./console-session.ts";
import { test } from "./tidy-test.ts";

test.use({ locale: "fr", viewport: { width: 1440, height: 900 } });
test.beforeEach(async ({ page, context }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await speak(page, "fr");
  await signInContext(context);
});

/** The cells of a CSV file, by rows; it must be marked as UTF-8. */
async function cellsOf(download: Download): Promise<string[][]> {
  const text = readFileSync(await download.path(), "utf8");
  expect(text.startsWith("\ufeff")).toBe(true);
  return text
    .slice(1)
    .trimEnd()
    .split("\r\n")
    .map((line) => line.match(/"(?:[^"]|"")*"|[^;]+|(?<=;|^)(?=;|$)/g) ?? [])
    .map((cells) =>
      cells.map((cell) =>
        cell
          .replace(/^"([^]*)"$/, "$1")
          .replaceAll('""', '"')
          .replace(/^'(?=[-=+@|%])/, ""),
      ),
    );
}

async function saved(page: Page, button: Locator): Promise<string[][]> {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return cellsOf(download);
}

const plain = (text: string): string =>
  text
    .replaceAll(/[\u2066-\u2069\u200e\u200f\u061c]/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();

/** Words, and none that a screen writes in its own manner, as it does times and figures. */
const isWord = (cell: string): boolean => /^\p{L}{2}/u.test(cell) && !/\d{4}-\d\d-\d\d/.test(cell);

/** Whether the rows of a file are those on screen, one by one; of pages, only the first is there. */
async function expectSameRows(
  table: Locator,
  [, ...rows]: string[][],
  pages: "whole" | "paged" = "whole",
): Promise<void> {
  const shown = (await table.locator("tbody tr").allTextContents()).map(plain);
  if (pages === "whole") expect(rows.length).toBe(shown.length);
  expect(rows.length).toBeGreaterThanOrEqual(shown.length);
  for (const [index, text] of shown.entries()) {
    for (const cell of (rows[index] ?? []).filter(isWord)) expect(text).toContain(plain(cell));
  }
}

const pages = [
  "/editions",
  "/people",
  "/setup/open-days?part=zones",
  "/setup/open-days?part=checkpoints",
  "/passes/open-days",
  "/passes/open-days?part=keys",
  "/visits/open-days?part=slots",
  "/visits/open-days?part=represented",
  "/programme/open-days?view=list",
  "/reach/el-jadida-2025",
  "/devices/open-days",
  "/staff/open-days",
  "/media/open-days",
  "/media/open-days?part=activities",
  "/organisations/open-days",
  "/alerts/open-days?part=rules",
  "/audience/open-days",
];
for (const path of pages) {
  test(`a table is saved as it is shown, in the order of any column: ${path}`, async ({ page }) => {
    await page.goto(consoleAddress(path));
    await expect(page.locator(".list-table, .empty-state, .activity-fields").first()).toBeVisible();
    await page.waitForLoadState("networkidle");
    const tables = page.locator(".list-table");
    for (let index = 0; index < (await tables.count()); index += 1) {
      const table = tables.nth(index);
      const save = page.locator(".save-csv").nth(index);
      await expectSameRows(table, await saved(page, save), "paged");
      const headings = table.locator(".sort-button");
      for (let column = 0; column < (await headings.count()); column += 1) {
        await headings.nth(column).click();
        await expect(table.locator("th").nth(column)).toHaveAttribute("aria-sort", "ascending");
      }
      await expectSameRows(table, await saved(page, save));
    }
  });
}

test("the board's table is saved in the order that it stands in", async ({ page }) => {
  await page.goto(consoleAddress("/live/open-days?view=table&sort=name"));
  const names = page.locator(".board-table tbody th");
  await expect(names.first()).toBeVisible();
  const [head, ...rows] = await saved(page, page.locator(".save-csv"));
  expect(head).toHaveLength(await page.locator(".board-table thead th").count());
  expect(rows.map(([, name]) => plain(name ?? ""))).toEqual((await names.allTextContents()).map(plain));
});

test("a list of pages is read whole to be ordered, searched and saved, and its address says how", async ({ page }) => {
  const client = await signedInClient();
  const slug = await createEdition(client, "tables");
  const names = Array.from({ length: 120 }, (_, index) => `Ecole ${String((index * 37) % 120).padStart(3, "0")}`);
  for (const nameFr of names) {
    await client.call(routes.createOrganisation, {
      params: { slug },
      body: { type: "school", kind: "public", nameFr, expectedPupils: 10 },
    });
  }
  await page.goto(consoleAddress(`/organisations/${slug}`));
  const table = page.locator(".list-table");
  await expect(table.locator("tbody tr")).toHaveCount(50);
  const save = page.locator(".save-csv");
  expect(await saved(page, save)).toHaveLength(121);

  const byName = table.locator("th[data-column=name]");
  await byName.locator("button").click();
  await expect(byName).toHaveAttribute("aria-sort", "ascending");
  await byName.locator("button").click();
  await expect(table.locator("tbody tr").first()).toContainText("Ecole 119");
  await expect(page).toHaveURL(/sort=-name/);
  await expect(page.locator(".table-tools")).toContainText(/Toute la liste.*120/);
  await expectSameRows(table, await saved(page, save));

  await page.getByRole("searchbox", { name: "Chercher dans les lignes" }).fill("écolé 00");
  await expect(table.locator("tbody tr")).toHaveCount(11);
  await expect(page).toHaveURL(/find=/);
  expect((await saved(page, save)).slice(1).map(([name]) => name)).toEqual([
    "Ecole 100",
    ...Array.from({ length: 10 }, (_, index) => `Ecole 00${9 - index}`),
  ]);
  await page.reload();
  await expect(table.locator("tbody tr")).toHaveCount(11);
  await expect(byName).toHaveAttribute("aria-sort", "descending");
});

test("what somebody wrote is no formula in the file", async ({ page }) => {
  const client = await signedInClient();
  const slug = await createEdition(client, "tables");
  await pairDevice(client, slug, "P01-A");
  await client.call(routes.createDevice, { params: { slug }, body: { name: "=1+1", checkpoint: "G1" } });
  await page.goto(consoleAddress(`/devices/${slug}`));
  await expect(page.locator(".list-table tbody tr")).toHaveCount(2);
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(".save-csv").click()]);
  expect(readFileSync(await download.path(), "utf8")).toContain("'=1+1;");
});
