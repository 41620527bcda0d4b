import { readFile } from "node:fs/promises";
import { routes } from "@abwab/contract";
import { expect, type Page } from "@playwright/test";
import { consoleAddress, createEdition, signedInClient, signInContext } from "./console-session.ts";
import { type ListFile, utf8, windows1256, workbook } from "./list-files.ts";
import { test } from "./tidy-test.ts";

test.use({ locale: "ar", viewport: { width: 1440, height: 900 } });
test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: "reduce" }));

const dialog = (page: Page) => page.getByRole("dialog");
const submit = (page: Page) => dialog(page).locator("button[type=submit]").click();
const tab = (page: Page, name: RegExp) => page.getByRole("tab", { name });
const row = (page: Page, name: string | RegExp) => page.getByRole("row", { name });
const columnOf = (page: Page, title: string) =>
  page.getByRole("combobox", { name: new RegExp(`معنى العمود .*${title}`) });
const next = (page: Page) => page.getByRole("button", { name: "التالي: راجع الأسطر" }).first().click();
/** As it stands on a page, without the marks that set names and figures apart. */
const written = (text: string | null) => (text ?? "").replaceAll(/[\u2066-\u2069]/g, "");

async function send(page: Page, slug: string, file: ListFile): Promise<void> {
  await page.goto(consoleAddress(`/imports/${slug}`));
  await page.locator("input[type=file]").setInputFiles(file);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(file.name);
}

const SCHOOLS = `المؤسسة;النوع;المدينة;عدد التلاميذ;الهاتف
مدرسة النخيل;عمومية;الجديدة;45;0523341234
ثانوية المسيرة;خصوصية;سطات;60;
إعدادية الفتح;عمومية;الجديدة;كثير;
`;

test("a CSV of an older Windows goes in row by row, with its wrong rows to send back, and is taken back whole", async ({
  page,
  context,
}) => {
  const client = await signedInClient();
  const slug = await createEdition(client, "csv");
  await client.call(routes.createOrganisation, {
    params: { slug },
    body: {
      type: "school",
      kind: "public",
      nameAr: "مدرسة النخيل",
      city: "الجديدة",
      province: "06.181",
      expectedPupils: 30,
    },
  });
  await signInContext(context);
  await send(page, slug, windows1256("مدارس.csv", SCHOOLS));

  await expect(page.getByRole("combobox", { name: "ترميز الحروف" })).toHaveValue("windows-1256");
  await expect(page.getByRole("combobox", { name: "الفاصل بين الأعمدة" })).toHaveValue(";");
  await expect(columnOf(page, "المؤسسة")).toHaveValue("nameAr");
  await expect(columnOf(page, "عدد التلاميذ")).toHaveValue("expectedPupils");

  await next(page);
  await expect(tab(page, /خاطئة/)).toHaveAttribute("aria-selected", "true");
  await expect(row(page, /إعدادية الفتح/)).toContainText("ليس عدداً");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "حمّل الأسطر الخاطئة" }).click(),
  ]);
  const wrong = await readFile(await download.path(), "utf8");
  expect(wrong).toContain("إعدادية الفتح");
  expect(wrong).not.toContain("ثانوية المسيرة");

  await tab(page, /تغيّرت/).click();
  const changed = row(page, /مدرسة النخيل/);
  await expect(changed.locator("del").first()).toContainText("30");
  await expect(changed.locator("ins").first()).toContainText("45");
  await tab(page, /جديدة/).click();
  await expect(row(page, /ثانوية المسيرة/)).toContainText("60");

  await page.getByRole("button", { name: "استورد", exact: true }).click();
  await expect(dialog(page)).toContainText("هذا ما سيحدث");
  expect(written(await dialog(page).locator(".plan-list").textContent())).toContain("هيئات مضافة1");
  await submit(page);
  await expect(page.getByText("تم استيراد اللائحة")).toBeVisible();
  await page.getByRole("link", { name: "اعرض هيئات هذه اللائحة" }).click();
  await expect(page.locator(".organisation-link")).toHaveText(["ثانوية المسيرة"]);

  await page.goBack();
  await page.getByRole("button", { name: "تراجع عن الاستيراد" }).click();
  await expect(dialog(page)).toContainText("القيم القديمة");
  await submit(page);
  await expect(page.getByText("تم التراجع عن الاستيراد")).toBeVisible();
  const { items } = await client.call(routes.listOrganisations, { params: { slug }, query: {} });
  expect(items.map(({ nameAr, expectedPupils }) => ({ nameAr, expectedPupils }))).toEqual([
    { nameAr: "مدرسة النخيل", expectedPupils: 30 },
  ]);
});

