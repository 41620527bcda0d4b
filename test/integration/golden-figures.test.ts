import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Client } from "@abwab/api-client";
import { routes } from "@abwab/contract";
import { connectToDatabase } from "@abwab/postgres";
import { from as copyFrom } from "pg-copy-streams";
import readWorkbook from "read-excel-file/node";
import { SYSTEM } from "../../apps/api/src/platform/actor.ts";
import { EditionAccess } from "../../apps/api/src/editions/edition-access.ts";
import { EditionReading } from "../../apps/api/src/reports/edition-reading.ts";
import type { ReplayRow } from "../../tools/replay/replay-row.ts";
import { type Exporter, exporterOf } from "../support/exported.ts";
import { recordFile, REPLAYED, withReplayFile } from "../support/replayed-edition.ts";
import { startTestApi, type TestApi } from "../support/test-api.ts";

// The real file of five days, 2.4 million visits and 9.6 million pavilion visits, recorded once in entries of as many
// people as one may stand for. Whatever leaves the service has to agree with the file to the unit.

const HOUR = 3_600_000;
const QUARTER = 900_000;
/** The edition's clocks, in May. */
const OFFSET = HOUR;
const LONGEST_MS = 180_000;

type Sums = Record<string, number>;

/** Keys in order, so that what differs is found. */
function sumsOf(parts: Iterable<readonly [string, number]>): Sums {
  const sums = new Map<string, number>();
  for (const [key, count] of parts) if (count !== 0) sums.set(key, (sums.get(key) ?? 0) + count);
  return Object.fromEntries([...sums].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

const local = (at: number): string => new Date(at + OFFSET).toISOString();
const dayOf = (at: number): string => local(at).slice(0, 10);
const isSite = ({ zone }: ReplayRow): boolean => zone === "SITE";

/** By checkpoint, direction and slot: as fine as the file. */
const slotKey = (checkpoint: unknown, direction: unknown, at: number): string =>
  `${local(at - (at % (10 * 60_000))).slice(0, 16)} ${String(checkpoint)} ${String(direction)}`;
const ofRows = (rows: readonly ReplayRow[], keyOf: (row: ReplayRow) => string): Sums =>
  sumsOf(rows.map((row) => [keyOf(row), row.headcount] as const));
const bySlot = (rows: readonly ReplayRow[]): Sums =>
  ofRows(rows, ({ checkpoint, direction, slotStart }) => slotKey(checkpoint, direction, slotStart));

/** What PostgreSQL reads of a CSV by its own COPY FROM, summed by its own SQL into rows of `key` and `count`. */
async function readByPostgres(api: TestApi, csv: Buffer, delimiter: string, query: string): Promise<Sums> {
  const client = await connectToDatabase(api.database.url);
  try {
    const [head = ""] = csv.toString("utf8", 0, 4096).split("\n");
    const columns = head.split(delimiter).map((_, index) => `c${index + 1} text`);
    await client.query(`create temporary table file (${columns.join(", ")})`);
    const copy = client.query(copyFrom(`copy file from stdin (format csv, header true, delimiter '${delimiter}')`));
    await pipeline(Readable.from([csv]), copy);
    const { rows } = await client.query<{ key: string; count: string }>(query);
    return sumsOf(rows.map(({ key, count }) => [key, Number(count)] as const));
  } finally {
    await client.end();
  }
}

withReplayFile(
  "C1: exports in each format, counts and reports agree with the replayed file, to the unit",
  async () => {
    await using api = await startTestApi({ ABWAB_SAMPLE: "on" });
    const staff = await api.as("administrator");
    const rows = await recordFile(staff, api.url);
    const { token } = await staff.call(routes.createApiToken, { body: { name: "exports", role: "organiser" } });
    const exports = exporterOf(staff, api.url, token, REPLAYED);
    await ledgerAgrees(api, exports, rows);
    await countsAgree(api, exports, rows);
    await screensAgree(staff, rows);
    await reportsAgree(api, rows);
  },
  LONGEST_MS,
);

async function ledgerAgrees(api: TestApi, exports: Exporter, rows: readonly ReplayRow[]): Promise<void> {
  const expected = bySlot(rows);
  const csv = await exports.bytes({ what: "ledger", format: "csv", locale: "en" });
  const sums = await readByPostgres(
    api,
    csv,
    ",",
    `select to_char(date_bin('10 minutes', c10::timestamp, 'epoch'), 'YYYY-MM-DD"T"HH24:MI') || ' ' || c6 || ' ' || c7 as key,
       sum(c8::int)::text as count from file group by 1`,
  );
  expect(sums).toEqual(expected);

  const lines = (await exports.text({ what: "ledger", format: "jsonl" })).trimEnd().split("\n");
  const objects = lines.map(
    (line) => JSON.parse(line) as Record<"checkpoint" | "direction" | "placedAt" | "headcount", unknown>,
  );
  expect(
    sumsOf(
      objects.map(({ checkpoint, direction, placedAt, headcount }) => [
        slotKey(checkpoint, direction, Date.parse(String(placedAt))),
        Number(headcount),
      ]),
    ),
  ).toEqual(expected);

  // A workbook's times are of the edition's clocks, without an offset; a day's fraction is read to a millisecond or so.
  const sheets = await readWorkbook(await exports.bytes({ what: "ledger", format: "xlsx", locale: "ar" }));
  expect(
    sumsOf(
      (sheets[0]?.data ?? [])
        .slice(1)
        .map((row) => [slotKey(row[5], row[6], 1_000 * Math.round(Number(row[9]) / 1_000) - OFFSET), Number(row[7])]),
    ),
  ).toEqual(expected);
}

async function countsAgree(api: TestApi, exports: Exporter, rows: readonly ReplayRow[]): Promise<void> {
  const hours = ofRows(rows, ({ zone, slotStart }) => `${local(slotStart - (slotStart % HOUR)).slice(0, 16)} ${zone}`);
  const csv = await exports.bytes({ what: "counts", by: ["zone", "hour"], format: "csv", locale: "fr" });
  const sums = await readByPostgres(
    api,
    csv,
    ";",
    `select to_char(c3::timestamp, 'YYYY-MM-DD"T"HH24:MI') || ' ' || c1 as key, c4 as count from file`,
  );
  expect(sums).toEqual(hours);

  const days = ofRows(rows, ({ zone, slotStart }) => `${dayOf(slotStart)} ${zone}`);
  const sheets = await readWorkbook(await exports.bytes({ what: "counts", by: ["zone", "day"], format: "xlsx" }));
  expect(
    sumsOf(
      (sheets[0]?.data ?? [])
        .slice(1)
        .map((row) => [`${new Date(Number(row[2])).toISOString().slice(0, 10)} ${String(row[0])}`, Number(row[3])]),
    ),
  ).toEqual(days);

  // Nobody showed a pass or said where they come from: all are in the one row without a place.
  const places = await exports.text({ what: "counts", by: ["region"], zones: ["SITE"], format: "jsonl" });
  expect(
    places
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as object),
  ).toEqual([{ region: null, regionName: null, placeKnownBy: null, entered: 2_400_000, exited: 0 }]);
}

async function screensAgree(staff: Client, rows: readonly ReplayRow[]): Promise<void> {
  const params = { slug: REPLAYED };
  for (const day of ["2025-05-17", "2025-05-18", "2025-05-19", "2025-05-20", "2025-05-21"]) {
    const { totals, zones } = await staff.call(routes.counts, { params, query: { day } });
    const own = rows.filter(({ slotStart }) => dayOf(slotStart) === day);
    expect(totals).toMatchObject({ visitsEdition: 2_400_000, pavilionVisitsEdition: 9_600_000 });
    expect(totals.visitsToday).toBe(own.filter(isSite).reduce((sum, { headcount }) => sum + headcount, 0));
    expect(sumsOf(zones.map(({ zone, enteredToday }) => [zone, enteredToday]))).toEqual(
      ofRows(own, ({ zone }) => zone),
    );
  }
}

async function reportsAgree(api: TestApi, rows: readonly ReplayRow[]): Promise<void> {
  const edition = await api.app.nest.get(EditionAccess).find(REPLAYED, SYSTEM);
  const { facts } = await api.app.nest.get(EditionReading).of(edition, "left_out");
  expect([facts.visits, facts.pavilionVisits]).toEqual([2_400_000, 9_600_000]);
  expect(sumsOf([...facts.zones].map(([zone, { entered }]) => [zone, entered]))).toEqual(
    ofRows(rows, ({ zone }) => zone),
  );
  expect(sumsOf(facts.days.map(({ date, visits }) => [date, visits]))).toEqual(
    ofRows(rows.filter(isSite), ({ slotStart }) => dayOf(slotStart)),
  );
  const [saturday, sunday] = facts.days;
  expect((saturday?.visits ?? 0) + (sunday?.visits ?? 0)).toBe(1_180_000);
  // The curve of each day's report, by quarters of an hour.
  expect(sumsOf(facts.days.flatMap(({ curve }) => curve ?? []).map(({ at, visits }) => [local(at), visits]))).toEqual(
    ofRows(rows.filter(isSite), ({ slotStart }) => local(slotStart - (slotStart % QUARTER))),
  );
}
