import { setTimeout as delay } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import { type Client, createClient } from "@abwab/api-client";
import { type LedgerRow, MAX_EXPORTS_KEPT, routes } from "@abwab/contract";
import { connectToDatabase } from "@abwab/postgres";
import { parse } from "csv-parse/sync";
import readWorkbook from "read-excel-file/node";
import { ExportMaking } from "../../apps/api/src/exports/export-making.ts";
import { ExportPurge } from "../../apps/api/src/exports/export-purge.ts";
import { childProcesses } from "../support/child-processes.ts";
import { type Exporter, exporterOf, type ExportGiven } from "../support/exported.ts";
import { holdLedger } from "../support/hold-ledger.ts";
import { queryDatabase } from "../support/query-database.ts";
import { refusal } from "../support/refusal.ts";
import { startTestApi, type TestApi } from "../support/test-api.ts";
import { anEntry, aVoid, createEdition, type TestDevice, type TestEdition, today } from "../support/test-edition.ts";

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
afterAll(() => api[Symbol.asyncDispose]());

const ledger: ExportGiven = { what: "ledger", format: "csv", locale: "en" };
const byDay: ExportGiven = { what: "counts", by: ["zone", "day"], format: "csv", locale: "en" };

const rowsOf = (csv: string, delimiter = ","): Record<string, string>[] =>
  parse(csv, { bom: true, columns: true, delimiter });

/** Entries in and out, a void, a correction and a recount. */
async function someHistory(): Promise<void> {
  const params = { slug: edition.slug, code: "SITE" };
  const taken = anEntry({ headcount: 3, category: "pupils" });
  await gate.send([taken, anEntry({ headcount: 7 }), anEntry({ direction: "out", headcount: 2 })]);
  await gate.send([aVoid(taken.id, { reason: "twice" })]);
  const at = new Date().toISOString();
  await root.call(routes.adjustZone, {
    params,
    body: { direction: "in", headcount: -1, category: "public", at, reason: 'بطاقة; "خاطئة"\nسطر ثان' },
  });
  await root.call(routes.recountZone, { params, body: { inside: 5, countedAt: at, reason: "by hand" } });
}

const listed = async (): Promise<LedgerRow[]> =>
  (await root.call(routes.listEntries, { params: { slug: edition.slug }, query: { limit: 500 } })).items;

