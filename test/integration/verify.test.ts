import { connectToDatabase } from "@abwab/postgres";
import { createTestDatabase, type TestDatabase } from "@abwab/testing";
import type pg from "pg";
import { recount } from "../../tools/verify/recount.ts";

const noon = Date.UTC(2026, 5, 1, 12);
const minute = 60_000;
const id = (number: number): string => `0196df00-0000-7000-8000-${String(number).padStart(12, "0")}`;
const ids = { first: id(1), second: id(2), late: id(3), void: id(10), anchor: id(20) };

let database: TestDatabase;
let client: pg.Client;
let place: { edition: number; zone: number; checkpoint: number };

/** An edition in a zone two hours ahead of UTC whose day begins at four; one pavilion with one door. */
async function createPlace(status: "draft" | "open"): Promise<typeof place> {
  const { rows } = await client.query<{ edition: number; zone: number; checkpoint: number }>(
    `with new_edition as (
       insert into edition (slug, names, city, venue, time_zone, day_cutoff, status)
       values ('recounted', '{}', 'here', 'there', 'Europe/Paris', '04:00', $1) returning id),
     new_zone as (insert into zone (edition_id, code, kind, names) select id, 'P01', 'pavilion', '{}' from new_edition returning id, edition_id),
     new_checkpoint as (
       insert into checkpoint (edition_id, zone_id, code, directions, names)
       select edition_id, id, 'P01-A', '{in,out}', '{}' from new_zone returning id, zone_id, edition_id)
     select edition_id as edition, zone_id as zone, id as checkpoint from new_checkpoint`,
    [status],
  );
  if (!rows[0]) throw new Error("nothing was inserted");
  return rows[0];
}

async function recordEntry(entry: {
  id: string;
  at: number;
  day: string;
  headcount: number;
  direction?: "in" | "out";
  rehearsal?: boolean;
}): Promise<void> {
  const flags = entry.rehearsal ? 64 : 0;
  await client.query(
    `select * from record_entries($1, 0, $2, $3, array[$4]::uuid[], array[$5]::int[], array[$6]::int[], array[true],
       array[$7]::direction[], array[$8]::int[], array['public'], array[$9]::bigint[], array[$9]::bigint[], array[$10]::date[],
       array[$11]::int[], array[null]::int[], array[null]::uuid[], array[null]::uuid[], array[null]::text[], array[null]::text[], array[null]::text[])`,
    [
      place.edition,
      entry.at,
      entry.rehearsal ?? false,
      entry.id,
      place.zone,
      place.checkpoint,
      entry.direction ?? "in",
      entry.headcount,
      entry.at,
      entry.day,
      flags,
    ],
  );
}

/** Entries on both sides of the cut-off, one taken back, and a recount by a person between them. */
async function recordAnEvening(): Promise<void> {
  await recordEntry({ id: ids.first, at: noon, day: "2026-06-01", headcount: 7 });
  await recordEntry({ id: ids.second, at: noon + minute, day: "2026-06-01", headcount: 5 });
  // 01:30 in the morning, on the day before's account.
  await recordEntry({
    id: ids.late,
    at: Date.UTC(2026, 5, 1, 23, 30),
    day: "2026-06-01",
    headcount: 2,
    direction: "out",
  });
  await client.query(
    `select * from record_voids($1, 0, $2, false, 900000, true, array[$3]::uuid[], array[$4]::uuid[], array[$2]::bigint[], array[null]::uuid[], array[null]::uuid[], array['mistaken'])`,
    [place.edition, noon + 2 * minute, ids.void, ids.second],
  );
  await client.query(`select record_anchor($1, 0, $2, false, $3, $4, 30, $2, '2026-06-01', null, 'counted')`, [
    place.edition,
    noon + 5 * minute,
    ids.anchor,
    place.zone,
  ]);
}

/** Changes what no code of the product would. */
async function tamper(statement: string): Promise<void> {
  await client.query("set session_replication_role = replica");
  await client.query(statement);
  await client.query("set session_replication_role = default");
}

const differences = async () => (await recount(client)).differences;

beforeEach(async () => {
  database = await createTestDatabase();
  client = await connectToDatabase(database.url);
  place = await createPlace("open");
});

afterEach(async () => {
  await client.end();
  await database.drop();
});

test("C1 a ledger with voids, a recount and a late hour agrees with its tallies", async () => {
  await recordAnEvening();
  expect(await recount(client)).toEqual({
    editions: [{ edition: "recounted", rows: 5, entered: 7, exited: 2 }],
    auditHead: { events: 0, hash: null },
    differences: [],
  });
});

test("C1 while entries of a commit under way are not seen, neither are their tallies", async () => {
  await recordAnEvening();
  const busy = await connectToDatabase(database.url);
  await busy.query("begin");
  await busy.query("update tally_day set entered = entered + 1");
  expect(await differences()).toEqual([]);
  await busy.query("rollback");
  await busy.end();
});

