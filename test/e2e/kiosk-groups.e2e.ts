import { routes, type BodyOf, type Visit } from "@abwab/contract";
import { expect, type Page } from "@playwright/test";
import { faultsOf } from "./find-faults.ts";
import { createPavilion, expectVerdict, expectWaiting, goOn, openKiosk, verdict, type Pavilion } from "./kiosk-door.ts";
import { dayFromToday } from "./console-session.ts";
import { test } from "./tidy-test.ts";

const once = { policy: { mode: "once" } } as const;
/** Whoever comes without a booking comes to a gate of the site. */
const gate = { ...once, kind: "site" } as const;
const ibnSina = { nameAr: "ثانوية ابن سينا", nameFr: "Lycée Ibn Sina", city: "الدار البيضاء" };

type School = Partial<BodyOf<typeof routes.createOrganisation>>;

async function createSchool({ client, slug }: Pavilion, school: School = ibnSina): Promise<string> {
  const body = { type: "school", ...school } as const;
  return (await client.call(routes.createOrganisation, { params: { slug }, body })).id;
}

/** A school that is expected at the pavilion at some time today. */
async function bookSchool(pavilion: Pavilion, pupils: number, adults: number, school?: School): Promise<Visit> {
  const { client, slug } = pavilion;
  const params = { slug };
  const organisationId = await createSchool(pavilion, school);
  const date = dayFromToday(0);
  const slots = { zone: "P01", days: [date], from: "00:00", to: "00:00", minutes: 24 * 60, capacity: 1000 };
  const { items } = await client.call(routes.createSlots, { params, body: slots });
  const body = { organisationId, slotId: items[0]?.id ?? null, pupils, adults };
  return client.call(routes.bookVisit, { params, body });
}

const arrivalsOf = async ({ client, slug }: Pavilion): Promise<[string, number, number][]> => {
  const { items } = await client.call(routes.listVisits, { params: { slug }, query: {} });
  return items.map(({ state, arrived }) => [state, arrived.pupils, arrived.adults]);
};
const partsOf = async (pavilion: Pavilion): Promise<string[]> =>
  (await pavilion.ledger()).map(({ headcount, category }) => `${headcount} ${category}`).toSorted();

const openGroups = (page: Page) => page.getByRole("button", { name: "المجموعات" }).click();
const group = (page: Page, name: string | RegExp) => page.locator(".groups-row").filter({ hasText: name });
const admit = (page: Page) => page.locator(".group-go").click();
const offered = (page: Page) => page.getByTestId("group").locator("output");
const fewer = async (page: Page, label: string, tens: number, ones = 0) => {
  const panel = page.getByTestId("group");
  for (let i = 0; i < tens; i += 1)
    await panel.getByRole("button", { name: new RegExp(`^${label}: أنقص \\D?10`) }).click();
  for (let i = 0; i < ones; i += 1)
    await panel.getByRole("button", { name: new RegExp(`^${label}: أنقص \\D?1\\D?$`) }).click();
};

test("a booked group without its paper is let in by its name in three taps", async ({ browser }) => {
  const pavilion = await createPavilion(once);
  await bookSchool(pavilion, 38, 4);
  const { page } = await openKiosk(browser, pavilion);
  await openGroups(page);
  await group(page, "ثانوية ابن سينا").click();
  await expect(offered(page)).toHaveText(["38", "4"]);
  await admit(page);
  await expectVerdict(page, "admitted", "ok");
  await goOn(page);
  await expectWaiting(page, 0);
  await expect.poll(() => partsOf(pavilion)).toEqual(["38 pupils", "4 public"]);
  await expect.poll(() => arrivalsOf(pavilion)).toEqual([["arrived", 38, 4]]);
});

test("A3: a booked group is let in by its name without network, also after the kiosk was switched off and on", async ({
  browser,
}) => {
  const pavilion = await createPavilion(once);
  await bookSchool(pavilion, 38, 4);
  const { page, context } = await openKiosk(browser, pavilion);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await openGroups(page);
  await expect(group(page, "ثانوية ابن سينا")).toBeVisible();
  await context.setOffline(true);
  await page.reload();
  await expect(page.locator(".sending")).toHaveAttribute("data-state", "offline");
  await openGroups(page);
  await page.getByRole("searchbox").fill("ابن سينا الدار");
  await group(page, "ثانوية ابن سينا").click();
  await admit(page);
  await expectVerdict(page, "admitted", "ok");
  await goOn(page);
  await expectWaiting(page, 2);
  await context.setOffline(false);
  await expectWaiting(page, 0);
  await expect.poll(() => arrivalsOf(pavilion)).toEqual([["arrived", 38, 4]]);
});