describe("an export of the ledger", () => {
  it("holds the ledger as CSV, row by row, that PostgreSQL reads back", async () => {
    await someHistory();
    const csv = await exports.text(ledger);
    const items = await listed();
    expect(rowsOf(csv).map((row) => [row["Id"], row["Kind"], row["Headcount"], row["Voids"], row["Reason"]])).toEqual(
      items.map(({ id, kind, headcount, voids, reason }) => [id, kind, `${headcount}`, voids ?? "", reason ?? ""]),
    );
    await using client = Object.assign(await connectToDatabase(api.database.url), {
      [Symbol.asyncDispose]: () => client.end(),
    });
    const times = rowsOf(csv).map((row) => row["Counted at (Africa/Casablanca)"]);
    const { rows } = await client.query<{ at: Date }>(
      "select (at::timestamp at time zone 'Africa/Casablanca') as at from unnest($1::text[]) at",
      [times],
    );
    expect(rows.map(({ at }) => at.toISOString())).toEqual(items.map(({ placedAt }) => placedAt));
  });

  it("holds it as JSON Lines, each what the API lists", async () => {
    await someHistory();
    const lines = (await exports.text({ ...ledger, format: "jsonl" })).trimEnd().split("\n");
    const objects = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    const instants = ({ placedAt, occurredAt, receivedAt }: Record<string, unknown>): string[] =>
      [placedAt, occurredAt, receivedAt].map((at) => new Date(String(at)).toISOString());
    const items = await listed();
    expect(objects.map(instants)).toEqual(items.map((item) => instants({ ...item })));
    expect(objects).toMatchObject(
      items.map(({ id, kind, zone, checkpoint, direction, headcount, category, deviceId, flags, version }) => ({
        id,
        kind,
        zone,
        checkpoint,
        direction,
        headcount,
        category,
        deviceId,
        flags,
        version,
      })),
    );
  });

  it("holds it as a workbook with numbers and dates, from right to left in Arabic", async () => {
    await someHistory();
    const bytes = await exports.bytes({ ...ledger, format: "xlsx", locale: "ar" });
    const sheets = await readWorkbook(bytes);
    expect(sheets.map(({ sheet }) => sheet)).toEqual(["سجل العبور", "عن هذا الملف"]);
    const [headings, ...rows] = sheets[0]?.data ?? [];
    expect(headings?.slice(0, 4)).toEqual(["نسخة الالتزام", "معرّف السطر", "النوع", "اليوم"]);
    const items = await listed();
    expect(rows.map((row) => [row[0], row[1], row[7], row[17]])).toEqual(
      items.map(({ version, id, headcount, reason }) => [version, id, headcount, reason ?? null]),
    );
    expect(rows.map((row) => row[3])).toEqual(items.map(() => new Date(`${today()}T00:00:00Z`)));
    expect(bytes.includes("xl/worksheets/sheet1.xml")).toBe(true);
  });

  it("is separated by semicolons in French, with its headings", async () => {
    await gate.send([anEntry()]);
    const csv = await exports.text({ ...ledger, locale: "fr" });
    expect(csv.startsWith("\uFEFFVersion;Identifiant;Nature;Jour;Espace;")).toBe(true);
    expect(rowsOf(csv, ";")).toHaveLength(1);
  });

  it("leaves out what its filters leave out", async () => {
    const door = await edition.pair("P01-A");
    await gate.send([anEntry(), anEntry({ category: "media" })]);
    await door.send([anEntry({ category: "media" })]);
    const given = { ...ledger, zones: ["SITE"], categories: ["media"], from: today(), to: today() };
    expect(rowsOf(await exports.text(given)).map((row) => [row["Zone"], row["Category"]])).toEqual([["SITE", "media"]]);
    expect(rowsOf(await exports.text({ ...ledger, to: "2020-01-01" }))).toEqual([]);
  });

  it("has no cell that a program takes for a formula", async () => {
    const params = { slug: edition.slug, code: "SITE" };
    const reasons = ["=1+1", "+212600", "-2 children", "@SUM(A1)", '  =HYPERLINK("http://x")', "plain, with =", "＝1"];
    for (const reason of reasons) {
      await root.call(routes.adjustZone, {
        params,
        body: { direction: "in", headcount: 1, category: "public", at: new Date().toISOString(), reason },
      });
    }
    const written = (await listed()).map(({ reason }) => reason ?? "");
    const cells = rowsOf(await exports.text(ledger)).map((row) => row["Reason"]);
    expect(cells).toEqual(written.map((reason) => (reason.startsWith("plain") ? reason : `'${reason}`)));
    const sheets = await readWorkbook(await exports.bytes({ ...ledger, format: "xlsx" }));
    expect(sheets[0]?.data.slice(1).map((row) => row[17])).toEqual(written);
  });

  it("is the headings alone where nothing has come yet", async () => {
    expect((await exports.text(ledger)).split("\n")).toHaveLength(2);
    expect(await exports.text({ ...ledger, format: "jsonl" })).toBe("");
    const sheets = await readWorkbook(await exports.bytes({ ...ledger, format: "xlsx" }));
    expect(sheets[0]?.data).toHaveLength(1);
  });
});

