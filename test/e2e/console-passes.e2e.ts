import { createClient, type Client } from "@abwab/api-client";
import { routes } from "@abwab/contract";
import { expect, type Page } from "@playwright/test";
import { address, consoleAddress, createEdition, signedInClient, signInContext } from "./console-session.ts";
import { test } from "./tidy-test.ts";

test.use({ locale: "ar", viewport: { width: 1440, height: 900 } });
test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: "reduce" }));

const dialog = (page: Page) => page.getByRole("dialog");
const submit = (page: Page) => dialog(page).locator("button[type=submit]").click();
const closed = (page: Page) => expect(dialog(page)).toHaveCount(0);
const row = (page: Page, name: string | RegExp) => page.getByRole("row", { name });
const showCode = (code: string) => code.replace(/(.{4})(?=.)/g, "$1-");

async function act(page: Page, name: string | RegExp, action: string): Promise<void> {
  await row(page, name)
    .getByRole("button", { name: /إجراءات/ })
    .click();
  await page.getByRole("menuitem", { name: action }).click();
}

test("a group's pass is issued, shown, reissued and revoked, each with its reason", async ({ page, context }) => {
  const slug = await createEdition(await signedInClient(), "passes");
  await signInContext(context);
  await page.goto(consoleAddress(`/passes/${slug}`));
  await page.getByRole("button", { name: "أصدر شارة" }).click();
  await page.getByRole("combobox", { name: "النوع" }).selectOption("group");
  await page.getByRole("textbox", { name: "الجهة أو المهمة" }).fill("مدرسة ابن خلدون");
  await submit(page);
  await expect(page.getByRole("textbox", { name: "تلاميذ" })).toBeFocused();
  await page.getByRole("textbox", { name: "تلاميذ" }).fill("38");
  await page.getByRole("textbox", { name: "مرافقون" }).fill("3");
  await submit(page);
  await expect(dialog(page).locator(".pairing-qr svg")).toBeVisible();
  await expect(dialog(page)).toContainText("مدرسة ابن خلدون");
  await dialog(page).getByRole("button", { name: "إغلاق" }).last().click();
  await expect(row(page, /مدرسة ابن خلدون/)).toContainText("41");

  await act(page, /مدرسة ابن خلدون/, "أصدر بديلة");
  await submit(page);
  await expect(page.getByRole("textbox", { name: "السبب" })).toBeFocused();
  await page.getByRole("textbox", { name: "السبب" }).fill("ضاعت");
  await submit(page);
  await expect(dialog(page).locator(".pairing-qr svg")).toBeVisible();
  await dialog(page).getByRole("button", { name: "إغلاق" }).last().click();
  await expect(row(page, /مدرسة ابن خلدون.*ملغاة/)).toHaveCount(1);

  await act(page, /مدرسة ابن خلدون.*صالحة/, "ألغِ");
  await page.getByRole("textbox", { name: "السبب" }).fill("ألغيت الزيارة");
  await submit(page);
  await closed(page);
  await expect(row(page, /ملغاة/)).toHaveCount(2);
  await page.getByRole("combobox", { name: "الحالة" }).selectOption("valid");
  await expect(page.getByText("لا شارة توافق ما طلبت")).toBeVisible();
});

test("a batch is issued in the background, and its passes are found", async ({ page, context }) => {
  const slug = await createEdition(await signedInClient(), "batch");
  await signInContext(context);
  await page.goto(consoleAddress(`/passes/${slug}?part=batches`));
  await page.getByRole("button", { name: "أصدر دفعة" }).click();
  await submit(page);
  await page.getByRole("textbox", { name: "كم شارة؟" }).fill("120");
  await submit(page);
  await closed(page);
  await expect(row(page, /تمّت/)).toContainText("120 / 120", { timeout: 30_000 });
  await act(page, /تمّت/, "اعرض شاراتها");
  await expect(page.locator(".pass-code-link")).toHaveCount(50);
  await page.getByRole("button", { name: "اعرض المزيد" }).click();
  await expect(page.locator(".pass-code-link")).toHaveCount(100);
});

test("a new key signs, and one that is revoked says so", async ({ page, context }) => {
  const slug = await createEdition(await signedInClient(), "keys");
  await signInContext(context);
  await page.goto(consoleAddress(`/passes/${slug}?part=keys`));
  await expect(row(page, /يوقّع الآن/)).toHaveCount(1);
  await page.getByRole("button", { name: "مفتاح جديد" }).click();
  await submit(page);
  await closed(page);
  await expect(row(page, /متقاعد/)).toHaveCount(1);
  await act(page, /متقاعد/, "ألغِ");
  await page.getByRole("textbox", { name: "السبب" }).fill("تسرّب");
  await submit(page);
  await expect(row(page, /ملغاة/)).toHaveCount(1);
  await expect(row(page, /يوقّع الآن/)).toHaveCount(1);
});

