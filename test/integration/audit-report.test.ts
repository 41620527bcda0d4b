import { createHash } from "node:crypto";
import type { Client } from "@abwab/api-client";
import { documentLocale, type Problem, routes } from "@abwab/contract";
import { AuditSealer } from "../../apps/api/src/audit/audit-sealer.ts";
import { type Exporter, exporterOf } from "../support/exported.ts";
import { issueGroupPass, issuePass } from "../support/issue-pass.ts";
import { describeWithPdfText, linesOf } from "../support/pdf-text.ts";
import { queryDatabase } from "../support/query-database.ts";
import { startTestApi, type TestApi } from "../support/test-api.ts";
import { anEntry, aVoid, createEdition, type TestDevice, type TestEdition, today } from "../support/test-edition.ts";

const dayBefore = (date: string): string => new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);
const hours = { opensAt: "00:00", closesAt: "00:00" };

let api: TestApi;
let root: Client;
let edition: TestEdition;
let gate: TestDevice;
let authorization: string;
let exports: Exporter;
const dates = [dayBefore(dayBefore(today())), dayBefore(today()), today()] as const;

beforeAll(async () => {
  api = await startTestApi();
  root = await api.as("administrator");
});
afterAll(() => api[Symbol.asyncDispose]());

beforeEach(async () => {
  edition = await createEdition(root, api.url, {
    days: dates.map((date) => ({ date, ...hours })),
    published: [{ metric: "schools", value: 1916, qualifier: "about", source: "Press" }],
  });
  gate = await edition.pair("G1");
  const { token } = await root.call(routes.createApiToken, { body: { name: edition.slug, role: "organiser" } });
  authorization = `Bearer ${token}`;
  exports = exporterOf(root, api.url, token, edition.slug);
});

const ask = (rest = "locale=en"): Promise<Response> =>
  fetch(`${api.url}/api/v1/editions/${edition.slug}/audit-report?${rest}`, { headers: { authorization } });
async function print(rest?: string): Promise<Buffer> {
  const response = await ask(rest);
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/pdf"]);
  return Buffer.from(await response.arrayBuffer());
}
const linesAt = async (rest?: string): Promise<string[]> => linesOf(await print(rest));
const refusalOf = async (response: Response): Promise<string> => ((await response.json()) as Problem).code;
const settle = (date: string) => root.call(routes.settleDay, { params: { slug: edition.slug, date } });
const at = (date: string, hour: string): string => `${date}T${hour}:00Z`;

/** Waits until the ledgers of so many revisions have been read, and the settlements are chained. */
async function examined(revisions: number): Promise<void> {
  await api.app.nest.get(AuditSealer).seal();
  for (;;) {
    const [row] = await queryDatabase<{ done: number; open: number }>(
      api.database,
      `select (select count(*)::int from day_examination join edition on edition.id = edition_id where slug = $1) as done,
         (select count(*)::int from audit_event where action = 'day.settle' and seq is null) as open`,
      [edition.slug],
    );
    if (row?.done === revisions && row.open === 0) return;
    await new Promise((resolve) => void setTimeout(resolve, 50));
  }
}

describe("the audit report", () => {
  it("is a PDF to keep, in each language, of an edition without an entry too", async () => {
    for (const locale of documentLocale.options) {
      const pdf = (await print(`locale=${locale}`)).toString("latin1");
      expect(/pdfaid:part>2<.*pdfaid:conformance>U</s.test(pdf)).toBe(true);
    }
  });

  it("refuses a language that it does not speak and a category that the edition has not", async () => {
    expect(await refusalOf(await ask("locale=es"))).toBe("invalid");
    expect(await refusalOf(await ask("excluded=Media"))).toBe("invalid");
    expect(await refusalOf(await ask("excluded=exhibitors"))).toBe("invalid");
    expect((await ask("excluded=")).status).toBe(200);
  });
});

