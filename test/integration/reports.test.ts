import type { Client } from "@abwab/api-client";
import { documentLocale, type Problem, type Role, routes } from "@abwab/contract";
import { describeWithPdfText, linesOf } from "../support/pdf-text.ts";
import { startTestApi, type TestApi } from "../support/test-api.ts";
import { anEntry, aVoid, createEdition, type TestDevice, type TestEdition, today } from "../support/test-edition.ts";

let api: TestApi;
let administrator: Client;
let edition: TestEdition;
let gate: TestDevice;
let authorization: string;

beforeAll(async () => {
  api = await startTestApi();
  administrator = await api.as("administrator");
  authorization = await bearerOf("organiser");
});
afterAll(() => api[Symbol.asyncDispose]());

beforeEach(async () => {
  edition = await createEdition(administrator, api.url);
  gate = await edition.pair("G1");
});

async function bearerOf(role: Role, other?: string): Promise<string> {
  const { token } = await administrator.call(routes.createApiToken, {
    body: { name: role, role, ...(other === undefined ? {} : { edition: other }) },
  });
  return `Bearer ${token}`;
}

const ask = (address: string, bearer = authorization): Promise<Response> =>
  fetch(`${api.url}/api/v1/editions/${edition.slug}/${address}`, { headers: { authorization: bearer } });

async function print(address: string): Promise<Buffer> {
  const response = await ask(address);
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/pdf"]);
  return Buffer.from(await response.arrayBuffer());
}

const linesAt = async (address: string): Promise<string[]> => linesOf(await print(address));
const refusalOf = async (response: Response): Promise<string> => ((await response.json()) as Problem).code;
const settle = () => administrator.call(routes.settleDay, { params: { slug: edition.slug, date: today() } });
const dayReport = (locale = "en", rest = ""): string => `days/${today()}/report?locale=${locale}${rest}`;

/** The busiest quarter's visits, then visits, pavilion visits and when that quarter was: as they stand on paper. */
function figuresOf(lines: readonly string[]): string {
  const head = lines.findIndex((line) => line.startsWith("Visits Pavilion visits"));
  return lines.slice(head + 1, head + 3).join(" ");
}

describe("a daily report", () => {
  it("is a PDF to keep, in each language, with a name that says which", async () => {
    for (const locale of documentLocale.options) {
      const response = await ask(dayReport(locale));
      const pdf = Buffer.from(await response.arrayBuffer()).toString("latin1");
      expect(response.headers.get("content-disposition")).toBe(
        `inline; filename="${edition.slug}-report-${today()}-live-${locale}.pdf"`,
      );
      expect(/pdfaid:part>2<.*pdfaid:conformance>U</s.test(pdf)).toBe(true);
    }
  });

  it("is for organisers and above, and for tokens of this edition", async () => {
    expect(await refusalOf(await ask(dayReport(), await bearerOf("supervisor")))).toBe("forbidden");
    const other = await createEdition(administrator, api.url);
    expect(await refusalOf(await ask(dayReport(), await bearerOf("organiser", other.slug)))).toBe("forbidden");
    expect((await ask(dayReport(), await bearerOf("organiser", edition.slug))).status).toBe(200);
  });

  it("refuses a day that is none, a language it does not speak and an edition that is not there", async () => {
    expect(await refusalOf(await ask("days/2020-01-01/report"))).toBe("not_found");
    expect(await refusalOf(await ask("days/yesterday/report"))).toBe("not_found");
    expect(await refusalOf(await ask(`days/${today()}/report?locale=es`))).toBe("invalid");
    edition = { ...edition, slug: "nowhere" };
    expect(await refusalOf(await ask(`days/${today()}/report`))).toBe("not_found");
  });
});

