import { routes } from "@abwab/contract";
import { expect, type Page } from "@playwright/test";
import {
  address,
  administrator,
  consoleAddress,
  createEdition,
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

test("axe finds nothing on the sign-in page, nor with its faults shown", async ({ page }) => {
  await page.goto(consoleAddress("/sign-in"));
  await page.locator("button[type=submit]").click();
  await expect(page.locator("[aria-invalid=true]")).toHaveCount(2);
  expect(await faultsOf(page)).toEqual([]);
});

for (const language of ["ar", "fr"]) {
  test(`axe finds nothing on the board in ${language}`, async ({ page, context }) => {
    await speak(page, language);
    await signInContext(context);
    await page.goto(consoleAddress("/live/open-days"));
    await expect(page.locator(".tile-entered").first()).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
  });
}

const pages = [
  { name: "the wall", path: "/wall/open-days", shown: ".tile-entered" },
  { name: "the board as a floor plan", path: "/live/open-days?view=plan", shown: ".plan-zone" },
  { name: "the board as a table", path: "/live/open-days?view=table", shown: ".board-table" },
  { name: "the wall with the floor plan", path: "/wall/open-days?view=plan", shown: ".plan-zone" },
  { name: "the floor plan's editor", path: "/floor-plan/open-days", shown: ".editor-zone" },
  { name: "a zone", path: "/live/open-days/P01", shown: ".ledger" },
  { name: "the people", path: "/people", shown: ".list-table" },
  { name: "the tokens", path: "/tokens", shown: ".page-header" },
  { name: "the editions", path: "/editions", shown: ".list-table" },
  { name: "an edition's set-up", path: "/setup/open-days", shown: ".list-table" },
  { name: "the passes", path: "/passes/open-days", shown: ".page-header" },
  { name: "the batches of passes", path: "/passes/open-days?part=batches", shown: ".page-header" },
  { name: "the keys", path: "/passes/open-days?part=keys", shown: ".list-table" },
  { name: "the group visits", path: "/visits/open-days", shown: ".visit-totals" },
  { name: "the slots", path: "/visits/open-days?part=slots", shown: ".list-table, .empty-state" },
  { name: "the distribution of a list", path: "/visits/open-days?part=distribution", shown: ".distribution-form" },
  { name: "who is represented", path: "/visits/open-days?part=represented", shown: ".list-table, .empty-state" },
  { name: "the programme by hall", path: "/programme/open-days", shown: ".timetable-item" },
  { name: "the programme as a list", path: "/programme/open-days?view=list", shown: ".list-table" },
  { name: "the views of the broadcast", path: "/reach/el-jadida-2025", shown: ".reach-sum" },
  { name: "the devices", path: "/devices/open-days", shown: ".list-table, .empty-state" },
  { name: "the accreditations", path: "/media/open-days", shown: ".list-table, .empty-state" },
  { name: "the media activities", path: "/media/open-days?part=activities", shown: ".activity-fields" },
  { name: "the organisations", path: "/organisations/open-days", shown: ".page-header" },
  { name: "the duplicates", path: "/organisations/open-days?part=duplicates", shown: ".page-header" },
  { name: "the merges", path: "/organisations/open-days?part=merges", shown: ".page-header" },
  { name: "the imports", path: "/imports/open-days", shown: ".file-drop" },
  { name: "the remembered columns", path: "/imports/open-days?part=mappings", shown: ".page-header" },
  { name: "the exports", path: "/exports/open-days", shown: ".export-form" },
  { name: "the gate staff", path: "/staff/open-days", shown: ".page-header" },
  { name: "the conflicts", path: "/conflicts/open-days", shown: ".empty-state" },
  { name: "the day as it goes", path: "/outlook/open-days", shown: ".chart svg" },
  { name: "the alerts", path: "/alerts/open-days", shown: ".empty-state, .alert-card" },
  { name: "the past alerts", path: "/alerts/open-days?part=history", shown: ".empty-state, .alert-card" },
  { name: "the webhooks", path: "/alerts/open-days?part=webhooks", shown: ".empty-state, .list-table" },
  { name: "the alert rules", path: "/alerts/open-days?part=rules", shown: ".empty-state, .list-table" },
  { name: "steering", path: "/steering/open-days", shown: ".steered-zone" },
  { name: "who is where", path: "/evacuation/open-days", shown: ".evacuation-table tbody tr" },
  { name: "who came", path: "/audience/open-days", shown: ".audience-part" },
  { name: "the days", path: "/days/open-days", shown: ".day-card" },
  { name: "reports sent by themselves", path: "/schedules/open-days", shown: ".empty-state, .list-table" },
  { name: "the reports", path: "/reports/open-days", shown: ".report-links" },
  { name: "the comparison", path: "/comparison/open-days", shown: ".comparison-table" },
  { name: "the press release", path: "/communique/open-days", shown: ".release-text" },
  { name: "the audit trail", path: "/audit", shown: ".audit-entry" },
  { name: "personal data", path: "/personal-data", shown: ".list-table" },
  { name: "an invitation that leads nowhere", path: "/invitation#none", shown: "main" },
  { name: "the account", path: "/account", shown: "form" },
];
for (const { name, path, shown } of pages) {
  test(`axe finds nothing on the page of ${name}`, async ({ page, context }) => {
    await signInContext(context);
    await page.goto(consoleAddress(path));
    await expect(page.locator(shown).first()).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
  });
}

test("axe finds nothing on a board with a group in each state, in the form of a booking and its faults", async ({
  page,
  context,
}) => {
  const client = await signedInClient();
  const slug = await createEdition(client, "axe");
  const params = { slug };
  const { id: organisationId } = await client.call(routes.createOrganisation, {
    params,
    body: { type: "school", kind: "quranic", nameAr: "مدرسة النور", expectedPupils: 40 },
  });
  const [visit] = await Promise.all(
    [40, 60].map((pupils) =>
      client.call(routes.bookVisit, {
        params,
        body: { organisationId, slotId: null, pupils, adults: 0, walkIn: true },
      }),
    ),
  );
  await client.call(routes.changeVisit, { params: { slug, id: visit?.id ?? "" }, body: { cancelled: true } });
  await signInContext(context);
  await page.goto(consoleAddress(`/visits/${slug}`));
  await expect(page.locator(".visit")).toHaveCount(2);
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "احجز زيارة" }).first().click();
  await dialog(page).locator("button[type=submit]").click();
  await expect(dialog(page).locator("[aria-invalid=true]").first()).toBeFocused();
  expect(await faultsOf(page)).toEqual([]);
});