test("a member of the gate staff is added, suspended, changed and removed", async ({ page, context }) => {
  const slug = await createEdition(await signedInClient(), "staff");
  await signInContext(context);
  await page.goto(consoleAddress(`/staff/${slug}`));
  await page.getByRole("button", { name: "أضف عضواً" }).click();
  await page.getByRole("textbox", { name: "الرمز" }).first().fill("a12");
  await page.getByRole("textbox", { name: "الاسم" }).fill("أمل");
  await page.getByRole("textbox", { name: "الرقم السري" }).fill("12");
  await submit(page);
  await expect(page.getByRole("textbox", { name: "الرقم السري" })).toBeFocused();
  await page.getByRole("textbox", { name: "الرقم السري" }).fill("1234");
  await submit(page);
  await closed(page);
  await expect(row(page, /A12/)).toContainText("له رقم سري");
  await act(page, /A12/, "أوقفه");
  await expect(row(page, /A12/)).toContainText("متوقف");
  await act(page, /A12/, "غيّر");
  await page.getByRole("textbox", { name: "الاسم" }).fill("أمل ب.");
  await submit(page);
  await closed(page);
  await expect(row(page, /A12/)).toContainText("أمل ب.");
  await act(page, /A12/, "حذف");
  await submit(page);
  await expect(page.getByText("لا أعضاء بعد")).toBeVisible();
});

/** A device at P01-A with its id and what it sends. */
async function pair(client: Client, slug: string, name: string) {
  const { device, pairingCode } = await client.call(routes.createDevice, {
    params: { slug },
    body: { name, checkpoint: "P01-A" },
  });
  const { token } = await client.call(routes.pair, { body: { pairingCode } });
  const own = createClient({ baseUrl: address(""), token: () => token });
  return { id: device.id, client: own };
}

const crossing = (pass: string, occurredAt: number) => ({
  id: crypto.randomUUID(),
  checkpoint: "P01-A",
  direction: "in" as const,
  headcount: 1,
  pass,
  occurredAt: new Date(occurredAt).toISOString(),
});

test("one pass at two devices shows as a conflict until one of the entries is voided", async ({ page, context }) => {
  const client = await signedInClient();
  const slug = await createEdition(client, "conflict");
  await client.call(routes.changeZone, { params: { slug, code: "P01" }, body: { policy: { mode: "once" } } });
  const { pass, token } = await client.call(routes.issuePass, {
    params: { slug },
    body: { kind: "accreditation", category: "media", label: "Radio Doukkala" },
  });
  const now = Date.now();
  for (const [name, at] of [
    ["لوحة 1", now - 300_000],
    ["لوحة 2", now - 60_000],
  ] as const) {
    const device = await pair(client, slug, name);
    await device.client.call(routes.recordEntries, { body: { entries: [crossing(token, at)] } });
  }
  await signInContext(context);
  await page.goto(consoleAddress(`/conflicts/${slug}`));
  const conflict = row(page, new RegExp(showCode(pass.code)));
  await expect(conflict).toContainText("لوحة 1");
  await expect(conflict).toContainText("لوحة 2");
  await expect(conflict).toContainText("4 د");
  await conflict.getByRole("button", { name: "استرجع الدخول الثاني" }).click();
  await page.getByRole("textbox", { name: "السبب" }).fill("مُسحت مرتين");
  await submit(page);
  await expect(page.getByText("لا تعارضات")).toBeVisible();
});

test("E2: a lost tablet's file is taken in once, and the rows it refuses are said", async ({ page, context }) => {
  const client = await signedInClient();
  const slug = await createEdition(client, "recovered");
  const device = await pair(client, slug, "لوحة ضائعة");
  const entries = [1, 2, 3].map((minute) => ({
    ...crossing("unknown", Date.now() - minute * 60_000),
    pass: undefined,
  }));
  const file = {
    format: "abwab-entries",
    version: 1,
    edition: slug,
    device: { id: device.id, name: "لوحة ضائعة" },
    appVersion: "1.0.0",
    writtenAt: new Date().toISOString(),
    entries: [...entries, { id: "broken" }],
  };
  const upload = (content: unknown) => ({
    name: "abwab.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(content)),
  });
  await signInContext(context);
  await page.goto(consoleAddress(`/devices/${slug}`));
  await page.getByRole("button", { name: "استرجع من ملف" }).click();
  const choose = page.locator("input[type=file]");
  await choose.setInputFiles(upload({ any: "other" }));
  await expect(dialog(page)).toContainText("ليس هذا ملفاً حفظه جهاز أبواب");
  for (const [recorded, duplicate] of [
    [3, 0],
    [0, 3],
  ]) {
    await choose.setInputFiles(upload(file));
    await dialog(page).getByRole("button", { name: "سجّل ما فيه" }).click();
    await expect(dialog(page).getByRole("status")).toContainText(`سُجّل: ${recorded} · مسجّل من قبل: ${duplicate}`);
    await expect(dialog(page).getByRole("status")).toContainText("مرفوض: 1");
  }
  const counts = await client.call(routes.counts, { params: { slug }, query: {} });
  expect(counts.zones.find(({ zone }) => zone === "P01")?.enteredToday).toBe(3);
});
