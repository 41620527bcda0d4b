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

const field = (page: Page) => page.getByRole("combobox", { name: "ابحث أو افعل" });
const chosen = (page: Page) => page.locator('[role="option"][aria-selected="true"]');

/** Opens the palette by its keys and types; the first thing found is the one wanted. */
async function find(page: Page, words: string, expected: string | RegExp): Promise<void> {
  await page.keyboard.press("Control+k");
  await expect(field(page)).toBeFocused();
  await page.keyboard.type(words);
  await expect(chosen(page)).toContainText(expected);
  await page.keyboard.press("Enter");
}

test("the keyboard alone goes to a page, a zone in another language, a device, an organisation and a pass", async ({
  page,
  context,
}) => {
  const client = await signedInClient();
  const slug = await createEdition(client, "palette");
  const params = { slug };
  await client.call(routes.createZone, {
    params,
    body: {
      code: "P12",
      kind: "pavilion",
      names: { ar: "الشرطة العلمية", fr: "Police scientifique", en: "Forensics" },
    },
  });
  await pairDevice(client, slug, "P01-A");
  const { id } = await client.call(routes.createOrganisation, {
    params,
    body: { type: "school", kind: "public", nameAr: "مدرسة النخيل", expectedPupils: 10 },
  });
  const { pass } = await client.call(routes.issuePass, { params, body: { kind: "visitor", category: "public" } });
  await signInContext(context);
  await page.goto(consoleAddress(`/live/${slug}`));
  await expect(page.locator(".tile").first()).toBeVisible();

  await find(page, "البرنامج", "البرنامج");
  await expect(page).toHaveURL(new RegExp(`/programme/${slug}`));
  await find(page, "forensics", "الشرطة العلمية");
  await expect(page).toHaveURL(new RegExp(`/live/${slug}/P12`));
  await find(page, "جهاز P01", "جهاز P01-A");
  await expect(page).toHaveURL(new RegExp(`/devices/${slug}`));
  await expect(page.locator(".list-table tbody tr")).toHaveCount(1);
  await find(page, "مدرسه النخيل", "مدرسة النخيل");
  await expect(page).toHaveURL(new RegExp(`/organisations/${slug}/${id}`));
  await find(page, pass.code, pass.code.slice(0, 4));
  await expect(page.getByRole("dialog")).toContainText(pass.code.slice(0, 4));
  await page.keyboard.press("Escape");

  await page.keyboard.press("Control+k");
  await expect(page.locator(".palette-option").first()).toContainText(pass.code.slice(0, 4));
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(field(page)).toHaveCount(0);
});

test("the keyboard alone holds P12 and signs out; the palette's words follow the language", async ({
  page,
  context,
}) => {
  const client = await signedInClient();
  const slug = await createEdition(client, "palette");
  const params = { slug };
  await client.call(routes.createZone, {
    params,
    body: {
      code: "P12",
      kind: "pavilion",
      names: { ar: "الشرطة العلمية", fr: "Police scientifique", en: "Forensics" },
    },
  });
  await signInContext(context, await createPerson(client, "organiser"));
  await page.goto(consoleAddress(`/live/${slug}`));
  await expect(page.locator(".tile").first()).toBeVisible();
  await find(page, "أوقف P12", /أوقف الدخول مؤقتاً/);
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("radio", { checked: true })).toHaveAttribute("value", "hold");
  await dialog.locator("button[type=submit]").focus();
  await page.keyboard.press("Enter");
  await expect(dialog).toHaveCount(0);
  await expect
    .poll(async () => (await client.call(routes.getZone, { params: { slug, code: "P12" } })).status)
    .toBe("hold");

  await find(page, "français", "Français");
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: "Chercher ou agir" })).toBeFocused();
  await page.keyboard.type("déconnecter");
  await expect(chosen(page)).toContainText("Se déconnecter");
  await page.keyboard.press("Enter");
  await expect(page.locator("input[type=password]")).toBeVisible();
});

test("a viewer is offered neither a hold nor pages of other roles", async ({ page, context }) => {
  const client = await signedInClient();
  const slug = await createEdition(client, "palette");
  await speak(page, "en");
  await signInContext(context, await createPerson(client, "viewer"));
  await page.goto(consoleAddress(`/live/${slug}`));
  await page.getByRole("button", { name: "Find or do" }).click();
  const options = page.locator(".palette-option");
  await page.getByRole("combobox", { name: "Find or do" }).fill("hold");
  await expect(page.getByText("Nothing of that name")).toBeVisible();
  await page.getByRole("combobox", { name: "Find or do" }).fill("P01");
  await expect(options).toHaveCount(1);
  await page.getByRole("combobox", { name: "Find or do" }).fill("people");
  await expect(page.getByText("Nothing of that name")).toBeVisible();
});

test("an address that leads nowhere says so within the console, and names the tab", async ({ page, context }) => {
  await signInContext(context);
  for (const path of ["/devices/no-such-edition", "/no/such/page"]) {
    await page.goto(consoleAddress(path));
    await expect(page.getByRole("heading", { name: "لا وجود لهذه الصفحة" })).toBeVisible();
    await expect(page).toHaveTitle(/لا وجود لهذه الصفحة/);
    await expect(page.locator(".navigation")).toBeVisible();
  }
});
