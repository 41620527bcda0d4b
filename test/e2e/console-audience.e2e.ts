import { createClient } from "@abwab/api-client";
import { routes } from "@abwab/contract";
import { expect, type Page } from "@playwright/test";
import { address, consoleAddress, createEdition, signedInClient, signInContext, speak } from "./console-session.ts";
import { faultsOf } from "./find-faults.ts";
import { test } from "./tidy-test.ts";

test.use({ locale: "ar", viewport: { width: 1440, height: 900 } });
test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: "reduce" }));

/** 12 pupils of a booked school of Safi, 3 of the public of whom two said where they are from, and 9 at the pavilion. */
async function visitedEdition(): Promise<string> {
  const client = await signedInClient();
  const slug = await createEdition(client, "audience");
  const params = { slug };
  await client.call(routes.changeEdition, { params, body: { originSample: 20 } });
  const { id: organisationId } = await client.call(routes.createOrganisation, {
    params,
    body: { type: "school", kind: "public", nameAr: "مدرسة النور", city: "آسفي", province: "07.431" },
  });
  const visit = { organisationId, slotId: null, pupils: 12, adults: 0, walkIn: true };
  await client.call(routes.bookVisit, { params, body: visit });
  const at = async (checkpoint: string) => {
    const { pairingCode } = await client.call(routes.createDevice, { params, body: { name: checkpoint, checkpoint } });
    const { token } = await client.call(routes.pair, { body: { pairingCode } });
    return createClient({ baseUrl: address(""), token });
  };
  const gate = await at("G1");
  const { items } = await gate.call(routes.listDeviceVisits, {});
  const entry = (given: object) => ({
    id: crypto.randomUUID(),
    direction: "in" as const,
    headcount: 1,
    occurredAt: new Date().toISOString(),
    ...given,
  });
  const pass = items[0]?.token ?? "";
  await gate.call(routes.recordEntries, {
    body: {
      entries: [
        entry({ headcount: 12, category: "pupils", pass }),
        entry({}),
        entry({ origin: "06.181" }),
        entry({ origin: "06.141" }),
      ],
    },
  });
  await (await at("P01-A")).call(routes.recordEntries, { body: { entries: [entry({ headcount: 9 })] } });
  return slug;
}

const panel = (page: Page, title: string) => page.getByRole("region", { name: title, exact: true });
const asTable = (page: Page, title: string) => panel(page, title).getByRole("button", { name: "اعرض جدولاً" }).click();

test("categories, booked and arrived schools and the busiest pavilion are there as charts and as tables", async ({
  page,
}) => {
  const slug = await visitedEdition();
  await signInContext(page.context());
  await page.goto(consoleAddress(`/audience/${slug}`));
  await expect(page.locator(".chart svg")).toHaveCount(3);
  await asTable(page, "الفئات");
  await expect(page.getByRole("row", { name: /تلاميذ/ })).toContainText("12");
  await asTable(page, "المدارس والهيئات والإعلام");
  await expect(page.getByRole("row", { name: /عمومية/ })).toContainText("12");
  await asTable(page, "الأروقة والفضاءات");
  await expect(page.getByRole("row", { name: /P01/ })).toContainText("9");
});

test("places of groups are counted, those of the public are a sample with its size and margin", async ({ page }) => {
  const slug = await visitedEdition();
  await signInContext(page.context());
  await page.goto(consoleAddress(`/audience/${slug}`));
  await expect(page.locator(".region-tile[data-depth='4']")).toContainText("12");
  await expect(page.getByRole("row", { name: /آسفي/ })).toContainText("12");
  await page.getByText("العموم", { exact: true }).click();
  await expect(page.getByRole("row", { name: /الدار البيضاء/ })).toContainText("±");
  await expect(page.locator(".audience-part").filter({ hasText: "عيّنة وليست عدّاً" })).toContainText("20");
});

for (const language of ["ar", "fr"]) {
  test(`axe finds nothing on who came in ${language}, nor is it wider than a phone`, async ({ page }) => {
    const slug = await visitedEdition();
    await speak(page, language);
    await signInContext(page.context());
    await page.goto(consoleAddress(`/audience/${slug}`));
    await expect(page.locator(".chart svg")).toHaveCount(3);
    expect(await faultsOf(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    for (const button of await page.locator(".chart-head button:not([aria-haspopup])").all()) await button.click();
    await expect(page.locator(".chart-table table")).toHaveCount(3);
    expect(await faultsOf(page)).toEqual([]);
  });
}