test("axe finds nothing on the steps of an import, nor on an organisation and its form", async ({ page, context }) => {
  // Eight pages in one, each looked through by axe.
  test.slow();
  const client = await signedInClient();
  const slug = await createEdition(client, "axe");
  const params = { slug };
  const known = { type: "school", nameAr: "مدرسة ابن خلدون", city: "الجديدة", province: "06.181" } as const;
  const { id } = await client.call(routes.createOrganisation, { params, body: known });
  const list =
    "Nom;Ville;Effectif\nEcole Ibn Khaldoun;El Jadida;50\nEcole Annakhil;Settat;beaucoup\nEcole Al Amal;Settat;5\n";
  await signInContext(context);
  await page.goto(consoleAddress(`/imports/${slug}`));
  await page.locator("input[type=file]").setInputFiles({
    name: "ecoles.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(list),
  });
  await expect(page.locator(".sample-table")).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "التالي: راجع الأسطر" }).first().click();
  await expect(page.locator(".row-decision").first()).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("tab", { name: /خاطئة/ }).click();
  await expect(page.getByRole("row", { name: /Annakhil/ }).locator(".row-remarks")).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "استورد", exact: true }).click();
  await expect(dialog(page)).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await dialog(page).locator("button[type=submit]").click();
  await expect(page.locator(".import-result[data-state=done]")).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await page.goto(consoleAddress(`/organisations/${slug}/${id}`));
  await expect(page.locator(".organisation-facts")).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "تعديل" }).click();
  await page.getByRole("textbox", { name: "البريد الإلكتروني" }).fill("x");
  await dialog(page).locator("button[type=submit]").click();
  await expect(dialog(page).locator("[aria-invalid=true]")).toHaveCount(1);
  expect(await faultsOf(page)).toEqual([]);
});