describeWithPdfText("the pages of a daily report", () => {
  it("say what the counts say", async () => {
    const door = await edition.pair("P01-A");
    const at = { occurredAt: new Date().toISOString() };
    await gate.send([anEntry({ ...at, headcount: 700 }), anEntry({ ...at, headcount: 600, category: "pupils" })]);
    await gate.send([anEntry({ headcount: 9, category: "staff" }), anEntry({ headcount: 4, direction: "out" })]);
    await door.send([anEntry({ headcount: 25 }), anEntry({ headcount: 5, category: "staff" })]);
    const mistaken = anEntry({ headcount: 3 });
    await gate.send([mistaken]);
    await gate.send([aVoid(mistaken.id)]);
    const { totals } = await administrator.call(routes.counts, { params: { slug: edition.slug } });
    expect(totals).toMatchObject({ visitsToday: 1300, pavilionVisitsToday: 25 });
    const lines = await linesAt(dayReport());
    expect(figuresOf(lines)).toMatch(/^1,300 1,300 25 \d\d:\d\d to \d\d:\d\d$/);
    expect(lines).toContain("Public 700 53.8%");
    expect(lines).toContain("Pupils 600 46.2%");
    expect(lines).toContain("Staff 9");
    expect(lines).toContain("SITE SITE Site 1,309 4");
    expect(lines).toContain("ARENA ARENA Arena 0 –");
    expect(lines).toContain("1 P01 P01 30 0 100.0%");
    expect(lines).toContain("Entries taken back 1 −3 0");
  });

  it("C4: say as of when live figures are, and how complete", async () => {
    await gate.send([anEntry()], { pending: 12 });
    const text = (await linesAt(dayReport())).join("\n");
    expect(text).toMatch(/Live\nAs of .+, \d\d:\d\d, at version \d+ of the ledger\nDevices: 1\. .*still waiting: 12\./);
  });

  it("C5: say the settled figures, and what came since apart", async () => {
    await gate.send([anEntry({ headcount: 100 })]);
    await settle();
    await gate.send([anEntry({ headcount: 7 })]);
    const lines = await linesAt(dayReport());
    expect(lines.join("\n")).toContain("Settled by admin@example.org");
    expect(figuresOf(lines)).toMatch(/^100 100 0 \d\d/);
    expect(lines.join("\n")).toMatch(/\+7\nvisits, 0 pavilion visits/);
  });

  it("say that nothing was counted where nothing was", async () => {
    expect((await linesAt(dayReport())).join("\n")).toContain("Nothing was counted on this day.");
  });

  it("A4: say that a rehearsal is one", async () => {
    edition = await createEdition(administrator, api.url, { status: "draft" });
    expect((await linesAt(dayReport())).join("\n")).toContain("Rehearsal");
  });
});

describeWithPdfText("the pages of a report of an edition", () => {
  it("compare its days, settled and live ones, and give what was published with its source", async () => {
    const yesterday = new Date(Date.parse(today()) - 86_400_000).toISOString().slice(0, 10);
    const hours = { opensAt: "00:00", closesAt: "00:00" };
    edition = await createEdition(administrator, api.url, {
      days: [yesterday, today()].map((date) => ({ date, ...hours })),
      published: [{ metric: "schools", value: 1916, qualifier: "about", source: "Press" }],
    });
    gate = await edition.pair("G1");
    await gate.send([anEntry({ headcount: 200, occurredAt: `${yesterday}T12:05:00Z` })]);
    await administrator.call(routes.settleDay, { params: { slug: edition.slug, date: yesterday } });
    await gate.send([anEntry({ headcount: 300 })]);
    const text = (await linesAt("report?locale=en")).join("\n");
    expect(text).toContain("Days settled: 1 of 2");
    expect(text).toMatch(/Settled \(1\) 200 40\.0% – 0 \d\d:00 to \d\d:15\n.* Live 300 60\.0% \+50\.0% 0 /);
    expect(text).toContain("Total 500 0");
    expect(text).toContain("Schools about 1,916 Press");
  });

  it("are there for an edition without an entry, and without a zone", async () => {
    expect((await linesAt("report?locale=en")).join("\n")).toContain("Nothing has been counted yet.");
    const slug = `bare-${crypto.randomUUID().slice(0, 8)}`;
    const { names, days, timeZone } = await administrator.call(routes.getEdition, { params: { slug: edition.slug } });
    await administrator.call(routes.createEdition, { body: { slug, names, days, timeZone, city: "c", venue: "v" } });
    edition = { ...edition, slug };
    expect((await ask("report")).status).toBe(200);
  });
});

