import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import type { Client } from "@abwab/api-client";
import { MAX_EXPORTS_KEPT, routes } from "@abwab/contract";
import { parse } from "csv-parse/sync";
import readWorkbook from "read-excel-file/node";
import { ExportsService } from "../../apps/api/src/exports/exports.service.ts";
import { type Exporter, exporterOf, type ExportGiven } from "../support/exported.ts";
import { holdLedger } from "../support/hold-ledger.ts";
import { issuePass } from "../support/issue-pass.ts";
import { queryDatabase } from "../support/query-database.ts";
import { refusal } from "../support/refusal.ts";
import { startTestApi, type TestApi } from "../support/test-api.ts";
import { anEntry, createEdition, type TestDevice, type TestEdition } from "../support/test-edition.ts";
import { putOrganisations } from "../support/test-organisations.ts";

let api: TestApi;
let root: Client;
let token: string;
let edition: TestEdition;
let gate: TestDevice;
let exports: Exporter;
beforeAll(async () => {
  api = await startTestApi();
  root = await api.as("administrator");
  ({ token } = await root.call(routes.createApiToken, { body: { name: "exports", role: "organiser" } }));
});
beforeEach(async () => {
  await queryDatabase(api.database, "delete from export");
  edition = await createEdition(root, api.url);
  gate = await edition.pair("G1");
  exports = exporterOf(root, api.url, token, edition.slug);
});
afterEach(() => queryDatabase(api.database, "drop trigger if exists refuse on export_chunk"));
afterAll(() => api[Symbol.asyncDispose]());

const ledger: ExportGiven = { what: "ledger", format: "csv", locale: "en" };

/** From here on the database refuses the chunks of files as with this SQLSTATE. */
async function refuseChunks(state: string): Promise<void> {
  await queryDatabase(
    api.database,
    `create or replace function refuse_chunk() returns trigger language plpgsql as
     $$ begin raise exception 'no room' using errcode = '${state}'; end $$`,
  );
  await queryDatabase(
    api.database,
    "create trigger refuse after insert on export_chunk for each row execute function refuse_chunk()",
  );
}
const takeChunks = (): Promise<object[]> => queryDatabase(api.database, "drop trigger refuse on export_chunk");
const left = (id: string): Promise<object[]> =>
  queryDatabase(api.database, "select place from export_chunk where export_id = $1", [id]);
const retry = (id: string): Promise<{ state: string; version: number }> =>
  root.call(routes.retryExport, { params: { slug: edition.slug, id } });

describe("an export that a full disk has ended", () => {
  it("says so, leaves nothing behind, and is made once there is room", async () => {
    await gate.send([anEntry({ headcount: 3 })]);
    await refuseChunks("53100");
    const { id, version } = await exports.start(ledger);
    expect(await exports.reached(id)).toMatchObject({ state: "failed", fault: "disk_full", bytes: null, ahead: null });
    expect(await left(id)).toEqual([]);
    expect((await exports.download(id)).status).toBe(409);
    await gate.send([anEntry()]);
    await takeChunks();
    expect(await retry(id)).toMatchObject({ version, fault: null });
    expect(await exports.reached(id)).toMatchObject({ state: "done", fault: null, progress: { rows: 1 } });
    expect(parse(await (await exports.download(id)).text(), { bom: true, columns: true })).toMatchObject([
      { Headcount: "3" },
    ]);
  });

  it("fails again while there is none", async () => {
    await gate.send([anEntry()]);
    await refuseChunks("53100");
    const { id } = await exports.start(ledger);
    await exports.reached(id);
    await retry(id);
    expect(await exports.reached(id)).toMatchObject({ state: "failed", fault: "disk_full" });
  });
});

describe("to have an export made again", () => {
  it("is for those that failed or were stopped, and is on the audit trail", async () => {
    const { id } = await exports.start(ledger);
    await exports.reached(id);
    expect(await refusal(retry(id))).toBe("transition_not_allowed");
    await queryDatabase(api.database, "update export set state = 'cancelled', fault = null where id = $1", [id]);
    await retry(id);
    expect((await exports.reached(id)).state).toBe("done");
    const { items } = await root.call(routes.listAudit, { query: { limit: 1 } });
    expect(items[0]).toMatchObject({ action: "export.retry", subject: `export ${edition.slug}/${id}` });
  });

  it("keeps within what its asker may have", async () => {
    const { id } = await exports.start(ledger);
    await exports.reached(id);
    await queryDatabase(
      api.database,
      `insert into export (id, edition_id, request, state, version, created_by, made_by, expires_at)
       select gen_random_uuid(), edition_id, request, 'done', version, created_by, made_by, expires_at
       from export, generate_series(1, $2) where id = $1`,
      [id, MAX_EXPORTS_KEPT],
    );
    await queryDatabase(api.database, "update export set state = 'failed', fault = 'failed' where id = $1", [id]);
    expect(await refusal(retry(id))).toBe("too_many_exports");
    const { quota } = await root.call(routes.listExports, { params: { slug: edition.slug }, query: {} });
    expect(quota).toEqual({ kept: MAX_EXPORTS_KEPT, most: MAX_EXPORTS_KEPT });
  });
});

