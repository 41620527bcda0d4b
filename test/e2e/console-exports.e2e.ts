import { readFileSync } from "node:fs";
import { routes } from "@abwab/contract";
import { expect, type Page } from "@playwright/test";
import {
  consoleAddress,
  createEdition,
  createPerson,
  pairDevice,
  signedInClient,
  signInContext,
  speak,
} from "./console-session.ts";
import { faultsOf } from "./find-faults.ts";
import { test } from "./tidy-test.ts";

test.use({ locale: "ar", viewport: { width: 1440, height: 900 } });
test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: "reduce" }));

const dialog = (page: Page) => page.getByRole("dialog");
const row = (page: Page, name: string | RegExp) => page.getByRole("row", { name });

/** The first column of a CSV's rows below its headings. */
const rowsOf = (csv: string): string[] => csv.trimEnd().split("\n").slice(1);

test("the ledger is chosen, made, downloaded and removed", async ({ page, context }) => {
  const client = await signedInClient();
  const slug = await createEdition(client, "exports");
  const gate = await pairDevice(client, slug, "G1");
  await gate.enter(3);
  await gate.enter(4);
  await signInContext(context);
  await page.goto(consoleAddress(`/exports/${slug}`));
  await expect(page.locator(".empty-state")).toContainText("لا ملفات بعد");

  await page.getByRole("radio", { name: "السجل كاملاً" }).click();
  await page.getByRole("radio", { name: "CSV" }).click();
  await page.getByRole("button", { name: "أعدّ الملف" }).click();
  const ready = row(page, /جاهز/);
  await expect(ready).toContainText("سطران", { timeout: 60_000 });
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    ready.getByRole("link", { name: /حمّل/ }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(new RegExp(`^${slug}-ledger-v\\d+\\.csv$`));
  const csv = readFileSync(await download.path(), "utf8");
  expect(rowsOf(csv)).toHaveLength(2);
  expect(csv).toContain("عدد الأشخاص");
  expect(await faultsOf(page)).toEqual([]);

  await ready.getByRole("button", { name: /إجراءات/ }).click();
  await page.getByRole("menuitem", { name: "احذف الملف" }).click();
  await dialog(page).locator("button[type=submit]").click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.locator(".empty-state")).toBeVisible();
});

test("counts need something to be grouped by, and days in order", async ({ page, context }) => {
  const slug = await createEdition(await signedInClient(), "exports");
  await signInContext(context);
  await speak(page, "fr");
  await page.goto(consoleAddress(`/exports/${slug}`));
  await page.getByRole("checkbox", { name: "Espace" }).uncheck();
  await page.getByRole("checkbox", { name: "Jour" }).uncheck();
  await page.getByLabel("Du", { exact: true }).fill("2026-05-18");
  await page.getByLabel("Au", { exact: true }).fill("2026-05-17");
  await page.getByRole("button", { name: "Préparer le fichier" }).click();
  await expect(page.getByText("Choisissez-en au moins un.")).toBeVisible();
  await expect(page.getByLabel("Au", { exact: true })).toHaveAttribute("aria-invalid", "true");
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("checkbox", { name: "Quart d’heure" }).check();
  await page.getByLabel("Au", { exact: true }).fill("2026-05-19");
  await page.getByRole("button", { name: "Préparer le fichier" }).click();
  await expect(row(page, /counts-quarter-hour/)).toBeVisible();
});

test("on a phone nothing is wider than the screen, and who is no organiser is told so", async ({ page, context }) => {
  const client = await signedInClient();
  const slug = await createEdition(client, "exports");
  await client.call(routes.createExport, {
    params: { slug },
    body: { what: "counts", by: ["zone", "day"], format: "xlsx" },
  });
  await page.setViewportSize({ width: 390, height: 844 });
  await signInContext(context);
  await page.goto(consoleAddress(`/exports/${slug}`));
  await expect(page.locator(".list-table")).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await signInContext(context, await createPerson(client, "supervisor"));
  await page.reload();
  await expect(page.locator(".page-header, main")).not.toHaveCount(0);
  await expect(page.locator(".export-form")).toHaveCount(0);
});

test("what the board shows is exported by a link, and what makes no sense is said in words", async ({
  page,
  context,
}) => {
  const client = await signedInClient();
  const slug = await createEdition(client, "exports");
  await (await pairDevice(client, slug, "G1")).enter(3);
  await signInContext(context);
  await speak(page, "fr");
  await page.goto(consoleAddress(`/live/${slug}?kind=pavilion`));
  await page.getByRole("link", { name: "Exporter ces chiffres" }).click();
  await expect(page).toHaveURL(/\/exports\/.*zones=P01/);
  await expect(page.getByRole("checkbox", { name: "Espace" })).toBeChecked();
  await expect(page.locator(".mantine-MultiSelect-pill").first()).toContainText("P01");
  await expect(page.getByLabel("Du", { exact: true })).not.toHaveValue("");

  await page.getByRole("checkbox", { name: "École ou organisme" }).check();
  await page.getByRole("checkbox", { name: "Quart d’heure" }).check();
  await expect(page.getByText("son parcours ne se montre", { exact: false })).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("checkbox", { name: "Quart d’heure" }).uncheck();
  await page.getByRole("button", { name: "Préparer le fichier" }).click();
  await expect(row(page, /counts-zone-day-organisation/)).toContainText("Prêt", { timeout: 60_000 });
  await expect(page.getByText(/: \d+ sur 20 au plus/)).toBeVisible();
});

test("an export that failed says what to do, is made again, and waits its turn", async ({ page, context }) => {
  const client = await signedInClient();
  const slug = await createEdition(client, "exports");
  await client.call(routes.createExport, { params: { slug }, body: { what: "ledger", format: "csv" } });
  await signInContext(context);
  // A disk that is full is not to be had here: the answers are as they would be.
  let change: object = { state: "failed", fault: "disk_full", bytes: null, ahead: null };
  await page.route(/\/exports\?/, async (route) => {
    const answer = await route.fetch();
    const list = (await answer.json()) as { items: object[] };
    await route.fulfill({ json: { ...list, items: list.items.map((item) => ({ ...item, ...change })) } });
  });
  const asked: string[] = [];
  await page.route(/\/retry$/, async (route) => {
    asked.push(route.request().method());
    change = { state: "waiting", fault: null, bytes: null, ahead: 2 };
    const answer = await client.call(routes.listExports, { params: { slug }, query: {} });
    await route.fulfill({ json: { ...answer.items[0], ...change } });
  });
  await page.goto(consoleAddress(`/exports/${slug}`));
  const failed = row(page, /تعذّر/);
  await expect(failed).toContainText("لم يبق مكان");
  await failed.getByRole("button", { name: /إجراءات/ }).click();
  await page.getByRole("menuitem", { name: "أعد المحاولة" }).click();
  await expect(row(page, /ينتظر/)).toContainText("قبله ملفان");
  expect(asked).toEqual(["POST"]);
  expect(await faultsOf(page)).toEqual([]);
});
