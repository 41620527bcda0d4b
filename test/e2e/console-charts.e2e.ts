import { expect, type Download, type Page } from "@playwright/test";
import { readFile } from "node:fs/promises";
import { consoleAddress, createEdition, pairDevice, signedInClient, signInContext, speak } from "./console-session.ts";
import { faultsOf } from "./find-faults.ts";
import { test } from "./tidy-test.ts";

test.use({ locale: "ar", viewport: { width: 1440, height: 900 } });
test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: "reduce" }));

async function countedEdition(): Promise<string> {
  const client = await signedInClient();
  const slug = await createEdition(client, "charts");
  await (await pairDevice(client, slug, "G1")).enter(40);
  await (await pairDevice(client, slug, "P01-A")).enter(17);
  return slug;
}

/** Chooses an entry of a chart's menu by keys alone. */
async function save(page: Page, chart: RegExp, entry: RegExp): Promise<Download> {
  const button = page.getByRole("button", { name: chart });
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: entry })).toBeVisible();
  const saved = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: entry }).press("Enter");
  return saved;
}

const bytesOf = async (saved: Download): Promise<Buffer> => readFile(await saved.path());

/** What an SVG document says, as an XML parser of its own reads it. */
const texts = (page: Page, svg: string): Promise<{ root: string; title: string; texts: string[] }> =>
  page.evaluate((text) => {
    const document = new DOMParser().parseFromString(text, "image/svg+xml");
    return {
      root: document.documentElement.nodeName,
      title: document.querySelector("title")?.textContent ?? "",
      texts: [...document.querySelectorAll("text")].map(({ textContent }) => textContent),
    };
  }, svg);

test("a chart is saved as a drawing, a picture and a table that stand by themselves", async ({ page }) => {
  const slug = await countedEdition();
  await signInContext(page.context());
  await page.goto(consoleAddress(`/audience/${slug}`));
  await expect(page.locator(".chart svg").first()).toBeVisible();
  const chart = /^احفظ الرسم: .*الفئات/;

  const svg = await save(page, chart, /SVG/);
  expect(svg.suggestedFilename()).toMatch(new RegExp(`^${slug}-.*\\.svg$`));
  const drawing = await texts(page, (await bytesOf(svg)).toString("utf8"));
  expect(drawing.root).toBe("svg");
  expect(drawing.title).toContain("الفئات");
  const said = drawing.texts.join("\n");
  expect(said).toContain("أيام التجربة");
  expect(said).toContain("المصدر: أبواب");
  expect(said).toContain("40");

  const png = await bytesOf(await save(page, chart, /PNG/));
  expect(png.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  // Its size stands in its first part (IHDR).
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2_400, 1_350]);

  const csv = (await bytesOf(await save(page, chart, /CSV/))).toString("utf8");
  expect(csv).toMatch(/^\uFEFF.*\r\n.*[,;]40\r\n/);
  expect(await faultsOf(page)).toEqual([]);
});

test("the curves of a pavilion, the day's outlook and the comparison are saved as well", async ({ page }) => {
  const slug = await countedEdition();
  await speak(page, "fr");
  await signInContext(page.context());
  for (const [path, chart, title] of [
    [`/live/${slug}/P01`, /^Enregistrer le graphique/, "P01"],
    [`/outlook/${slug}`, /^Enregistrer le graphique/, "La journée en cours"],
    [`/comparison/${slug}`, /^Enregistrer le graphique/, "Jours"],
  ] as const) {
    await page.goto(consoleAddress(path));
    const svg = await save(page, chart, /SVG/);
    const drawing = await texts(page, (await bytesOf(svg)).toString("utf8"));
    expect(drawing.title).toContain(title);
    expect(drawing.texts.join("\n")).toMatch(/Source.:.Abwab/);
  }
});