it("an export that waits says how many are before it, of every edition", async () => {
  const elsewhere = exporterOf(root, api.url, token, (await createEdition(root, api.url)).slug);
  const asked = [];
  {
    await using _ = await holdLedger(api.database);
    asked.push(await exports.start(ledger), await elsewhere.start(ledger), await exports.start(ledger));
    expect(asked.map(({ ahead }) => ahead)).toEqual([0, 1, 2]);
    const { items } = await root.call(routes.listExports, { params: { slug: edition.slug }, query: {} });
    expect(items.map(({ ahead }) => ahead)).toEqual([2, 0]);
  }
  expect(await exports.reached(asked[2]?.id ?? "")).toMatchObject({ state: "done", ahead: null });
});

describe("a client that hangs up in the midst of a download", () => {
  const MEGABYTE = 1024 * 1024;
  const content = randomBytes(24 * MEGABYTE);

  /** A file far larger than what the service holds of it at a time. Returns its id. */
  async function largeFile(format: "csv" | "xlsx"): Promise<string> {
    const { id } = await exports.start({ ...ledger, format });
    await exports.reached(id);
    const stored = format === "csv" ? gzipSync(content, { level: 1 }) : content;
    await queryDatabase(api.database, "delete from export_chunk where export_id = $1", [id]);
    for (let place = 0; place * MEGABYTE < stored.length; place += 1) {
      const part = stored.subarray(place * MEGABYTE, (place + 1) * MEGABYTE);
      await queryDatabase(api.database, "insert into export_chunk values ($1, $2, $3)", [id, place, part]);
    }
    await queryDatabase(api.database, "update export set bytes = $2 where id = $1", [id, content.length]);
    return id;
  }

  it.each(["csv", "xlsx"] as const)("has it end at once, and the next one gets the whole file: %s", async (format) => {
    const id = await largeFile(format);
    const service = api.app.nest.get(ExportsService);
    const file = service.file.bind(service);
    const streams: Readable[] = [];
    service.file = async (...of) => {
      const found = await file(...of);
      streams.push(found.content);
      return found;
    };
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const url = `${api.url}/api/v1/editions/${edition.slug}/exports/${id}/file`;
      const headers = { authorization: `Bearer ${token}`, "accept-encoding": "identity" };
      get(url, { headers, agent: false }, resolve).on("error", reject);
    });
    await once(answer, "data");
    expect(streams[0]?.destroyed).toBe(false);
    answer.destroy();
    while (streams[0]?.destroyed === false) await delay(10);
    expect(streams[0]?.readableEnded).toBe(false);
    service.file = file;
    const whole = await exports.download(id, { "accept-encoding": "identity" });
    expect(Buffer.from(await whole.arrayBuffer()).equals(content)).toBe(true);
  });
});

describe("names", () => {
  const long = `=${'مدرسة El Jadida <نص> & "x"; '.repeat(8)}`.slice(0, 200);

  it.each(["csv", "xlsx", "jsonl"] as const)(
    "of 200 signs, in two directions, that begin like a formula, come whole: %s",
    async (format) => {
      const [organisationId = ""] = await putOrganisations(api.database, edition.slug, [{ name: long }]);
      const { token: pass } = await issuePass(root, edition.slug, {
        kind: "group",
        category: "pupils",
        label: "a school",
        group: { pupils: 9, adults: 1 },
        organisationId,
      });
      await root.call(routes.changeZone, {
        params: { slug: edition.slug, code: "SITE" },
        body: { names: { ar: long, fr: long, en: long } },
      });
      await gate.send([anEntry({ pass, headcount: 9 })]);
      const bytes = await exports.bytes({ what: "counts", by: ["zone", "organisation"], format, locale: "en" });
      const names = await namesIn(format, bytes);
      expect(names).toEqual(format === "csv" ? [`'${long}`, `'${long}`] : [long, long]);
    },
  );

  async function namesIn(format: "csv" | "xlsx" | "jsonl", bytes: Buffer): Promise<unknown[]> {
    if (format === "jsonl") {
      const row = JSON.parse(bytes.toString()) as Record<string, unknown>;
      return [row["zoneName"], row["organisation"]];
    }
    if (format === "xlsx") {
      const row = (await readWorkbook(bytes))[0]?.data[1];
      return [row?.[1], row?.[3]];
    }
    const [row] = parse<Record<string, string>>(bytes, { bom: true, columns: true });
    return [row?.["Name of the zone"], row?.["Organisation"]];
  }
});

it.each(["csv", "xlsx", "jsonl"] as const)("an edition with a single entry is one row: %s", async (format) => {
  await gate.send([anEntry({ headcount: 1 })]);
  const { id } = await exports.start({ what: "counts", by: ["zone", "day", "hour"], format });
  expect(await exports.reached(id)).toMatchObject({ state: "done", progress: { rows: 1, share: 1 } });
});