test("a group of the registry that nobody has booked is booked and let in in three taps", async ({ browser }) => {
  const pavilion = await createPavilion(gate);
  await createSchool(pavilion, { ...ibnSina, expectedPupils: 45, expectedAdults: 3 });
  const { page } = await openKiosk(browser, pavilion);
  await openGroups(page);
  await page.getByRole("searchbox").fill("lycee ibn sina");
  await group(page, "ثانوية ابن سينا").click();
  await expect(page.getByTestId("unbooked").locator("output")).toHaveText(["45", "3"]);
  await admit(page);
  await expectVerdict(page, "admitted", "ok");
  await expect(verdict(page)).toContainText("ثانوية ابن سينا");
  await goOn(page);
  await expectWaiting(page, 0);
  await expect.poll(() => arrivalsOf(pavilion)).toEqual([["arrived", 45, 3]]);
  // It is one of today's groups now: its second bus would find it.
  await openGroups(page);
  await expect(group(page, "ثانوية ابن سينا")).toContainText("حُجزت عند الباب");
});

test("a group that is in no registry is booked under the name that is typed", async ({ browser }) => {
  const pavilion = await createPavilion(gate);
  const { page } = await openKiosk(browser, pavilion);
  await openGroups(page);
  await page.getByRole("searchbox").fill("جمعية الأمل");
  await page.getByRole("button", { name: /بلا حجز: .*جمعية الأمل/ }).click();
  await page.getByRole("button", { name: "جمعية", exact: true }).click();
  await page.getByRole("button", { name: "20", exact: true }).click();
  await admit(page);
  await expectVerdict(page, "admitted", "ok");
  await goOn(page);
  await expectWaiting(page, 0);
  await expect
    .poll(async () => (await arrivalsOf(pavilion)).map(([, pupils, adults]) => pupils + adults))
    .toEqual([20]);
  const { items } = await pavilion.client.call(routes.listVisits, { params: { slug: pavilion.slug }, query: {} });
  expect(items.map(({ organisation, walkIn, arrived }) => [organisation.nameAr, walkIn, arrived.pupils])).toEqual([
    ["جمعية الأمل", true, 20],
  ]);
});

test("A3: without network an unbooked group is counted at once without its name, and the screen says so", async ({
  browser,
}) => {
  const pavilion = await createPavilion(gate);
  const { page, context } = await openKiosk(browser, pavilion);
  await context.setOffline(true);
  await expect(page.locator(".sending")).toHaveAttribute("data-state", "offline");
  await openGroups(page);
  await page.getByRole("button", { name: "مجموعة بلا حجز" }).click();
  await page.getByLabel("اسم المجموعة").fill("مدرسة الزيتون");
  await page.getByRole("button", { name: "30", exact: true }).click();
  await expect(page.getByTestId("unbooked")).toContainText("بلا شبكة لا يمكن الحجز");
  await admit(page);
  await expectVerdict(page, "attention", "counted_unbooked");
  await goOn(page);
  await context.setOffline(false);
  await expectWaiting(page, 0);
  await expect.poll(() => partsOf(pavilion)).toEqual(["30 pupils"]);
  await expect.poll(() => arrivalsOf(pavilion)).toEqual([]);
});

test("the rest of a group whose first bus came at another gate is offered", async ({ browser }) => {
  const pavilion = await createPavilion(once);
  const { passCode } = await bookSchool(pavilion, 38, 4);
  const [a, b] = [await openKiosk(browser, pavilion), await openKiosk(browser, pavilion, { checkpoint: "P01-B" })];
  await openGroups(a.page);
  await group(a.page, "ابن سينا").click();
  await fewer(a.page, "التلاميذ", 2);
  await fewer(a.page, "البالغون", 0, 1);
  await admit(a.page);
  await expectVerdict(a.page, "admitted", "ok");
  await expectWaiting(a.page, 0);
  await b.page.reload();
  await expect(b.page.locator(".sending")).toHaveAttribute("data-state", "live");
  await openGroups(b.page);
  await expect(group(b.page, "ابن سينا")).toContainText("وصل 21 من 42");
  await b.page.keyboard.press("Escape");
  // The list knows the code that is printed on the paper, too.
  await b.page.getByRole("button", { name: "الرمز", exact: true }).click();
  await b.page.getByLabel("الرمز المكتوب تحت المربع").fill(passCode ?? "");
  await b.page.getByRole("button", { name: "تحقق" }).click();
  await expect(offered(b.page)).toHaveText(["20", "1"]);
  await admit(b.page);
  await expectVerdict(b.page, "admitted", "ok");
  await expectWaiting(b.page, 0);
  await expect.poll(() => arrivalsOf(pavilion)).toEqual([["arrived", 38, 4]]);
});

