import { connectToDatabase } from "@abwab/postgres";
import { createTestDatabase, type TestDatabase } from "@abwab/testing";
import type pg from "pg";
import { fillLedger } from "../../tools/bench/ledger/fill-ledger.ts";
import { recount } from "../../tools/verify/recount.ts";

let database: TestDatabase;
let client: pg.Client;

/** An edition with a site and pavilions, each with one door and one device. */
async function createPark(pavilions: number): Promise<void> {
  await client.query(
    `with new_edition as (
       insert into edition (slug, names, city, venue, time_zone, status)
       values ('bench', '{}', 'here', 'there', 'Africa/Casablanca', 'open') returning id),
     new_zone as (
       insert into zone (edition_id, code, kind, names)
       select id, 'Z' || number, case number when 0 then 'site'::zone_kind else 'pavilion' end, '{}'
       from new_edition, generate_series(0, $1::int) number returning id, edition_id),
     new_checkpoint as (
       insert into checkpoint (edition_id, zone_id, code, directions, names)
       select edition_id, id, 'C' || id, '{in,out}', '{}' from new_zone returning id, edition_id)
     insert into device (id, edition_id, checkpoint_id, name) select gen_random_uuid(), edition_id, id, 'kiosk' from new_checkpoint`,
    [pavilions],
  );
}

beforeEach(async () => {
  database = await createTestDatabase();
  client = await connectToDatabase(database.url);
});

afterEach(async () => {
  await client.end();
  await database[Symbol.asyncDispose]();
});

test("C1: the ledger that the benchmark fills has the tallies that the product would have made", async () => {
  await createPark(3);
  await fillLedger(database.url, 5_000, () => undefined);
  const { editions, differences } = await recount(client);
  const anchorsOfFiveDays = 5 * 2 * 4;
  expect(differences).toEqual([]);
  expect(editions).toMatchObject([{ edition: "bench", rows: 5_000 + anchorsOfFiveDays }]);
});
