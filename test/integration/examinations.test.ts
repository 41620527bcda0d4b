import { createHash } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import type { Client } from "@abwab/api-client";
import { routes } from "@abwab/contract";
import { type Exporter, exporterOf } from "../support/exported.ts";
import { queryDatabase } from "../support/query-database.ts";
import { startTestApi, type TestApi } from "../support/test-api.ts";
import { anEntry, aVoid, createEdition, type TestDevice, type TestEdition, today } from "../support/test-edition.ts";

let api: TestApi;
let root: Client;
let edition: TestEdition;
let gate: TestDevice;
let exports: Exporter;
beforeAll(async () => {
  api = await startTestApi();
  root = await api.as("administrator");
});
beforeEach(async () => {
  edition = await createEdition(root, api.url);
  gate = await edition.pair("G1");
  const { token } = await root.call(routes.createApiToken, { body: { name: edition.slug, role: "organiser" } });
  exports = exporterOf(root, api.url, token, edition.slug);
});
afterAll(() => api[Symbol.asyncDispose]());

interface Row {
  rows: number;
  bytes: number;
  digest: string;
  findings: Record<string, unknown>;
}

const settle = () => root.call(routes.settleDay, { params: { slug: edition.slug, date: today() } });

async function examined(revision = 1): Promise<Row> {
  for (;;) {
    const [row] = await queryDatabase<Row>(
      api.database,
      `select rows, bytes, encode(digest, 'hex') as digest, findings from day_examination
       join edition on edition.id = edition_id where slug = '${edition.slug}' and revision = ${revision}`,
    );
    if (row !== undefined) return row;
    await delay(50);
  }
}

const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

describe("the examination of a settled day", () => {
  it("C5: digests the day's ledger as anybody can export it, whatever came later", async () => {
    const mistaken = anEntry({ headcount: 4 });
    await gate.send([anEntry({ headcount: 12 }), mistaken, anEntry({ direction: "out" })]);
    await gate.send([aVoid(mistaken.id, { reason: "« مرتين »\nتصحيح" })]);
    const { version } = await settle();
    await gate.send([anEntry({ headcount: 3 })]);
    await settle();
    const first = await examined();
    const given = { what: "ledger", format: "jsonl", from: today(), to: today(), settled: true } as const;
    const file = await exports.bytes({ ...given, version });
    expect([first.digest, Number(first.bytes)]).toEqual([sha256(file), file.length]);
    const latest = await exports.bytes(given);
    expect((await examined(2)).digest).toBe(sha256(latest));
    expect(latest.equals(file)).toBe(false);
  });
});