test.each([
  [
    "minute tally",
    "update tally_minute set entered = entered + 1 where minute = '2026-06-01 12:00Z'",
    "P01, 2026-06-01 12:00 UTC, public",
    "8 in, 0 out",
    "7 in, 0 out",
  ],
  [
    "minute tally",
    "delete from tally_minute where minute = '2026-06-01 23:30Z'",
    "P01, 2026-06-01 23:30 UTC, public",
    "0 in, 0 out",
    "0 in, 2 out",
  ],
  ["day tally", "update tally_day set exited = 0", "P01, 2026-06-01, public", "7 in, 0 out", "7 in, 2 out"],
  [
    "day tally",
    "insert into tally_day select zone_id, '2026-06-02', category, 3, 0 from tally_day",
    "P01, 2026-06-02, public",
    "3 in, 0 out",
    "0 in, 0 out",
  ],
  [
    "inside",
    "update occupancy set inside = inside + 1",
    "P01",
    expect.stringMatching(/^29 since/),
    expect.stringMatching(/^28 since/),
  ],
  ["inside", "delete from occupancy", "P01", "no row", expect.stringMatching(/^28 since/)],
  [
    "anchor",
    "update anchor set inside = 31",
    `P01, ${ids.anchor}`,
    expect.stringMatching(/^31 at/),
    expect.stringMatching(/^30 at/),
  ],
  ["voided entry", "delete from voided_entry", `entry ${ids.second}`, "not voided", `voided by ${ids.void}`],
  ["version", "update edition_state set version = 2", "version of the edition", "2", "ledger from 1 to 5"],
])("C1 an altered %s is found: %s", async (check, statement, what, stored, recounted) => {
  await recordAnEvening();
  await tamper(statement);
  expect(await differences()).toEqual([{ check, edition: "recounted", what, stored, recounted }]);
});

test("E1 an altered headcount on the ledger is found in every figure made of it", async () => {
  await recordAnEvening();
  await tamper(`update ledger set headcount = 8 where id = '${ids.first}'`);
  expect((await differences()).map((difference) => difference.check)).toEqual(["minute tally", "day tally"]);
});

test("E7 a day that is not the local day of its moment is found", async () => {
  await recordAnEvening();
  await tamper(`update ledger set day = '2026-06-02' where id = '${ids.late}'`);
  expect(await differences()).toEqual([
    {
      check: "day on the ledger",
      edition: "recounted",
      what: `entry ${ids.late}`,
      stored: "2026-06-02",
      recounted: "2026-06-01",
    },
  ]);
});

test("a void that takes back another headcount than its entry's is found", async () => {
  await recordAnEvening();
  await tamper(`update ledger set headcount = -4 where kind = 'void'`);
  expect((await differences()).map((difference) => difference.check)).toContain("void");
});

test("C5 a settled day agrees with the ledger up to its version, and an altered one is found", async () => {
  await recordAnEvening();
  await client.query("select settle_day($1, 0, '2026-06-01', 'somebody')", [place.edition]);
  await recordEntry({ id: id(30), at: noon, day: "2026-06-01", headcount: 4 });
  await client.query("select settle_day($1, 0, '2026-06-01', 'somebody')", [place.edition]);
  expect(await differences()).toEqual([]);
  await tamper(`update settled_day set figures = jsonb_set(figures, '{0,entered}', '9') where revision = 1`);
  const what = "P01, 2026-06-01 revision 1, public";
  expect(await differences()).toEqual([
    { check: "settled day", edition: "recounted", what, stored: "9 in, 2 out", recounted: "7 in, 2 out" },
  ]);
});

test("C5 the curve of a settled day agrees with the ledger up to its version, and an altered one is found", async () => {
  await client.query("update zone set kind = 'site'");
  await recordAnEvening();
  const [from, to] = [Date.parse("2026-06-01T00:00:00Z"), Date.parse("2026-06-02T00:00:00Z")];
  await client.query("select settle_day($1, 0, '2026-06-01', 'somebody', $2, $3)", [place.edition, from, to]);
  await recordEntry({ id: id(30), at: noon, day: "2026-06-01", headcount: 4 });
  expect(await differences()).toEqual([]);
  await tamper(`update settled_day set quarters = jsonb_set(quarters, '{0,entered}', '90')`);
  expect(await differences()).toEqual([
    expect.objectContaining({ check: "settled curve", edition: "recounted", stored: expect.stringContaining("90 in") }),
  ]);
});

test("A4 what was rehearsed counts while the edition is a draft, and not once it is open", async () => {
  await client.query("update edition set status = 'draft'");
  await recordEntry({ id: ids.first, at: noon, day: "2026-06-01", headcount: 7, rehearsal: true });
  expect(await recount(client)).toMatchObject({ editions: [{ rows: 1, entered: 7 }], differences: [] });
  await client.query("update edition set status = 'open'");
  expect((await differences()).map((difference) => difference.check)).toEqual(["minute tally", "day tally", "inside"]);
  await client.query("select leave_rehearsal($1)", [place.edition]);
  expect(await recount(client)).toMatchObject({ editions: [{ rows: 1, entered: 0 }], differences: [] });
});