test("axe finds nothing on the devices, their form and their pairing code", async ({ page, context }) => {
  const client = await signedInClient();
  const slug = await createEdition(client, "axe");
  await pairDevice(client, slug, "P01-A");
  await signInContext(context);
  await page.goto(consoleAddress(`/devices/${slug}`));
  await page.getByRole("button", { name: "أضف جهازاً" }).click();
  await dialog(page).locator("button[type=submit]").click();
  await expect(dialog(page).locator("[aria-invalid=true]")).toHaveCount(2);
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("combobox", { name: "نقطة العدّ" }).click();
  await page.getByRole("option", { name: /G1/ }).click();
  await page.getByRole("textbox", { name: "الاسم" }).fill("لوحة");
  await dialog(page).locator("button[type=submit]").click();
  await expect(page.getByTestId("pairing-code")).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
});

test("axe finds nothing in the form of an edition, its figures and its faults", async ({ page, context }) => {
  await signInContext(context);
  await page.goto(consoleAddress("/editions"));
  await page.getByRole("button", { name: "أنشئ دورة" }).click();
  await page.getByRole("button", { name: "أضف رقماً منشوراً" }).click();
  await page.getByRole("combobox", { name: "فئات خاصة بهذه الدورة" }).fill("VIP guests,");
  await dialog(page).locator("button[type=submit]").click();
  await expect(dialog(page).locator("[aria-invalid=true]").first()).toBeFocused();
  expect(await faultsOf(page)).toEqual([]);
});

test("axe finds nothing on the kiosk, before it is paired and after", async ({ page }) => {
  const client = await signedInClient();
  const slug = await createEdition(client, "axe");
  const params = { slug };
  await page.goto(address("/kiosk/"));
  await expect(page.getByLabel("رمز الربط")).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  const body = { name: "لوحة", checkpoint: "P01-A" };
  const { pairingCode } = await client.call(routes.createDevice, { params, body });
  await page.getByLabel("رمز الربط").fill(pairingCode);
  await page.getByRole("button", { name: "اربط", exact: true }).click();
  await expect(page.locator(".preflight-check")).toHaveCount(8);
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: /^ابدأ/ }).click();
  await expect(page.locator(".door")).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
});

/** Goes on with the Tab key until what has the focus matches. */
async function tabTo(page: Page, selector: string): Promise<void> {
  await expect(async () => {
    await page.keyboard.press("Tab");
    expect(await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)).toBe(true);
  }).toPass({ intervals: [10], timeout: 20_000 });
}

test("the keyboard alone signs in, reaches a tile, and opens and closes a dialog", async ({ page }) => {
  const slug = await createEdition(await signedInClient(), "keys");
  await page.goto(consoleAddress(`/sign-in?next=/live/${slug}`));
  await expect(page.locator("input[type=email]")).toBeFocused();
  await page.keyboard.type(administrator().email);
  await tabTo(page, "input[type=password]");
  await page.keyboard.type(administrator().password);
  await page.keyboard.press("Enter");

  const tile = `a.tile[href$="/P01"]`;
  await expect(page.locator(tile)).toBeVisible();
  await tabTo(page, tile);
  await page.keyboard.press("Enter");
  const change = page.getByRole("button", { name: "غيّر الحالة" });
  await expect(change).toBeVisible();
  await expect(async () => {
    await page.keyboard.press("Tab");
    await expect(change).toBeFocused({ timeout: 50 });
  }).toPass();
  await page.keyboard.press("Enter");
  await expect(dialog(page)).toBeVisible();
  await expect(dialog(page).locator(":focus")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toHaveCount(0);
  await expect(change).toBeFocused();
});