describe("an export of counts", () => {
  it("C1: agrees with the figures on screen, by day, by hour and by category", async () => {
    const door = await edition.pair("P01-A");
    await someHistory();
    await door.send([anEntry({ headcount: 4 }), anEntry({ direction: "out", category: "staff" })]);
    const params = { slug: edition.slug };
    for (const zone of ["SITE", "P01"]) {
      const { points } = await root.call(routes.history, {
        params,
        query: { zone, step: "1d", by: "category" },
      });
      const byCategory = Object.entries(points[0]?.byCategory ?? {}).filter(
        ([, { entered, exited }]) => entered !== 0 || exited !== 0,
      );
      const given = { ...byDay, zones: [zone] };
      const csv = rowsOf(await exports.text({ ...given, by: ["zone", "day", "category"] }));
      const moved = csv.filter((row) => row["Entered"] !== "0" || row["Exited"] !== "0");
      expect(moved.map((row) => [row["Category"], Number(row["Entered"]), Number(row["Exited"])])).toEqual(
        byCategory
          .map(([category, { entered, exited }]) => [category, entered, exited])
          .toSorted(([a], [b]) => String(a).localeCompare(String(b))),
      );
      for (const by of [["hour"], ["quarter_hour"], ["day"]] as const) {
        const rows = rowsOf(await exports.text({ ...given, by: [...by] }));
        const sum = (name: string): number => rows.reduce((total, row) => total + Number(row[name]), 0);
        expect([sum("Entered"), sum("Exited")]).toEqual([points[0]?.entered, points[0]?.exited]);
      }
    }
  });

  it("A4: leaves out what was rehearsed", async () => {
    await root.call(routes.changeEdition, { params: { slug: edition.slug }, body: { status: "closed" } });
    const draft = await createEdition(root, api.url, { status: "draft" });
    const kiosk = await draft.pair("G1");
    await kiosk.send([anEntry({ headcount: 9 })]);
    const ofDraft = exporterOf(root, api.url, token, draft.slug);
    expect(rowsOf(await ofDraft.text(byDay))).toMatchObject([{ Zone: "SITE", Entered: "9" }]);
    await root.call(routes.changeEdition, { params: { slug: draft.slug }, body: { status: "open" } });
    expect(rowsOf(await ofDraft.text(byDay))).toEqual([]);
  });
});

describe("C5: the same data gives the same file, byte for byte", () => {
  it.each<ExportGiven>([
    { ...ledger, settled: true },
    { ...ledger, format: "jsonl", settled: true, gzip: true },
    { ...ledger, format: "xlsx", settled: true },
    { ...byDay, settled: true },
    { ...byDay, format: "xlsx", settled: true },
  ])("of settled days, whatever has come since: $what as $format", async (given) => {
    await someHistory();
    await root.call(routes.settleDay, { params: { slug: edition.slug, date: today() } });
    const first = await exports.bytes(given);
    await gate.send([anEntry({ headcount: 5 })]);
    expect((await exports.bytes(given)).equals(first)).toBe(true);
    expect(first.length).toBeGreaterThan(50);
  });

  it("up to the same commit", async () => {
    await someHistory();
    const { id, version } = await exports.start(ledger);
    await exports.reached(id);
    const first = Buffer.from(await (await exports.download(id)).arrayBuffer()).toString();
    await gate.send([anEntry()]);
    expect(await exports.text({ ...ledger, version })).toBe(first);
    expect(await exports.text(ledger)).not.toBe(first);
  });
});

