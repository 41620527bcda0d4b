import { createClient, type Client } from "@abwab/api-client";
import { routes, type BodyInput, type Organisation } from "@abwab/contract";
import { expect, type Locator, type Page } from "@playwright/test";
import {
  address,
  consoleAddress,
  createEdition,
  dayFromToday,
  signedInClient,
  signInContext,
} from "./console-session.ts";
import { test } from "./tidy-test.ts";

test.use({ locale: "ar", viewport: { width: 1440, height: 900 } });
test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: "reduce" }));

const dialog = (page: Page) => page.getByRole("dialog");
const submit = (page: Page) => dialog(page).locator("button[type=submit]").click();
const closed = (page: Page) => expect(dialog(page)).toHaveCount(0);
const row = (page: Page, name: string | RegExp) => page.getByRole("row", { name });
const visit = (page: Page, name: string) => page.locator(".visit", { hasText: name });
const total = (page: Page, name: string) => page.locator(`.total[data-total="${name}"] .total-value`);

async function choose(page: Page, of: { getByRole: Page["getByRole"] }, action: string): Promise<void> {
  await of.getByRole("button", { name: /إجراءات/ }).click();
  await page.getByRole("menuitem", { name: action }).click();
}

const addSchool = (client: Client, slug: string, given: Partial<BodyInput<typeof routes.createOrganisation>>) =>
  client.call(routes.createOrganisation, {
    params: { slug },
    body: { type: "school", kind: "public", city: "الجديدة", expectedPupils: 40, expectedAdults: 2, ...given },
  });

const today = () => dayFromToday(0);

async function addSlots(client: Client, slug: string, given: Partial<BodyInput<typeof routes.createSlots>> = {}) {
  const body = { zone: "SITE", days: [today()], from: "00:00", to: "23:00", minutes: 60, capacity: 100, ...given };
  return (await client.call(routes.createSlots, { params: { slug }, body })).items;
}

/** What a gate sends of a group's pass. */
async function arrive(client: Client, slug: string, code: string, headcount: number): Promise<void> {
  const { token: pass } = await client.call(routes.getPass, { params: { slug, code } });
  const { pairingCode } = await client.call(routes.createDevice, {
    params: { slug },
    body: { name: "البوابة", checkpoint: "G1" },
  });
  const { token } = await client.call(routes.pair, { body: { pairingCode } });
  const gate = createClient({ baseUrl: address(""), token: () => token });
  const { results } = await gate.call(routes.recordEntries, {
    body: {
      entries: [
        {
          id: crypto.randomUUID(),
          checkpoint: "G1",
          direction: "in",
          headcount,
          category: "pupils",
          pass,
          occurredAt: new Date().toISOString(),
        },
      ],
    },
  });
  expect(results[0]?.status).toBe("recorded");
}

/** What a link to print leads to. */
async function expectDocument(page: Page, link: Locator): Promise<void> {
  const answer = await page.request.get(address((await link.getAttribute("href")) ?? ""));
  expect([answer.status(), answer.headers()["content-type"]]).toEqual([200, "application/pdf"]);
}

async function openVisits(page: Page, slug: string, query = ""): Promise<void> {
  await signInContext(page.context());
  await page.goto(consoleAddress(`/visits/${slug}${query}`));
}

test("slots are made after a look at what they come to, changed and removed", async ({ page }) => {
  const slug = await createEdition(await signedInClient(), "slots");
  await openVisits(page, slug);
  await page.getByRole("button", { name: "أنشئ المواعيد" }).click();
  await page.getByRole("button", { name: "أنشئ مواعيد" }).click();
  await dialog(page).getByRole("combobox", { name: "المنطقة" }).click();
  await page.getByRole("listbox").getByRole("option", { name: /SITE/ }).click();
  await page.getByRole("textbox", { name: "من الساعة" }).fill("9");
  await page.getByRole("textbox", { name: "إلى الساعة" }).fill("17:00");
  await submit(page);
  await expect(page.getByRole("textbox", { name: "السعة (شخص)" })).toBeFocused();
  await page.getByRole("textbox", { name: "السعة (شخص)" }).fill("200");
  await expect(dialog(page).locator(".slot-preview-count")).toHaveText("16 من المواعيد، 3.200 مكاناً");
  await submit(page);
  await closed(page);
  await expect(page.getByText("مجموع اليوم: 16 من المواعيد، 0 محجوزة من 3.200")).toBeVisible();

  await choose(page, row(page, /09:00–09:30/), "غيّر السعة");
  await page.getByRole("textbox", { name: "السعة (شخص)" }).fill("120");
  await submit(page);
  await closed(page);
  await expect(row(page, /09:00–09:30/)).toContainText("120");
  await choose(page, row(page, /16:30–17:00/), "احذف الموعد");
  await submit(page);
  await closed(page);
  await expect(page.getByText("مجموع اليوم: 15 من المواعيد، 0 محجوزة من 2.920")).toBeVisible();
});

