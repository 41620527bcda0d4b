import type { Client } from "@abwab/api-client";
import { routes, type NewOrganisation } from "@abwab/contract";
import { expect, type Page } from "@playwright/test";
import { consoleAddress, createEdition, createPerson, signedInClient, signInContext } from "./console-session.ts";
import { test } from "./tidy-test.ts";

test.use({ locale: "ar", viewport: { width: 1440, height: 900 } });
test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: "reduce" }));

const dialog = (page: Page) => page.getByRole("dialog");
const submit = (page: Page) => dialog(page).locator("button[type=submit]").click();
const closed = (page: Page) => expect(dialog(page)).toHaveCount(0);
const row = (page: Page, name: string | RegExp) => page.getByRole("row", { name });
const search = (page: Page) => page.getByRole("searchbox", { name: "ابحث بالاسم أو المدينة" });

type Given = Partial<NewOrganisation> & Pick<NewOrganisation, "type">;
const addTo = (client: Client, slug: string, body: Given) =>
  client.call(routes.createOrganisation, { params: { slug }, body });

async function act(page: Page, name: string | RegExp, action: string): Promise<void> {
  await row(page, name)
    .getByRole("button", { name: /إجراءات/ })
    .click();
  await page.getByRole("menuitem", { name: action }).click();
}