describe("a download", () => {
  it("has a good name and type, and comes unpacked to whoever takes no gzip", async () => {
    await gate.send([anEntry()]);
    const { id } = await exports.start({ ...ledger, from: today() });
    const { fileName, bytes, version } = await exports.reached(id);
    expect(fileName).toBe(`${edition.slug}-ledger-${today()}_last-v${version}.csv`);
    const packed = await exports.download(id);
    expect(packed.headers.get("content-encoding")).toBe("gzip");
    expect(packed.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(packed.headers.get("content-disposition")).toBe(`attachment; filename="${fileName}"`);
    const plain = await exports.download(id, { "accept-encoding": "identity" });
    expect(plain.headers.get("content-length")).toBe(String(bytes));
    expect(await plain.text()).toBe(await packed.text());
  });

  it("is a .gz where that was asked for", async () => {
    await gate.send([anEntry()]);
    const { id } = await exports.start({ ...ledger, gzip: true });
    expect((await exports.reached(id)).fileName).toMatch(/\.csv\.gz$/);
    const answer = await exports.download(id);
    expect(answer.headers.get("content-type")).toBe("application/gzip");
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(rowsOf(gunzipSync(bytes).toString())).toHaveLength(1);
  });
});

const chunksOf = (id: string): Promise<object[]> =>
  queryDatabase(api.database, "select place from export_chunk where export_id = $1", [id]);

describe("while it is made, an export", () => {
  it("is cancelled, and nothing of it stays", async () => {
    await gate.send([anEntry()]);
    let id: string;
    {
      await using _ = await holdLedger(api.database);
      ({ id } = await exports.start(ledger));
      await exports.reached(id, "running");
      expect((await exports.download(id)).status).toBe(409);
      const params = { slug: edition.slug, id };
      expect(await root.call(routes.cancelExport, { params })).toMatchObject({ state: "cancelled", bytes: null });
      expect(await root.call(routes.cancelExport, { params })).toMatchObject({ state: "cancelled" });
    }
    expect((await exports.download(id)).status).toBe(409);
    expect(await chunksOf(id)).toEqual([]);
    // The next one isn't held up by it.
    expect(rowsOf(await exports.text(ledger))).toHaveLength(1);
  });

  it("begins anew when its process is killed, and ends with the whole file", async () => {
    await someHistory();
    const { id: former, version } = await exports.start(ledger);
    await exports.reached(former);
    const whole = await (await exports.download(former)).text();
    let id: string;
    {
      await using _ = await holdLedger(api.database);
      ({ id } = await exports.start({ ...ledger, version }));
      await exports.reached(id, "running");
      // What an earlier making has left.
      await queryDatabase(api.database, "insert into export_chunk values ($1, 0, 'half a file')", [id]);
      while (childProcesses("export-process").length === 0) await delay(20);
      for (const pid of childProcesses("export-process")) process.kill(pid, "SIGKILL");
    }
    expect(await exports.reached(id)).toMatchObject({ state: "done", progress: { rows: (await listed()).length } });
    expect(await (await exports.download(id)).text()).toBe(whole);
  });

  it("is one of two at most, over all servers, in the order in which they were asked for", async () => {
    const ids: string[] = [];
    {
      await using _ = await holdLedger(api.database);
      for (let count = 0; count < 3; count += 1) ids.push((await exports.start(ledger)).id);
      const due = await api.app.nest.get(ExportMaking).due();
      expect(due.map(({ key }) => key)).toEqual(ids.slice(0, 2));
    }
    for (const id of ids) expect((await exports.reached(id)).state).toBe("done");
  });
});

describe("exports", () => {
  it("are listed, latest first, and removed with their files", async () => {
    await gate.send([anEntry()]);
    const first = await exports.start(ledger);
    const second = await exports.start(byDay);
    await exports.reached(first.id);
    await exports.reached(second.id);
    const params = { slug: edition.slug };
    const page = await root.call(routes.listExports, { params, query: { limit: 1 } });
    expect(page.items.map(({ id }) => id)).toEqual([second.id]);
    const rest = await root.call(routes.listExports, { params, query: { cursor: page.nextCursor ?? "" } });
    expect(rest).toMatchObject({ items: [{ id: first.id, state: "done", createdBy: "admin@example.org" }] });
    await root.call(routes.removeExport, { params: { ...params, id: first.id } });
    expect(await chunksOf(first.id)).toEqual([]);
    expect((await exports.download(first.id)).status).toBe(404);
  });

  it("P1: are purged after seven days", async () => {
    await gate.send([anEntry()]);
    const { id, createdAt, expiresAt } = await exports.start(ledger);
    expect((Date.parse(expiresAt) - Date.parse(createdAt)) / 86_400_000).toBeCloseTo(7, 3);
    await exports.reached(id);
    const purge = api.app.nest.get(ExportPurge);
    expect(await purge.due()).toEqual([]);
    await queryDatabase(api.database, "update export set expires_at = now() where id = $1", [id]);
    expect(await purge.due()).toHaveLength(1);
    await purge.work();
    expect(await chunksOf(id)).toEqual([]);
    expect((await exports.download(id)).status).toBe(404);
    expect(await purge.due()).toEqual([]);
  });

  it("are as many as one may keep, and no more", async () => {
    const organiser = await api.as("organiser");
    const params = { slug: edition.slug };
    const { id } = await organiser.call(routes.createExport, { params, body: ledger });
    await exports.reached(id);
    await queryDatabase(
      api.database,
      `insert into export (id, edition_id, request, state, version, created_by, made_by, expires_at)
       select gen_random_uuid(), edition_id, request, 'done', version, created_by, made_by, expires_at
       from export, generate_series(2, $2) where id = $1`,
      [id, MAX_EXPORTS_KEPT],
    );
    expect(await refusal(organiser.call(routes.createExport, { params, body: ledger }))).toBe("too_many_exports");
  });

  it("P2: are on the audit trail, from the asking to the removal", async () => {
    const { id } = await exports.start({ ...byDay, zones: ["SITE"] });
    await exports.reached(id);
    await exports.download(id);
    await root.call(routes.removeExport, { params: { slug: edition.slug, id } });
    const { items } = await root.call(routes.listAudit, { query: { limit: 3 } });
    expect(items.map(({ action, actorName }) => [action, actorName])).toEqual([
      ["export.remove", "admin@example.org"],
      ["export.download", "token exports"],
      ["export.create", "admin@example.org"],
    ]);
    expect(items[2]?.after).toMatchObject({ what: "counts", by: ["zone", "day"], zones: ["SITE"] });
  });

  it("are not for tokens of another edition", async () => {
    const other = await createEdition(root, api.url);
    const { token: bound } = await root.call(routes.createApiToken, {
      body: { name: "bound", role: "organiser", edition: other.slug },
    });
    const client = createClient({ baseUrl: api.url, token: bound });
    const { id } = await exports.start(ledger);
    await exports.reached(id);
    const params = { slug: edition.slug };
    expect(await refusal(client.call(routes.createExport, { params, body: ledger }))).toBe("forbidden");
    expect(await refusal(client.call(routes.listExports, { params, query: {} }))).toBe("forbidden");
    expect((await exports.download(id, { authorization: `Bearer ${bound}` })).status).toBe(403);
    // Nor is it found under its own.
    expect(await refusal(client.call(routes.getExport, { params: { slug: other.slug, id } }))).toBe("not_found");
  });

  it("are made of an archived edition too", async () => {
    await gate.send([anEntry()]);
    const params = { slug: edition.slug };
    await root.call(routes.changeEdition, { params, body: { status: "closed" } });
    await root.call(routes.changeEdition, { params, body: { status: "archived" } });
    expect(rowsOf(await exports.text(ledger))).toHaveLength(1);
  });

  it.each<[string, object, string]>([
    ["an unknown zone", { ...ledger, zones: ["P99"] }, "zones.0"],
    ["an unknown category", { ...ledger, categories: ["nobody"] }, "categories.0"],
    ["days that end before they begin", { ...ledger, from: "2025-05-18", to: "2025-05-17" }, "to"],
    ["a day that is none", { ...ledger, from: "2025-02-30" }, "from"],
    ["a packed workbook", { ...ledger, format: "xlsx", gzip: true }, "gzip"],
    ["counts by nothing", { what: "counts", format: "csv" }, "by"],
    ["a ledger by day", { ...ledger, by: ["day"] }, "by"],
  ])("are refused with what is wrong: %s", async (_, body, path) => {
    const asked = root.call(routes.createExport, { params: { slug: edition.slug }, body: body as ExportGiven });
    await expect(asked).rejects.toMatchObject({ code: "invalid", errors: [{ path }] });
  });
});
