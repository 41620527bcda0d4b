import { setTimeout as delay } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import { routes } from "@abwab/contract";
import { createTestDatabase } from "@abwab/testing";
import { exporterOf } from "../support/exported.ts";
import { holdLedger } from "../support/hold-ledger.ts";
import { queryDatabase } from "../support/query-database.ts";
import { signInAs } from "../support/test-api.ts";
import { createEdition } from "../support/test-edition.ts";
import { ServerProcess } from "./world/server-process.ts";

const ROWS = 300_000;
const LONGEST_MS = 180_000;

/** So many entries, of which a file takes seconds; written by SQL, as counting is not what is tested here. */
const FILL = `
  with door as (
    select checkpoint.id as checkpoint_id, zone_id, checkpoint.edition_id from checkpoint join edition on edition.id = checkpoint.edition_id
    where slug = $1 and code = 'G1'
  ), raised as (
    update edition_state set version = version + $2 from door where edition_state.edition_id = door.edition_id
  )
  insert into ledger (id, version, occurred_at, placed_at, received_at, edition_id, zone_id, checkpoint_id, kind,
    direction, headcount, day, flags, checkpoint_sent, category)
  select gen_random_uuid(), n, now(), now(), now(), edition_id, zone_id, checkpoint_id, 'entry', 'in', 1, current_date,
    0, true, 'public'
  from door, generate_series(1, $2::integer) n`;

test(
  "an export whose server is killed in its midst is made by the next one, and nothing of the first is left behind",
  async () => {
    await using database = await createTestDatabase();
    await using server = await ServerProcess.start(database.url);
    const administrator = await signInAs(server.url, "administrator");
    const { token } = await administrator.call(routes.createApiToken, { body: { name: "exports", role: "organiser" } });
    const { slug } = await createEdition(administrator, server.url);
    await queryDatabase(database, FILL, [slug, ROWS]);
    const exports = exporterOf(administrator, server.url, token, slug);
    const { id } = await exports.start({ what: "ledger", format: "csv", gzip: true, locale: "en" });
    const chunks = async (): Promise<number> =>
      (await queryDatabase(database, "select from export_chunk where export_id = $1", [id])).length;
    const connections = (): Promise<object[]> =>
      queryDatabase(
        database,
        "select pid from pg_stat_activity where datname = current_database() and application_name = 'abwab export'",
      );
    while ((await chunks()) === 0) await delay(5);
    {
      // It gets no further.
      await using _ = await holdLedger(database);
      await server.end("SIGKILL");
      // The process that wrote the file ends with the server that started it, and what it asked of the database too.
      while ((await connections()).length > 0) await delay(50);
      expect(await queryDatabase(database, "select state from export where id = $1", [id])).toEqual([
        { state: "running" },
      ]);
    }
    await server.start();
    expect(await exports.reached(id)).toMatchObject({ state: "done", progress: { rows: ROWS, share: 1 } });
    const [turn] = await queryDatabase<{ turn: number }>(database, "select turn from export where id = $1", [id]);
    expect(turn?.turn).toBeGreaterThan(1);
    // Chunks of the first making among those of the second would be no gzip, or too many rows.
    const file = Buffer.from(await (await exports.download(id)).arrayBuffer());
    expect(gunzipSync(file).toString().trimEnd().split("\n")).toHaveLength(1 + ROWS);
    while ((await connections()).length > 0) await delay(50);
  },
  LONGEST_MS,
);
