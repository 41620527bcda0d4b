import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { routes } from "@abwab/contract";
import { chromium, expect, type Page } from "@playwright/test";
import { writeFilm, type Shot } from "./camera-film.ts";
import { faultsOf } from "./find-faults.ts";
import { createPavilion, expectVerdict, expectWaiting, goOn, openKiosk, readWith, verdict } from "./kiosk-door.ts";
import { test } from "./tidy-test.ts";

const once = { policy: { mode: "once" } } as const;
const school = {
  kind: "group",
  category: "pupils",
  label: "ثانوية ابن سينا",
  group: { pupils: 38, adults: 4 },
} as const;

const step = (page: Page, label: RegExp) => page.getByTestId("group").getByRole("button", { name: label });

/** A browser whose camera shows the film. */
async function withFilm(shots: readonly Shot[], launchOptions: object) {
  const directory = await mkdtemp(path.join(tmpdir(), "abwab-film-"));
  const film = path.join(directory, "film.y4m");
  await writeFilm(film, shots);
  const options = launchOptions as { args?: string[] };
  const args = [...(options.args ?? []), `--use-file-for-fake-video-capture=${film}`];
  const browser = await chromium.launch({ ...options, args });
  return {
    browser,
    async [Symbol.asyncDispose]() {
      await browser.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

test("A1: the camera reads a pass and the kiosk lets it in once; held there, it says that it was read", async ({
  launchOptions,
}) => {
  const pavilion = await createPavilion(once);
  const { token } = await pavilion.issue();
  await using filmed = await withFilm([{ code: token, seconds: 2 }], launchOptions);
  const { page } = await openKiosk(filmed.browser, pavilion, { permissions: ["camera"] });
  await expectVerdict(page, "admitted", "ok");
  await expectVerdict(page, "attention", "already_read");
  await goOn(page);
  await expectWaiting(page, 0);
  await expect.poll(() => pavilion.ledger()).toEqual([{ kind: "entry", headcount: 1, category: "public" }]);
  await expect.poll(() => pavilion.entered()).toBe(1);
});

test("a camera that is refused says what to do, and the other ways in go on", async ({ browser }) => {
  const pavilion = await createPavilion(once);
  const { token } = await pavilion.issue();
  const { page } = await openKiosk(browser, pavilion);
  await page.evaluate(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("no", "NotAllowedError"));
  });
  await page.getByRole("button", { name: "القارئ" }).click();
  await page.getByRole("button", { name: "الكاميرا", exact: true }).click();
  await expect(page.getByText(/لم يُسمح بالكاميرا/)).toBeVisible();
  await readWith(page, token);
  await expectVerdict(page, "admitted", "ok");
});

for (const layout of ["us", "arabic"] as const) {
  test(`a hand-held reader on a keyboard set to ${layout} needs no focus, and its prefix does no harm`, async ({
    browser,
  }) => {
    const pavilion = await createPavilion(once);
    const { token } = await pavilion.issue();
    const { page } = await openKiosk(browser, pavilion);
    // Whatever was touched last has the focus; the reader's Enter must not press it.
    await page.getByRole("button", { name: "النقر" }).click();
    await readWith(page, `]Q1${token}`, layout);
    await expectVerdict(page, "admitted", "ok");
    await goOn(page);
    await expectWaiting(page, 0);
    await expect.poll(() => pavilion.entered()).toBe(1);
  });
}

test("a clicker counts one, and a number typed by hand opens the pad", async ({ browser }) => {
  const pavilion = await createPavilion();
  const { page } = await openKiosk(browser, pavilion);
  await page.locator("h1").first().click();
  await page.keyboard.press("PageDown");
  await expect(page.getByTestId("entered-today").locator("bdi")).toHaveText("1");
  await page.keyboard.press("4");
  await expect(page.locator(".pad-display")).toHaveText("4");
  await page.keyboard.press("2");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("entered-today").locator("bdi")).toHaveText("43");
});

test("a pass is revoked, and a kiosk that is online refuses it within a second", async ({ browser }) => {
  const pavilion = await createPavilion({ policy: { mode: "unlimited" } });
  const { token, code } = await pavilion.issue();
  const { page } = await openKiosk(browser, pavilion);
  await pavilion.client.call(routes.revokePass, {
    params: { slug: pavilion.slug, code },
    body: { reason: "ضاعت الشارة" },
  });
  await page.waitForTimeout(1_000);
  await readWith(page, token);
  await expectVerdict(page, "refused", "revoked_pass");
  await page.getByRole("button", { name: "دخل رغم ذلك" }).click();
  await expectVerdict(page, "admitted", "ok");
  await expectWaiting(page, 0);
  await expect.poll(() => pavilion.entered()).toBe(1);
  const { items } = await pavilion.client.call(routes.listEntries, { params: { slug: pavilion.slug }, query: {} });
  expect(items.map(({ headcount, flags }) => [headcount, flags])).toEqual([[1, ["revoked_pass"]]]);
});