test("a school is found as its name is typed, booked, seen arriving in parts, and counted as represented", async ({
  page,
}) => {
  const client = await signedInClient();
  const slug = await createEdition(client, "visit");
  await addSchool(client, slug, { nameAr: "مدرسة الأمل", nameFr: "École Al Amal" });
  await addSlots(client, slug);
  await openVisits(page, slug, `?day=${today()}`);
  await page.getByRole("button", { name: "احجز زيارة" }).first().click();
  await submit(page);
  await expect(page.getByRole("combobox", { name: "الهيئة" })).toBeFocused();
  await page.getByRole("combobox", { name: "الهيئة" }).fill("مدرسه الامل");
  await page.getByRole("option", { name: /مدرسة الأمل/ }).click();
  await expect(dialog(page).getByRole("textbox", { name: "تلاميذ" })).toHaveValue("40");
  await expect(dialog(page).getByRole("textbox", { name: "مرافقون" })).toHaveValue("2");
  await dialog(page).getByRole("combobox", { name: "الموعد" }).selectOption({ index: 10 });
  await submit(page);
  await expect(dialog(page)).toContainText("حُجزت الزيارة");
  await expectDocument(page, dialog(page).getByRole("link", { name: /بالفرنسية/ }));
  await dialog(page).getByRole("button", { name: "إغلاق" }).last().click();
  await expect(visit(page, "مدرسة الأمل").locator(".arrival-count")).toContainText(/0.*42/);
  await expect(total(page, "expected")).toHaveText("42");

  const [booked] = (await client.call(routes.listVisits, { params: { slug }, query: {} })).items;
  await arrive(client, slug, booked?.passCode ?? "", 20);
  await expect(visit(page, "مدرسة الأمل")).toContainText("وصل بعضها");
  await expect(total(page, "arrived")).toHaveText("20");
  await expect(total(page, "represented")).toHaveText("1");
  await arrive(client, slug, booked?.passCode ?? "", 22);
  await expect(visit(page, "مدرسة الأمل")).toHaveAttribute("data-state", "arrived");
  await page.getByRole("tab", { name: "التمثيل" }).click();
  await expect(row(page, /عمومية/)).toContainText(/1.*1.*1/);
});

test("a list is distributed once a person has seen who finds no slot and why; the board shows it", async ({ page }) => {
  const client = await signedInClient();
  const slug = await createEdition(client, "distribute", 2);
  const tomorrow = dayFromToday(1);
  await addSlots(client, slug, { days: [tomorrow], from: "10:00", to: "12:00", capacity: 100 });
  for (const name of ["أ", "ب", "ج"]) await addSchool(client, slug, { nameAr: `مدرسة ${name}`, expectedPupils: 58 });
  await addSchool(client, slug, { nameAr: "مدرسة كبيرة", expectedPupils: 300 });
  await addSchool(client, slug, { nameAr: "مدرسة بلا عدد", expectedPupils: 0, expectedAdults: 0 });
  await openVisits(page, slug, `?part=distribution&zone=SITE&day=${tomorrow}`);
  await page.getByRole("button", { name: "اعرض ما سيحدث" }).click();
  const figure = (name: string) => page.locator(`[data-figure="${name}"] dd`);
  await expect(figure("placed")).toHaveText("2");
  await expect(figure("people")).toHaveText("120");
  await expect(figure("left")).toHaveText("3");
  await expect(page.locator('[data-reason="no_free_slot"]')).toContainText("مدرسة ج");
  await expect(page.locator('[data-reason="larger_than_any_slot"]')).toContainText("مدرسة كبيرة");
  await expect(page.locator('[data-reason="nobody_expected"]')).toContainText("مدرسة بلا عدد");
  expect((await client.call(routes.listVisits, { params: { slug }, query: {} })).items).toEqual([]);

  await page.getByRole("button", { name: "احجز لها (2)" }).click();
  await submit(page);
  await expect(page.getByText("حُجز 2 من الزيارات")).toBeVisible();
  await page.getByRole("button", { name: "إلى لوحة اليوم" }).click();
  await expect(page.locator(".visit")).toHaveCount(2);
  await expect(total(page, "expected")).toHaveText("120");
});