test("a typed code that only the service knows as a group's is counted by a person, and not as one", async ({
  browser,
}) => {
  const pavilion = await createPavilion(once);
  const { page } = await openKiosk(browser, pavilion);
  const label = "ثانوية ابن سينا";
  const { code } = await pavilion.issue({ kind: "group", category: "pupils", label, group: { pupils: 38, adults: 4 } });
  await page.getByRole("button", { name: "الرمز", exact: true }).click();
  await page.getByLabel("الرمز المكتوب تحت المربع").fill(code);
  await page.getByRole("button", { name: "تحقق" }).click();
  await expect(offered(page)).toHaveText(["0", "0"]);
  const more = page.getByTestId("group").getByRole("button", { name: /^التلاميذ: زِد \D?10/ });
  for (let i = 0; i < 3; i += 1) await more.click();
  await admit(page);
  await expectVerdict(page, "admitted", "ok");
  await goOn(page);
  await expectWaiting(page, 0);
  await expect.poll(() => pavilion.entered()).toBe(30);
});

test("300 pupils in three buses at two gates, one of them without network, are exact for school, gate, zone and day", async ({
  browser,
}) => {
  // Two kiosks, and forty steps on their screens.
  test.slow();
  const pavilion = await createPavilion(once);
  await bookSchool(pavilion, 300, 12);
  const [a, b] = [await openKiosk(browser, pavilion), await openKiosk(browser, pavilion, { checkpoint: "P01-B" })];
  await openGroups(b.page);
  await expect(group(b.page, "ابن سينا")).toBeVisible();
  await b.page.keyboard.press("Escape");
  await b.context.setOffline(true);
  await expect(b.page.locator(".sending")).toHaveAttribute("data-state", "offline");
  for (const { page } of [a, b]) {
    await openGroups(page);
    await group(page, "ابن سينا").click();
    await fewer(page, "التلاميذ", 20);
    await fewer(page, "البالغون", 0, 8);
    await admit(page);
    await expectVerdict(page, "admitted", "ok");
    await goOn(page);
  }
  await openGroups(a.page);
  await group(a.page, "ابن سينا").click();
  await expect(offered(a.page)).toHaveText(["200", "8"]);
  await fewer(a.page, "التلاميذ", 10);
  await fewer(a.page, "البالغون", 0, 4);
  await admit(a.page);
  await expectVerdict(a.page, "admitted", "ok");
  await b.context.setOffline(false);
  for (const { page } of [a, b]) await expectWaiting(page, 0);
  await expect.poll(() => pavilion.entered()).toBe(312);
  await expect.poll(() => arrivalsOf(pavilion)).toEqual([["arrived", 300, 12]]);
  const { items } = await pavilion.client.call(routes.listEntries, { params: { slug: pavilion.slug }, query: {} });
  const atGate = (checkpoint: string) =>
    items.filter((entry) => entry.checkpoint === checkpoint).reduce((sum, { headcount }) => sum + headcount, 0);
  expect([atGate("P01-A"), atGate("P01-B")]).toEqual([208, 104]);
});

for (const language of ["ar", "fr"] as const) {
  test(`axe finds nothing on the screens of groups in ${language}`, async ({ browser }) => {
    // axe takes seconds over each.
    test.slow();
    const pavilion = await createPavilion(gate);
    await bookSchool(pavilion, 38, 4);
    const { page, context } = await openKiosk(browser, pavilion, { language });
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.locator(".way").last().click();
    await expect(page.locator(".groups-row")).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
    await page.locator(".groups-unbooked").click();
    expect(await faultsOf(page)).toEqual([]);
    await context.setOffline(true);
    await page.getByRole("button", { name: "40", exact: true }).click();
    await expect(page.locator(".unbooked-note")).not.toBeEmpty();
    await admit(page);
    await expectVerdict(page, "attention", "counted_unbooked");
    expect(await faultsOf(page)).toEqual([]);
  });
}