test("A2: offline a pass is judged by this kiosk's own memory, also after a reload; what it can't check is neither yes nor no", async ({
  browser,
}) => {
  const pavilion = await createPavilion(once);
  const [first, second] = [await pavilion.issue(), await pavilion.issue()];
  const { page, context } = await openKiosk(browser, pavilion);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await context.setOffline(true);
  await readWith(page, first.token);
  await expectVerdict(page, "admitted", "ok");
  await goOn(page);
  await expectWaiting(page, 1);
  await page.reload();
  await expectWaiting(page, 1);
  await readWith(page, first.token);
  await expectVerdict(page, "refused", "already_used");
  await goOn(page);

  await page.getByRole("button", { name: "الرمز", exact: true }).click();
  await page.getByLabel("الرمز المكتوب تحت المربع").fill(second.code.toLowerCase());
  await page.getByRole("button", { name: "تحقق" }).click();
  await expectVerdict(page, "attention", "cannot_check");
  await page.getByRole("button", { name: "أدخله", exact: true }).click();
  await expectVerdict(page, "admitted", "ok");
  await goOn(page);
  await expectWaiting(page, 2);

  await context.setOffline(false);
  await expectWaiting(page, 0);
  await expect.poll(() => pavilion.entered()).toBe(2);
  expect(await pavilion.ledger()).toHaveLength(2);
});

test("A1: online the doors of a zone share what they know, also of a code that is typed", async ({ browser }) => {
  const pavilion = await createPavilion(once);
  const { token, code } = await pavilion.issue();
  const [a, b] = [
    await openKiosk(browser, pavilion),
    await openKiosk(browser, pavilion, { checkpoint: "P01-B", language: "fr" }),
  ];
  await readWith(a.page, token);
  await expectVerdict(a.page, "admitted", "ok");
  await readWith(b.page, token);
  await expectVerdict(b.page, "refused", "already_used");
  await expect(verdict(b.page).getByRole("heading")).toHaveText("Badge déjà utilisé");
  await goOn(b.page);
  await b.page.getByRole("button", { name: "Code", exact: true }).click();
  await b.page.getByLabel("Code écrit sous le carré").fill(code);
  await b.page.getByRole("button", { name: "Vérifier" }).click();
  await expectVerdict(b.page, "refused", "already_used");
  await goOn(b.page);
  await expectWaiting(b.page, 0);
  await expect.poll(() => pavilion.entered()).toBe(1);
});

test("E4: one pass at two doors without network is counted twice, and found as a conflict", async ({ browser }) => {
  const pavilion = await createPavilion(once);
  const { token, code } = await pavilion.issue();
  const [a, b] = [
    await openKiosk(browser, pavilion),
    await openKiosk(browser, pavilion, { checkpoint: "P01-B", language: "fr" }),
  ];
  await a.context.setOffline(true);
  await b.context.setOffline(true);
  for (const { page } of [a, b]) {
    await expect(page.locator(".sending")).toHaveAttribute("data-state", "offline");
    await readWith(page, token);
    await expectVerdict(page, "admitted", "ok");
    await goOn(page);
    await expectWaiting(page, 1);
  }
  for (const { page, context } of [a, b]) {
    await context.setOffline(false);
    await expectWaiting(page, 0);
  }
  await expect.poll(() => pavilion.entered()).toBe(2);
  const params = { slug: pavilion.slug };
  const { items } = await pavilion.client.call(routes.listConflicts, { params, query: {} });
  expect(items.map(({ pass, first, second }) => [pass?.code, first.checkpoint, second.checkpoint])).toEqual([
    [code, "P01-A", "P01-B"],
  ]);
});

test("a group comes in two buses: what is expected is offered, and what is left is known", async ({ browser }) => {
  const pavilion = await createPavilion(once);
  const { token } = await pavilion.issue(school);
  const { page } = await openKiosk(browser, pavilion);
  await readWith(page, token);
  await expect(page.getByTestId("group").locator("output")).toHaveText(["38", "4"]);
  for (let i = 0; i < 2; i += 1) await step(page, /^التلاميذ: أنقص \D?10/).click();
  await step(page, /^البالغون: أنقص \D?1\D?$/).click();
  await page.locator(".group-go").click();
  await expectVerdict(page, "admitted", "ok");
  await expect(verdict(page)).toContainText("بقي 21 من المجموعة");
  await goOn(page);

  await page.waitForTimeout(3_100);
  await page.reload();
  await expect(page.locator(".sending")).toHaveAttribute("data-state", "live");
  await readWith(page, token);
  await expect(page.getByTestId("group").locator("output")).toHaveText(["20", "1"]);
  await step(page, /^التلاميذ: زِد \D?10/).click();
  await page.locator(".group-go").click();
  await expectVerdict(page, "refused", "group_complete");
  await page.getByRole("button", { name: "غيّر العدد" }).click();
  await page.locator(".group-go").click();
  await expectVerdict(page, "admitted", "ok");
  await goOn(page);
  await expectWaiting(page, 0);
  await expect.poll(() => pavilion.entered()).toBe(42);
  const parts = (await pavilion.ledger()).map(({ headcount, category }) => `${headcount} ${category}`);
  expect(parts.toSorted()).toEqual(["1 public", "18 pupils", "20 pupils", "3 public"]);
});