async function bookAt(client: Client, slug: string, school: Organisation, slotId: string) {
  const { id: organisationId, expectedPupils: pupils, expectedAdults: adults } = school;
  return client.call(routes.bookVisit, { params: { slug }, body: { organisationId, slotId, pupils, adults } });
}

test("the day's list and the confirmations of a day are printed in the language that is chosen", async ({ page }) => {
  const client = await signedInClient();
  const slug = await createEdition(client, "print");
  const [slot] = await addSlots(client, slug, { from: "22:00", to: "23:00" });
  await bookAt(client, slug, await addSchool(client, slug, { nameAr: "مدرسة النور" }), slot?.id ?? "");
  await openVisits(page, slug);
  const print = async (what: string) => {
    await page.getByRole("button", { name: "اطبع", exact: true }).click();
    await page.getByRole("menuitem", { name: what }).click();
    await dialog(page).getByText("بالفرنسية").click();
    await expectDocument(page, dialog(page).getByRole("link", { name: /PDF/ }));
    await page.keyboard.press("Escape");
    await closed(page);
  };
  await print("لائحة اليوم للباب");
  await print("تأكيدات إقليم أو يوم");
});

test("a visit is moved to a slot with room, cancelled with its pass, and reinstated", async ({ page }) => {
  const client = await signedInClient();
  const slug = await createEdition(client, "cancel");
  const [small, large] = [
    ...(await addSlots(client, slug, { from: "20:00", to: "21:00", capacity: 42 })),
    ...(await addSlots(client, slug, { from: "21:00", to: "22:00", capacity: 200 })),
  ];
  const school = await addSchool(client, slug, { nameAr: "مدرسة النور" });
  await bookAt(client, slug, school, small?.id ?? "");
  await openVisits(page, slug);
  await choose(page, visit(page, "مدرسة النور"), "غيّر الموعد أو العدد");
  await dialog(page).getByRole("textbox", { name: "تلاميذ" }).fill("90");
  await expect(dialog(page)).toContainText("لا يسع هذا الموعد إلا");
  await submit(page);
  await expect(dialog(page).getByRole("alert")).toContainText("الموعد");
  await dialog(page)
    .getByRole("combobox", { name: "الموعد" })
    .selectOption(large?.id ?? "");
  await submit(page);
  await closed(page);
  await expect(page.locator(".slot", { hasText: "21:00–22:00" })).toContainText("92 من 200");

  await choose(page, visit(page, "مدرسة النور"), "ألغِ الزيارة");
  await expect(dialog(page)).toContainText("تُلغى شارتها");
  await submit(page);
  await closed(page);
  await expect(visit(page, "مدرسة النور")).toHaveAttribute("data-state", "cancelled");
  await expect(total(page, "expected")).toHaveText("0");
  const passes = await client.call(routes.listPasses, { params: { slug }, query: { organisation: school.id } });
  expect(passes.items.map(({ revokedAt }) => revokedAt === null)).toEqual([false, false]);

  await choose(page, visit(page, "مدرسة النور"), "أعد الزيارة");
  await submit(page);
  await closed(page);
  await expect(visit(page, "مدرسة النور")).toHaveAttribute("data-state", /expected|late/);

  await choose(page, visit(page, "مدرسة النور"), "كل شارات هذه الهيئة");
  await expect(row(page, /مدرسة النور/)).toHaveCount(3);
  await expect(row(page, /صالحة/)).toHaveCount(1);
  await page.getByRole("button", { name: "اعرض شارات كل الهيئات" }).click();
  await expect(page).not.toHaveURL(/organisation=/);
});