test("a workbook with a title block is read from another sheet and other titles, as a person says", async ({
  page,
  context,
}) => {
  const slug = await createEdition(await signedInClient(), "xlsx");
  await signInContext(context);
  const list = [
    ["المملكة المغربية", null, null],
    ["لائحة المؤسسات المشاركة 2026-2027", null, null],
    [null, null, null],
    ["اسم المؤسسة", "المدينة", "ملاحظة"],
    ["مدرسة الوحدة", "آسفي", "تأتي صباحا"],
    ["مدرسة الأطلس", "سطات", "تأتي مساء"],
  ];
  await send(page, slug, await workbook("لائحة.xlsx", { غلاف: [["وزارة التربية الوطنية"]], اللائحة: list }));
  await page.getByRole("combobox", { name: "الورقة" }).selectOption("اللائحة");
  await expect(page.getByRole("radio", { name: /السطر .*4.* هو سطر العناوين/ })).toBeChecked();
  await expect(columnOf(page, "اسم المؤسسة")).toHaveValue("nameAr");

  // What is wrong with the columns is said before one can go on.
  await columnOf(page, "ملاحظة").selectOption("nameAr");
  await expect(page.getByText(/مختار لعمودين/)).toBeVisible();
  await expect(page.getByRole("button", { name: "التالي: راجع الأسطر" }).first()).toBeDisabled();
  await columnOf(page, "ملاحظة").selectOption("contactName");
  await page.getByRole("combobox", { name: /صنف الهيئات/ }).selectOption("institution");
  await next(page);
  await expect(tab(page, /جديدة.*2/)).toHaveAttribute("aria-selected", "true");
  await expect(row(page, /مدرسة الأطلس/)).toContainText("تأتي مساء");
  await expect(row(page, /مدرسة الأطلس/)).toContainText("مؤسسة");

  // Other titles are another list: corrected by the keyboard alone.
  await page.getByRole("button", { name: "عدّل القراءة" }).click();
  const third = page.getByRole("radio", { name: /السطر .*5.* هو سطر العناوين/ });
  await page.getByRole("radio", { name: /السطر .*4.* هو سطر العناوين/ }).focus();
  await page.keyboard.press("ArrowDown");
  await expect(third).toBeChecked();
  await expect(columnOf(page, "مدرسة الوحدة")).toBeVisible();
});

test("doubtful rows wait for a person, one by one or all at once", async ({ page, context }) => {
  const client = await signedInClient();
  const slug = await createEdition(client, "doubt");
  for (const nameAr of ["مدرسة ابن خلدون", "مدرسة المختار السوسي"]) {
    await client.call(routes.createOrganisation, {
      params: { slug },
      body: { type: "school", nameAr, city: "الجديدة", province: "06.181", expectedPupils: 30 },
    });
  }
  await signInContext(context);
  const list = "Nom;Ville;Effectif\nEcole Ibn Khaldoun;El Jadida;50\nEcole Mokhtar Soussi;El Jadida;31\n";
  await send(page, slug, utf8("ecoles.csv", list));
  await next(page);
  await expect(page.getByText("سطران ينتظران قرارك.")).toBeVisible();
  await expect(row(page, /Ibn Khaldoun/)).toContainText("تشبه");
  await row(page, /Ibn Khaldoun/)
    .getByRole("radio", { name: "هي نفسها" })
    .check();
  await expect(page.getByText("سطر واحد ينتظر قرارك.")).toBeVisible();
  await page.reload();
  await expect(row(page, /Ibn Khaldoun/).getByRole("radio", { name: "هي نفسها" })).toBeChecked();
  await page.getByRole("button", { name: "اتركها" }).click();
  await expect(page.getByText("كل الأسطر المشكوك فيها مقررة.")).toBeVisible();
  await expect(row(page, /Mokhtar/).getByRole("radio", { name: "اتركها" })).toBeChecked();
  await page.getByRole("button", { name: "هي نفسها" }).click();
  await expect(row(page, /Mokhtar/).getByRole("radio", { name: "هي نفسها" })).toBeChecked();
  await page.getByRole("button", { name: "استورد", exact: true }).click();
  await submit(page);
  await expect(page.getByText("تم استيراد اللائحة")).toBeVisible();
  const { items } = await client.call(routes.listOrganisations, { params: { slug }, query: {} });
  expect(items.map(({ nameAr, nameFr, expectedPupils }) => [nameAr, nameFr, expectedPupils])).toEqual([
    ["مدرسة ابن خلدون", "Ecole Ibn Khaldoun", 50],
    ["مدرسة المختار السوسي", "Ecole Mokhtar Soussi", 31],
  ]);
});

