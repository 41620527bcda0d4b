import type { Client } from "@abwab/api-client";
import { documentLocale, type Problem, routes } from "@abwab/contract";
import { describeWithPdfText, linesOf } from "../support/pdf-text.ts";
import { queryDatabase } from "../support/query-database.ts";
import { startTestApi, type TestApi } from "../support/test-api.ts";
import { anEntry, aVoid, createEdition, type TestDevice, type TestEdition, today } from "../support/test-edition.ts";

let api: TestApi;
let root: Client;
let edition: TestEdition;
let door: TestDevice;
let authorization: string;

beforeAll(async () => {
  api = await startTestApi();
  root = await api.as("administrator");
  const { token } = await root.call(routes.createApiToken, { body: { name: "reports", role: "organiser" } });
  authorization = `Bearer ${token}`;
});
afterAll(() => api[Symbol.asyncDispose]());

beforeEach(async () => {
  edition = await createEdition(root, api.url);
  door = await edition.pair("P01-A");
});

const ask = (zone: string, rest = ""): Promise<Response> =>
  fetch(`${api.url}/api/v1/editions/${edition.slug}/zones/${zone}/report?${rest}`, { headers: { authorization } });

async function print(zone: string, rest = "locale=en"): Promise<Buffer> {
  const response = await ask(zone, rest);
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/pdf"]);
  return Buffer.from(await response.arrayBuffer());
}

const linesAt = async (zone: string, rest?: string): Promise<string[]> => linesOf(await print(zone, rest));
const refusalOf = async (response: Response): Promise<string> => ((await response.json()) as Problem).code;

describe("the report of a zone", () => {
  it("is a PDF to keep, in each language, of a zone without an entry and of one with one", async () => {
    await door.send([anEntry()]);
    for (const locale of documentLocale.options) {
      for (const zone of ["P01", "ARENA", "SITE"]) {
        const pdf = (await print(zone, `locale=${locale}`)).toString("latin1");
        expect(/pdfaid:part>2<.*pdfaid:conformance>U</s.test(pdf)).toBe(true);
      }
    }
  });

  it("refuses a zone and a day that are none, and a language it does not speak", async () => {
    expect(await refusalOf(await ask("P77"))).toBe("not_found");
    expect(await refusalOf(await ask("P01", "day=2020-01-01"))).toBe("not_found");
    expect(await refusalOf(await ask("P01", "day=yesterday"))).toBe("invalid");
    expect(await refusalOf(await ask("P01", "locale=es"))).toBe("invalid");
  });

  it("sets names of 200 letters, in mixed directions, and of what would be markup", async () => {
    const names = {
      ar: "فضاء (Cellule) ".repeat(14).slice(0, 200),
      fr: "x".repeat(200),
      en: "#panic() $x$ <b> [c] * ⵜⵉⵏ",
    };
    const params = { slug: edition.slug };
    await root.call(routes.createZone, { params, body: { code: "P99", kind: "pavilion", names } });
    for (const locale of documentLocale.options) {
      expect((await print("P99", `locale=${locale}`)).length).toBeGreaterThan(10_000);
    }
  });
});

describeWithPdfText("the pages of the report of a zone", () => {
  it("say what was counted there, and its part of the pavilions' visits", async () => {
    const params = { slug: edition.slug };
    const names = { ar: "آخر", fr: "Autre", en: "Other" };
    await root.call(routes.createZone, { params, body: { code: "P02", kind: "pavilion", names } });
    await root.call(routes.createCheckpoint, {
      params,
      body: { code: "P02-A", zone: "P02", directions: ["in"], names },
    });
    const other = await edition.pair("P02-A");
    const at = { occurredAt: new Date().toISOString() };
    const mistaken = anEntry({ ...at, headcount: 5 });
    await door.send([
      anEntry({ ...at, headcount: 40 }),
      anEntry({ ...at, headcount: 20, category: "pupils" }),
      anEntry({ ...at, headcount: 3, category: "staff" }),
      anEntry({ ...at, headcount: 10, direction: "out" }),
      mistaken,
    ]);
    await door.send([aVoid(mistaken.id, { reason: "counted twice" })]);
    await other.send([anEntry({ ...at, headcount: 180 })]);
    const { totals } = await root.call(routes.counts, { params });
    expect(totals.pavilionVisitsToday).toBe(240);
    const lines = await linesAt("P01");
    const text = lines.join("\n");
    expect(text).toMatch(/^60 60\nRank 2 of 2 pavilions 25\.0% /m);
    expect(text).toMatch(/Live 60 25\.0% 2 10 53 \d\d:\d\d to \d\d:\d\d$/m);
    expect(lines).toContain("Public 40 66.7%");
    expect(lines).toContain("Pupils 20 33.3%");
    expect(lines).toContain("Staff 3");
    expect(text).toMatch(/Taken back: −5 entered .*counted twice/);
    expect((await linesAt("P02")).join("\n")).toContain("Rank 1 of 2 pavilions");
    expect((await linesAt("P02")).join("\n")).toContain("ways out are not counted here");
  });

  it("say that nobody came where nobody did", async () => {
    expect((await linesAt("ARENA")).join("\n")).toContain("Nothing has been counted yet.");
  });

  it("C5: of a settled day say what its ledger held then, and what came since apart", async () => {
    await door.send([anEntry({ headcount: 50 })]);
    await root.call(routes.settleDay, { params: { slug: edition.slug, date: today() } });
    await expect(examined()).resolves.toBe(true);
    const before = await print("P01", "locale=en&since=left_out");
    await door.send([anEntry({ headcount: 7 })]);
    expect(await print("P01", "locale=en&since=left_out")).toEqual(before);
    const lines = await linesAt("P01");
    expect(lines.join("\n")).toMatch(/Settled \(1\) 50 100\.0% 1 0 50 \d\d:\d\d to \d\d:\d\d/);
    expect(lines.join("\n")).toMatch(/\+7\s+visits/);
  });
});

/** Waits until the day's ledger was read. */
async function examined(): Promise<boolean> {
  for (;;) {
    const rows = await queryDatabase(
      api.database,
      `select from day_examination join edition on edition.id = edition_id where slug = $1`,
      [edition.slug],
    );
    if (rows.length > 0) return true;
    await new Promise((resolve) => void setTimeout(resolve, 50));
  }
}