test("the board is searched and filtered, and says so in its address", async ({ page }) => {
  const client = await signedInClient();
  const slug = await createEdition(client, "filter");
  const [slot] = await addSlots(client, slug, { from: "22:00", to: "23:00", capacity: 500 });
  for (const name of ["الأمل", "الوفاء"]) {
    await bookAt(client, slug, await addSchool(client, slug, { nameAr: `مدرسة ${name}` }), slot?.id ?? "");
  }
  await openVisits(page, slug);
  await page.getByRole("searchbox", { name: "ابحث باسم أو مدينة" }).fill("الامل");
  await expect(page.locator(".visit")).toHaveCount(1);
  await expect(page).toHaveURL(/search=/);
  await page.reload();
  await expect(page.locator(".visit")).toHaveCount(1);
  await page.getByRole("button", { name: /لم تحضر/ }).click();
  await expect(page.getByText("لا زيارة توافق ما طلبت")).toBeVisible();
  await page.goto(consoleAddress(`/visits/${slug}?day=${today()}&zone=P01`));
  await expect(page.getByText("لا زيارات في هذا اليوم")).toBeVisible();
});

test("a journalist is accredited, corrected and let go; what the outlet did is logged, corrected and counted", async ({
  page,
}) => {
  const client = await signedInClient();
  const slug = await createEdition(client, "media");
  await addSchool(client, slug, { type: "media", kind: "radio", nameAr: "إذاعة دكالة", nameFr: "Radio Doukkala" });
  await signInContext(page.context());
  await page.goto(consoleAddress(`/media/${slug}`));
  await page.getByRole("button", { name: "اعتمد صحفياً" }).click();
  await page.getByRole("combobox", { name: "المنبر" }).fill("doukala");
  await page.getByRole("option", { name: /إذاعة دكالة/ }).click();
  await submit(page);
  await expect(page.getByRole("textbox", { name: "الاسم" })).toBeFocused();
  await page.getByRole("textbox", { name: "الاسم" }).fill("سلمى العلوي");
  await page.getByRole("textbox", { name: "المهمة" }).fill("مراسلة");
  await submit(page);
  await expect(dialog(page)).toContainText("صدرت الشارة");
  await expectDocument(page, dialog(page).getByRole("link", { name: /بالعربية/ }));
  await dialog(page).getByRole("button", { name: "إغلاق" }).last().click();
  await choose(page, row(page, /سلمى/), "صحّح الاسم أو المهمة");
  await page.getByRole("textbox", { name: "المهمة" }).fill("مراسلة رئيسية");
  await submit(page);
  await closed(page);
  await expect(row(page, /سلمى/)).toContainText("مراسلة رئيسية");
  await choose(page, row(page, /سلمى/), "أنهِ الاعتماد");
  await submit(page);
  await closed(page);
  await expect(row(page, /سلمى/)).toContainText("منتهٍ");

  await page.getByRole("tab", { name: "الأنشطة الإعلامية" }).click();
  await page.getByRole("combobox", { name: "المنبر", exact: true }).fill("دكالة");
  await page.getByRole("option", { name: /إذاعة دكالة/ }).click();
  await page.getByRole("textbox", { name: "ماذا" }).fill("بث مباشر من الرواق");
  await page.getByRole("textbox", { name: "أين" }).fill("P12");
  await page.getByRole("button", { name: "سجّل نشاطاً" }).click();
  await expect(page.getByText("سُجّل:")).toBeVisible();
  await page.getByRole("textbox", { name: "ماذا" }).fill("حوار");
  await page.keyboard.press("Enter");
  await expect(page.locator(".activity-count")).toContainText("نشاطان");
  await choose(page, row(page, /حوار/), "صحّح النشاط");
  await dialog(page).getByRole("textbox", { name: "ماذا" }).fill("حوار مع العميد");
  await submit(page);
  await closed(page);
  await choose(page, row(page, /حوار مع العميد/), "احذف النشاط");
  await submit(page);
  await closed(page);
  await expect(page.locator(".activity-count")).toContainText("نشاط واحد");
});