describe("odd names", () => {
  it("of 200 letters, in mixed directions, unbroken or of what would be markup, are set", async () => {
    const names = {
      ar: "فضاء (Cellule) ".repeat(14).slice(0, 200),
      fr: "x".repeat(200),
      en: "#panic() $x$ <b> [c] * ⵜⵉⵏ",
    };
    edition = await createEdition(administrator, api.url, { names });
    await administrator.call(routes.createZone, {
      params: { slug: edition.slug },
      body: { code: "P99", kind: "pavilion", names },
    });
    for (const locale of documentLocale.options) {
      expect((await print(dayReport(locale))).length).toBeGreaterThan(10_000);
      expect((await print(`report?locale=${locale}`)).length).toBeGreaterThan(10_000);
    }
  });
});

describe("C5: the report of a settled edition", () => {
  it("is the same file after later entries, what came since left out", async () => {
    await gate.send([anEntry({ headcount: 100 })]);
    await settle();
    const before = await print("report?since=left_out");
    await gate.send([anEntry({ headcount: 2 })]);
    expect(await print("report?since=left_out")).toEqual(before);
  });
});

describe("C5: the report of a settled day", () => {
  it("is the same file after later entries and corrections, what came since left out", async () => {
    await gate.send([anEntry({ headcount: 100 })]);
    await settle();
    const before = await print(dayReport("ar", "&since=left_out"));
    const late = anEntry({ headcount: 7 });
    await gate.send([late, anEntry({ headcount: 2 })]);
    await gate.send([aVoid(late.id)]);
    const correction = {
      direction: "in",
      headcount: 5,
      category: "public",
      at: new Date().toISOString(),
      reason: "r",
    } as const;
    await administrator.call(routes.adjustZone, { params: { slug: edition.slug, code: "SITE" }, body: correction });
    expect(await print(dayReport("ar", "&since=left_out"))).toEqual(before);
    expect(await print(dayReport("ar"))).not.toEqual(before);
  });

  it("follows the latest revision", async () => {
    await gate.send([anEntry({ headcount: 100 })]);
    await settle();
    await gate.send([anEntry({ headcount: 2 })]);
    await settle();
    const { headers } = await ask(dayReport());
    expect(headers.get("content-disposition")).toContain(`-report-${today()}-r2-en.pdf`);
  });
});

describe("the preview of a report", () => {
  it("is its first page as a picture, in each language", async () => {
    const pictures: Buffer[] = [];
    for (const locale of documentLocale.options) {
      const response = await ask(dayReport(locale, "&format=picture"));
      expect([response.status, response.headers.get("content-type")]).toEqual([200, "image/png"]);
      const png = Buffer.from(await response.arrayBuffer());
      // Of the header: IHDR begins at byte 8 and its fields at 16. A4 at 110 dots an inch.
      expect([png.toString("latin1", 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(["PNG", 909, 1284]);
      pictures.push(png);
    }
    expect(new Set(pictures.map((png) => png.toString("base64"))).size).toBe(3);
  });

  it("is refused as the report is, and is a PDF or a picture", async () => {
    expect(await refusalOf(await ask("days/2020-01-01/report?format=picture"))).toBe("not_found");
    expect(await refusalOf(await ask("report?format=svg"))).toBe("invalid");
    expect((await ask("report?format=picture")).headers.get("content-disposition")).toMatch(/-report-live-ar\.png"$/);
  });
});