describeWithPdfText("the pages of the audit report", () => {
  it("C5: count settled days alone, and name those that are left out", async () => {
    await gate.send([
      anEntry({ headcount: 400, occurredAt: at(dates[0], "12:00") }),
      anEntry({ headcount: 30, category: "media", occurredAt: at(dates[0], "12:00") }),
      anEntry({ headcount: 9, category: "staff", occurredAt: at(dates[0], "12:00") }),
      anEntry({ headcount: 5000 / 5, occurredAt: at(dates[1], "12:00") }),
    ]);
    await settle(dates[0]);
    await gate.send([anEntry({ headcount: 7, occurredAt: at(dates[0], "13:00") })]);
    await examined(1);
    const lines = await linesAt();
    const text = lines.join("\n");
    expect(text).toContain("Days settled: 1 of 3");
    expect(text).toMatch(/Not settled, and left out: \w+,? \d+ \w+, \w+,? \d+ \w+/);
    expect(text).toMatch(/^Total 430 30 400 400 0$/m);
    expect(text).not.toContain("1,000");
    expect(lines).toContain("Public 400 counted");
    expect(lines).toContain("Media 30 excluded in this report");
    expect(lines).toContain("Staff 9 never counted");
    expect(text).toMatch(/not in this report: \+7$/m);
    expect(text).toContain("Schools about 1,916 Press");
    expect((await linesAt("locale=en&excluded=")).join("\n")).toMatch(/^Total 430 0 430 430 0$/m);
  });

  it("count a pass once a day, and once over days; groups by their people; who has none each time", async () => {
    const validUntil = new Date(Date.now() + 86_400_000).toISOString();
    const one = await issuePass(root, edition.slug, { validUntil });
    const group = await issueGroupPass(root, edition.slug, 28, 2);
    const shown = (date: string, hour: string) => anEntry({ pass: one.token, occurredAt: at(date, hour) });
    const mistaken = anEntry({ headcount: 50, occurredAt: at(dates[0], "16:00") });
    await gate.send([
      shown(dates[0], "12:00"),
      shown(dates[0], "14:00"),
      shown(dates[1], "12:00"),
      anEntry({ pass: group.token, headcount: 28, category: "pupils", occurredAt: at(dates[0], "12:30") }),
      anEntry({ pass: group.token, headcount: 20, category: "pupils", occurredAt: at(dates[1], "12:30") }),
      anEntry({ headcount: 100, occurredAt: at(dates[0], "15:00") }),
      mistaken,
    ]);
    await gate.send([aVoid(mistaken.id, { occurredAt: at(dates[0], "16:05"), reason: "counted twice" })]);
    await settle(dates[0]);
    await settle(dates[1]);
    await examined(2);
    const text = (await linesAt()).join("\n");
    // Visits 2 + 28 + 100 and 1 + 20; attendance 1 + 28 + 100 and 1 + 20; visitors 1 + 28 + 100.
    expect(text).toMatch(/ 1 130 0 130 129 0$/m);
    expect(text).toMatch(/ 1 21 0 21 21 0$/m);
    expect(text).toMatch(/^Total 151 0 151 150 0$/m);
    expect(text).toMatch(/Audited visits Attendance Visitors, at most\n151 150 129$/m);
    expect(text).toMatch(/Passes read or typed 5 51 /);
    expect(text).toMatch(/Taken back: −50 entered .*counted twice/);
  });

  it("C5: list each revision with what it changed", async () => {
    await gate.send([anEntry({ headcount: 40, occurredAt: at(dates[0], "12:00") })]);
    await settle(dates[0]);
    await gate.send([anEntry({ headcount: 3, occurredAt: at(dates[0], "12:00") })]);
    await settle(dates[0]);
    const text = (await linesAt()).join("\n");
    expect(text).toMatch(/ 1 \d+ .* admin@example\.org 40 –$/m);
    expect(text).toMatch(/ 2 \d+ .* admin@example\.org 43 \+3$/m);
  });

  it("say a digest that whoever has the exported ledger works out anew, and is the same file again", async () => {
    await gate.send([anEntry({ headcount: 4, occurredAt: at(dates[0], "12:00") }), anEntry({ headcount: 6 })]);
    await gate.send([anEntry({ headcount: 9, occurredAt: at(dates[1], "12:00") })]);
    await settle(dates[0]);
    await settle(dates[1]);
    await examined(2);
    const before = await print("locale=en&since=left_out");
    await gate.send([anEntry({ headcount: 9, occurredAt: at(dates[1], "12:00") })]);
    expect(await print("locale=en&since=left_out")).toEqual(before);
    const text = linesOf(before).join("\n");
    let sums = "";
    for (const date of dates.slice(0, 2)) {
      const version = Number(new RegExp(`^${date} 1 (\\d+) 1 [0-9a-f]{64}$`, "m").exec(text)?.[1]);
      const file = await exports.bytes({
        what: "ledger",
        format: "jsonl",
        from: date,
        to: date,
        settled: true,
        version,
      });
      const digest = createHash("sha256").update(file).digest("hex");
      expect(text).toContain(`${date} 1 ${version} 1 ${digest}`);
      sums += `${digest}  ${date}.jsonl\n`;
    }
    expect(text).toContain(`All days ${createHash("sha256").update(sums).digest("hex")}`);
  });

  it("P2: say how far the chain of the audit trail goes, as the database has it", async () => {
    await gate.send([anEntry({ occurredAt: at(dates[0], "12:00") })]);
    await settle(dates[0]);
    await examined(1);
    const [event] = await queryDatabase<{ seq: number; hash: string }>(
      api.database,
      `select seq, encode(hash, 'hex') as hash from audit_event where subject = $1 and action = 'day.settle'`,
      [`${edition.slug}/${dates[0]}`],
    );
    expect(await linesAt()).toContain(`At the latest settlement ${event?.seq} ${event?.hash}`);
  });
});