test("a browser closed in the middle leaves nothing half done, and another one goes on", async ({ page, browser }) => {
  const client = await signedInClient();
  const slug = await createEdition(client, "resumed");
  await signInContext(page.context());
  const rows = Array.from(
    { length: 5_000 },
    (_, index) => `مدرسة رقم ${index + 1} بالحي ${index % 97};الجديدة;${index % 60}`,
  );
  await send(page, slug, utf8("كبيرة.csv", ["المؤسسة;المدينة;عدد التلاميذ", ...rows].join("\n")));
  // While it is being read, or at the latest before it is confirmed.
  await page.close();

  const context = await browser.newContext({ locale: "ar", viewport: { width: 390, height: 844 } });
  await signInContext(context);
  const later = await context.newPage();
  await later.goto(consoleAddress(`/imports/${slug}`));
  await later.getByRole("link", { name: "كبيرة.csv" }).click();
  await expect(later.getByRole("button", { name: "التالي: راجع الأسطر" }).first()).toBeEnabled({ timeout: 30_000 });
  expect((await client.call(routes.listOrganisations, { params: { slug }, query: {} })).items).toEqual([]);
  await next(later);
  // Whatever of it looks doubtful is new here.
  await expect(later.getByRole("tab", { name: /جديدة/ })).toBeVisible();
  await later.getByRole("button", { name: "استورد", exact: true }).click();
  await submit(later);
  await expect(later.getByText(/نحفظ الأسطر|تم استيراد اللائحة/).first()).toBeVisible();
  // Closed again while it is kept: the work goes on at the service.
  await context.close();

  const last = await browser.newContext({ locale: "ar" });
  await signInContext(last);
  const end = await last.newPage();
  await end.goto(consoleAddress(`/imports/${slug}`));
  await expect(end.getByRole("row", { name: /كبيرة.csv/ })).toContainText("حُفظت", { timeout: 30_000 });
  await last.close();
});

test("what is no list says what to do instead, and can be put aside", async ({ page, context }) => {
  const slug = await createEdition(await signedInClient(), "faults");
  await signInContext(context);
  const old = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)]);
  await send(page, slug, { name: "قديم.xls", mimeType: "application/vnd.ms-excel", buffer: old });
  await expect(page.getByRole("alert")).toContainText("مصنف Excel");
  await page.getByRole("button", { name: "أهمل اللائحة" }).click();
  await submit(page);
  await expect(page.getByText("لم تُستورد أي لائحة بعد.")).toBeVisible();
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "فارغ.csv", mimeType: "text/csv", buffer: Buffer.alloc(0) });
  await expect(page.getByRole("alert")).toContainText("الملف فارغ");
});

test("attendees of pretix become passes, to be taken away as CSV; the columns are remembered until forgotten", async ({
  page,
  context,
}) => {
  const slug = await createEdition(await signedInClient(), "attendees");
  await signInContext(context);
  await page.goto(consoleAddress(`/imports/${slug}`));
  await page.getByRole("radio", { name: "حضور مسجّل" }).click();
  const list = [
    "Order code,Position ID,Attendee name,Product",
    "ABC12,1,أمل بنعلي,Public",
    "ABC12,2,Youssef Alaoui,Public",
  ].join("\n");
  await page.locator("input[type=file]").setInputFiles(utf8("pretix.csv", list));
  await next(page);
  await expect(tab(page, /جديدة.*2/)).toBeVisible();
  await page.getByRole("button", { name: "استورد", exact: true }).click();
  expect(written(await dialog(page).locator(".plan-list").textContent())).toContain("شارات جديدة2");
  await submit(page);
  await expect(page.getByText("تم استيراد اللائحة")).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "حمّل الشارات (CSV)" }).click(),
  ]);
  expect(await readFile(await download.path(), "utf8")).toContain("ABC12-2");

  await page.goto(consoleAddress(`/imports/${slug}?part=mappings`));
  // P1: a name is not needed to be let in, and is left out unless a person asks for it.
  await expect(row(page, /Attendee name/)).toContainText("لا يُستورد");
  await page.getByRole("button", { name: "انسَ" }).click();
  await submit(page);
  await expect(page.getByText("لا أعمدة محفوظة بعد", { exact: false })).toBeVisible();
});
