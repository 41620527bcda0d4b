import { readFile } from "node:fs/promises";
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

const row = (page: Page) => page.locator(".report-list .report-row");
const editionCard = (page: Page) => page.locator(".report-edition");

/** Presses a link that downloads, and answers the file's name and first bytes. */
async function download(page: Page, name: RegExp): Promise<{ name: string; begins: string }> {
  const started = page.waitForEvent("download");
  await page.getByRole("link", { name }).click();
  const file = await started;
  return { name: file.suggestedFilename(), begins: (await readFile(await file.path())).toString("latin1", 0, 5) };
}

const dateOf = async (page: Page): Promise<string> => (await row(page).getAttribute("data-day")) ?? "";

test("C5: a day's report is of live figures until it is settled, and says which before it is fetched", async ({
  page,
}) => {
  const client = await signedInClient();
  const slug = await createEdition(client, "reports");
  const gate = await pairDevice(client, slug, "G1");
  await gate.enter(120);
  await signInContext(page.context());
  await page.goto(consoleAddress(`/reports/${slug}`));
  await expect(row(page)).toContainText("مباشر");
  await expect(row(page)).toContainText("120");
  const date = await dateOf(page);
  expect(await download(page, /نزّل تقرير .*2/)).toEqual({
    name: `${slug}-report-${date}-live-ar.pdf`,
    begins: "%PDF-",
  });

  await client.call(routes.settleDay, { params: { slug, date } });
  await gate.enter(7);
  await expect(row(page)).toContainText("مُقفل");
  await expect(row(page)).toContainText("+7");
  await expect(editionCard(page)).toContainText("1");
  await page.getByText("بالفرنسية").click();
  await page.getByRole("checkbox", { name: "دون ما وصل بعد الإقفال" }).check();
  expect(await download(page, /نزّل تقرير .*2/)).toEqual({ name: `${slug}-report-${date}-r1-fr.pdf`, begins: "%PDF-" });
  expect(await download(page, /نزّل تقرير الدورة/)).toEqual({ name: `${slug}-report-settled-fr.pdf`, begins: "%PDF-" });
});

test("a space's report and the audit report are fetched with what was chosen for them", async ({ page }) => {
  const client = await signedInClient();
  const slug = await createEdition(client, "reports-chosen");
  const gate = await pairDevice(client, slug, "G1");
  await gate.enter(50);
  await signInContext(page.context());
  await page.goto(consoleAddress(`/reports/${slug}`));
  const zone = page.getByRole("combobox", { name: "الفضاء" });
  await zone.click();
  await page.getByRole("option", { name: /^SITE/ }).click();
  expect(await download(page, /نزّل تقرير .?الموقع/)).toEqual({
    name: `${slug}-SITE-report-live-ar.pdf`,
    begins: "%PDF-",
  });
  await expect(page.getByText("لم يُقفل أي يوم بعد: سيقول التقرير ذلك.")).toBeVisible();
  await expect(page.getByRole("link", { name: "نزّل تقرير التدقيق" })).toHaveAttribute("href", /&excluded=media$/);
  expect(await download(page, /نزّل تقرير التدقيق/)).toEqual({ name: `${slug}-audit-report-ar.pdf`, begins: "%PDF-" });
});

test("an edition without an entry says so, and its report is there", async ({ page }) => {
  const slug = await createEdition(await signedInClient(), "no-entries");
  await signInContext(page.context());
  await page.goto(consoleAddress(`/reports/${slug}`));
  await expect(editionCard(page)).toContainText("لم يُعدّ شيء بعد");
  expect((await download(page, /نزّل تقرير الدورة/)).begins).toBe("%PDF-");
});

test("the first page of a report is shown as a picture in the language chosen, or why it can't be", async ({
  page,
}) => {
  const client = await signedInClient();
  const slug = await createEdition(client, "previews");
  await signInContext(page.context());
  await page.goto(consoleAddress(`/reports/${slug}`));
  await page.getByText("بالفرنسية").click();
  const asked = page.waitForRequest(/format=picture/);
  await page.getByRole("button", { name: /معاينة: افتح تقرير الدورة/ }).click();
  expect(new URL((await asked).url()).searchParams.get("locale")).toBe("fr");
  const picture = page.getByRole("dialog").getByRole("img", { name: /الصفحة الأولى/ });
  const size = () => picture.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]);
  await expect.poll(size).toEqual([909, 1284]);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);

  const problem = { type: "about:blank", title: "busy", status: 503, code: "overloaded" };
  await page.route(/format=picture/, (route) =>
    route.fulfill({ status: 503, contentType: "application/problem+json", body: JSON.stringify(problem) }),
  );
  await page.getByRole("button", { name: /معاينة: افتح تقرير الدورة/ }).click();
  await expect(page.getByRole("dialog").getByRole("alert")).toBeVisible();
  await page.unroute(/format=picture/);
  await page.getByRole("dialog").getByRole("button", { name: "أعد المحاولة" }).click();
  await expect(picture).toBeVisible();
});

test("a supervisor is told who may make reports, and has no way there", async ({ page }) => {
  const client = await signedInClient();
  const slug = await createEdition(client, "reports-of-supervisor");
  await signInContext(page.context(), await createPerson(client, "supervisor"));
  await page.goto(consoleAddress(`/reports/${slug}`));
  await expect(page.locator(".empty-state")).toBeVisible();
  await expect(page.getByRole("link", { name: "التقارير" })).toHaveCount(0);
});

for (const language of ["ar", "fr", "en"]) {
  test(`axe finds nothing on the reports in ${language}`, async ({ page }) => {
    const client = await signedInClient();
    const slug = await createEdition(client, "reports-axe");
    const gate = await pairDevice(client, slug, "G1");
    await gate.enter(900);
    await speak(page, language);
    await signInContext(page.context());
    await page.goto(consoleAddress(`/reports/${slug}`));
    await expect(row(page)).toContainText("900");
    await client.call(routes.settleDay, { params: { slug, date: await dateOf(page) } });
    await gate.enter(30);
    await expect(page.locator(".report-since")).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
  });
}