test("an empty registry says how to fill it; a school is added, looked at, changed and removed", async ({
  page,
  context,
}) => {
  const slug = await createEdition(await signedInClient(), "registry");
  await signInContext(context);
  await page.goto(consoleAddress(`/organisations/${slug}`));
  await expect(page.getByText("السجل فارغ")).toBeVisible();
  await expect(page.getByRole("link", { name: "استورد لائحة" })).toHaveAttribute("href", `/console/imports/${slug}`);

  await page.getByRole("button", { name: "أضف هيئة" }).click();
  await submit(page);
  await expect(page.getByRole("textbox", { name: "الاسم بالعربية" })).toBeFocused();
  await page.getByRole("textbox", { name: "الاسم بالعربية" }).fill("مدرسة ابن خلدون");
  await page.getByRole("combobox", { name: "النوع" }).last().selectOption("public");
  await page.getByRole("combobox", { name: "الإقليم أو العمالة" }).last().fill("سيدي بن");
  await page.getByRole("option", { name: "سيدي بنور" }).click();
  await page.getByRole("textbox", { name: "التلاميذ المنتظرون" }).fill("300");
  await page.getByRole("textbox", { name: "الهاتف" }).fill("not a number");
  await submit(page);
  await expect(page.getByRole("textbox", { name: "الهاتف" })).toBeFocused();
  await page.getByRole("textbox", { name: "الهاتف" }).fill("0612345678");
  // P1: until when the contact is kept stands beside it.
  await expect(dialog(page)).toContainText("يُمحى تلقائياً في");
  await submit(page);
  await closed(page);

  await page.getByRole("link", { name: "مدرسة ابن خلدون" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("مدرسة ابن خلدون");
  await expect(page.locator(".organisation-facts")).toContainText("الدار البيضاء سطات");
  await expect(page.getByRole("link", { name: "0612345678" })).toHaveAttribute("href", "tel:0612345678");
  await page.getByRole("button", { name: "تعديل" }).click();
  await page.getByRole("textbox", { name: "الاسم بالفرنسية" }).fill("École Ibn Khaldoun");
  await submit(page);
  await closed(page);
  await expect(page.locator(".organisation-facts")).toContainText("École Ibn Khaldoun");
  // The address alone leads back to it.
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("مدرسة ابن خلدون");
  await page.getByRole("button", { name: "حذف" }).click();
  await submit(page);
  await expect(page.getByText("السجل فارغ")).toBeVisible();
});

test("search forgives while one types, filters narrow it, and the address keeps both", async ({ page, context }) => {
  const client = await signedInClient();
  const slug = await createEdition(client, "search");
  await addTo(client, slug, { type: "school", kind: "public", nameAr: "ثانوية الإمام مالك", province: "06.181" });
  await addTo(client, slug, { type: "school", kind: "private", nameFr: "École Annakhil", province: "07.431" });
  await addTo(client, slug, { type: "media", kind: "radio", nameFr: "Radio Doukkala", province: "06.181" });
  await signInContext(context);
  await page.goto(consoleAddress(`/organisations/${slug}`));
  await expect(page.locator(".organisation-link")).toHaveCount(3);
  for (const typed of ["الامام مالك", "ثانويه مالك", "imam malik"]) {
    await search(page).fill("");
    await expect(page.locator(".organisation-link")).toHaveCount(3);
    await search(page).pressSequentially(typed);
    await expect(page.locator(".organisation-link")).toHaveText(["ثانوية الإمام مالك"]);
  }
  await search(page).fill("ecole anakhil");
  await expect(page.locator(".organisation-link")).toHaveText(["École Annakhil"]);
  await page.reload();
  await expect(search(page)).toHaveValue("ecole anakhil");
  await expect(page.locator(".organisation-link")).toHaveText(["École Annakhil"]);
  await search(page).fill("xyzxyz");
  await page.getByRole("button", { name: "امسح المرشحات" }).click();
  await page.getByRole("combobox", { name: "الصنف" }).selectOption("media");
  await expect(page.locator(".organisation-link")).toHaveText(["Radio Doukkala"]);
  await page.getByRole("combobox", { name: "الصنف" }).selectOption("");
  await page.getByRole("combobox", { name: "الجهة" }).selectOption("07");
  await expect(page.locator(".organisation-link")).toHaveText(["École Annakhil"]);
});

test("a long registry is turned page by page, and keeps only one on screen", async ({ page, context }) => {
  const client = await signedInClient();
  const slug = await createEdition(client, "pages");
  const numbers = Array.from({ length: 120 }, (_, index) => index + 1);
  for (const number of numbers) {
    await addTo(client, slug, { type: "school", nameFr: `École ${String(number).padStart(3, "0")}` });
  }
  await signInContext(context);
  await page.goto(consoleAddress(`/organisations/${slug}`));
  await expect(page.locator(".organisation-link")).toHaveCount(50);
  const seen = new Set(await page.locator(".organisation-link").allTextContents());
  await expect(page.getByRole("button", { name: "السابق" })).toBeDisabled();
  for (const [shown, count] of [
    [/51.* إلى .*100/, 50],
    [/101.* إلى .*120/, 20],
  ] as const) {
    await page.getByRole("button", { name: "التالي" }).click();
    await expect(page.getByRole("status").filter({ hasText: shown })).toBeVisible();
    await expect(page.locator(".organisation-link")).toHaveCount(count);
    for (const text of await page.locator(".organisation-link").allTextContents()) seen.add(text);
  }
  expect(seen.size).toBe(120);
  await expect(page.getByRole("button", { name: "التالي" })).toBeDisabled();
  await page.getByRole("button", { name: "السابق" }).click();
  await expect(page.getByRole("status").filter({ hasText: /51.* إلى .*100/ })).toBeVisible();
});

test("the next page, asked for twice before it has come, is one page further", async ({ page, context }) => {
  const client = await signedInClient();
  const slug = await createEdition(client, "impatient");
  for (let number = 1; number <= 120; number += 1) {
    await addTo(client, slug, { type: "school", nameFr: `École ${String(number).padStart(3, "0")}` });
  }
  await signInContext(context);
  const answer = Promise.withResolvers<void>();
  await page.route(/organisations\?.*cursor=/, async (route) => {
    await answer.promise;
    await route.continue();
  });
  await page.goto(consoleAddress(`/organisations/${slug}`));
  await expect(page.getByRole("status").filter({ hasText: /1.* إلى .*50/ })).toBeVisible();
  const next = page.getByRole("button", { name: "التالي" });
  await next.click();
  await next.click();
  await expect(page.getByRole("status").filter({ hasText: /1.* إلى .*50/ })).toBeVisible();
  answer.resolve();
  await expect(page.getByRole("status").filter({ hasText: /51.* إلى .*100/ })).toBeVisible();
  await expect(page.locator(".organisation-link").first()).toHaveText("École 051");
});

test("duplicates stand beside each other, are merged after a word of warning, and parted again", async ({
  page,
  context,
}) => {
  const client = await signedInClient();
  const slug = await createEdition(client, "merge");
  const radio = { type: "media", kind: "radio", province: "06.181" } as const;
  await addTo(client, slug, { ...radio, nameAr: "إذاعة دكالة", nameFr: "Radio Doukkala", city: "الجديدة" });
  await addTo(client, slug, { ...radio, nameAr: "اذاعه دكاله", expectedAdults: 4, city: "الجديدة" });
  await signInContext(context);
  await page.goto(consoleAddress(`/organisations/${slug}?part=duplicates`));
  const pair = page.locator(".duplicate-card");
  await expect(pair).toHaveCount(1);
  await expect(pair.locator("tr[data-differs=true]").filter({ hasText: "الاسم بالعربية" })).toHaveCount(1);
  await expect(pair.locator("tr[data-differs=false]").filter({ hasText: "المدينة" })).toHaveCount(1);
  await pair.getByRole("button", { name: /إذاعة دكالة/ }).click();
  await expect(dialog(page)).toContainText("يمكن التراجع متى شئت");
  await submit(page);
  await closed(page);
  await expect(page.getByText("لا مكررات")).toBeVisible();

  await page.getByRole("tab", { name: "ما دُمج" }).click();
  await row(page, /إذاعة دكالة.*اذاعه دكاله/)
    .getByRole("button", { name: "تراجع" })
    .click();
  await submit(page);
  await expect(row(page, /تم التراجع/)).toHaveCount(1);

  await page.getByRole("tab", { name: "مكررات محتملة" }).click();
  await pair.getByRole("button", { name: "ليستا واحدة" }).click();
  await expect(page.getByText("لا مكررات")).toBeVisible();
  await page.getByRole("tab", { name: "السجل" }).click();
  await expect(page.locator(".organisation-link")).toHaveCount(2);
});

test("a supervisor changes organisations, but neither removes nor imports", async ({ page, context }) => {
  const client = await signedInClient();
  const slug = await createEdition(client, "roles");
  await addTo(client, slug, { type: "institution", nameAr: "بلدية الجديدة" });
  await signInContext(context, await createPerson(client, "supervisor"));
  await page.goto(consoleAddress(`/organisations/${slug}`));
  await act(page, /بلدية/, "تعديل");
  await page.getByRole("textbox", { name: "المدينة" }).fill("الجديدة");
  await submit(page);
  await closed(page);
  await expect(row(page, /بلدية.*الجديدة/)).toHaveCount(1);
  await expect(page.getByRole("link", { name: "استورد لائحة" })).toHaveCount(0);
  await row(page, /بلدية/)
    .getByRole("button", { name: /إجراءات/ })
    .click();
  await expect(page.getByRole("menuitem", { name: "حذف" })).toHaveCount(0);
  await page.goto(consoleAddress(`/imports/${slug}`));
  await expect(page.getByText("هذه الصفحة ليست لدورك")).toBeVisible();
});