test("a visitor of the sample is asked where they come from, and nobody waits for the answer", async ({ browser }) => {
  const pavilion = await createPavilion({ policy: { mode: "unlimited" } }, { originSample: 2 });
  const { page } = await openKiosk(browser, pavilion);
  const tokens = [await pavilion.issue(), await pavilion.issue(), await pavilion.issue(), await pavilion.issue()];
  const sent: string[] = [];
  page.on("request", (request) => sent.push(...(request.postData()?.match(/"origin":"[^"]*"/g) ?? [])));
  const asked: boolean[] = [];
  for (const { token } of tokens) {
    await readWith(page, token);
    const question = page.getByTestId("origin");
    await expect(question.or(verdict(page))).toBeVisible();
    const isAsked = await question.isVisible();
    asked.push(isAsked);
    if (isAsked)
      await page.getByRole("button", { name: asked.filter(Boolean).length === 1 ? "فاس مكناس" : "تخطَّ السؤال" }).click();
    await expectVerdict(page, "admitted", "ok");
    await goOn(page);
  }
  expect(asked.filter(Boolean)).toHaveLength(2);
  await expectWaiting(page, 0);
  await expect.poll(() => pavilion.entered()).toBe(4);
  expect(sent).toEqual(['"origin":"MA-03"']);
});

test("A4: a place where being seen is a risk keeps no pass, on the kiosk neither", async ({ browser }) => {
  const pavilion = await createPavilion({ policy: { anonymousOnly: true, mode: "once" } });
  const { token } = await pavilion.issue();
  const { page } = await openKiosk(browser, pavilion);
  const sent: string[] = [];
  page.on("request", (request) => sent.push(request.postData() ?? ""));
  await readWith(page, token);
  await expectVerdict(page, "admitted", "ok");
  await goOn(page);
  await expectWaiting(page, 0);
  await expect.poll(() => pavilion.entered()).toBe(1);
  expect(sent.join(" ")).not.toContain(token);
  const kept = await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open("abwab-outbox");
      opening.addEventListener("success", () => resolve(opening.result));
      opening.addEventListener("error", () => reject(opening.error ?? new Error("no database")));
    });
    const all = [...database.objectStoreNames].map(
      (name) =>
        new Promise((resolve) => {
          const reading = database.transaction(name).objectStore(name).getAll();
          reading.addEventListener("success", () => resolve(reading.result));
        }),
    );
    return JSON.stringify(await Promise.all(all));
  });
  expect(kept).not.toContain(token);
});

test("a place that is put on hold takes over the screen until it is acknowledged, and refuses passes", async ({
  browser,
}) => {
  const pavilion = await createPavilion(once);
  const { token } = await pavilion.issue();
  const { page } = await openKiosk(browser, pavilion);
  await pavilion.client.call(routes.changeZone, {
    params: { slug: pavilion.slug, code: "P01" },
    body: { status: "hold", message: "انتظروا خروج الوفد الرسمي" },
  });
  await expect(page.getByRole("alertdialog")).toContainText("انتظروا خروج الوفد الرسمي");
  await page.getByRole("button", { name: "قرأتُ ذلك" }).click();
  await expect(page.getByRole("alertdialog")).toHaveCount(0);
  await readWith(page, token);
  await expectVerdict(page, "refused", "zone_on_hold");
});

for (const [language, appearance] of [
  ["ar", "night"],
  ["fr", "sun"],
] as const) {
  test(`axe finds nothing on the ways in, nor on any verdict, in ${language} by ${appearance}`, async ({ browser }) => {
    // Ten screens, and axe takes seconds over each.
    test.slow();
    const pavilion = await createPavilion(once, { originSample: 1 });
    const [visitor, group] = [await pavilion.issue({ category: "media" }), await pavilion.issue(school)];
    const { page, context } = await openKiosk(browser, pavilion, { language });
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.evaluate(
      (chosen) => localStorage.setItem("abwab.kiosk.preferences", JSON.stringify({ appearance: chosen })),
      appearance,
    );
    await page.reload();
    await expect(page.locator(".sending")).toHaveAttribute("data-state", "live");
    for (let way = 0; way < 4; way += 1) {
      await page.locator(".way").nth(way).click();
      expect(await faultsOf(page)).toEqual([]);
    }
    await page.locator(".way").nth(2).click();
    await page.locator(".door").click();
    await expect(page.getByTestId("origin")).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
    await context.setOffline(true);
    await expect(page.locator(".sending")).toHaveAttribute("data-state", "offline");
    await readWith(page, group.token);
    await expect(page.getByTestId("group")).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
    await readWith(page, "ABCD-EFGH-JKMN");
    await expectVerdict(page, "attention", "cannot_check");
    expect(await faultsOf(page)).toEqual([]);
    await readWith(page, visitor.token);
    await expectVerdict(page, "admitted", "ok");
    expect(await faultsOf(page)).toEqual([]);
    await readWith(page, "https://example.com/");
    await expectVerdict(page, "refused", "unknown_pass");
    expect(await faultsOf(page)).toEqual([]);
  });
}
