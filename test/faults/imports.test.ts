import type { Client } from "@abwab/api-client";
import { type ImportState, routes } from "@abwab/contract";
import { createTestDatabase, type TestDatabase } from "@abwab/testing";
import { largeList } from "../../tools/bench-imports/large-list.ts";
import { queryDatabase } from "../support/query-database.ts";
import { signInAs } from "../support/test-api.ts";
import { createEdition } from "../support/test-edition.ts";
import { ServerProcess } from "./world/server-process.ts";

const ROWS = 50_000;
const LONGEST_MS = 300_000;

interface Import {
  state: ImportState;
  rows_done: number;
}
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Looks into the database: the server that was asked may be gone. */
async function until(database: TestDatabase, isThere: (one: Import) => boolean): Promise<Import> {
  for (;;) {
    const [one] = await queryDatabase<Import>(database, "select state, rows_done from import");
    if (one !== undefined && isThere(one)) return one;
    await wait(20);
  }
}

const figures = async (database: TestDatabase) => {
  const [row] = await queryDatabase<{ organisations: number; rows: number; ids: number }>(
    database,
    `select (select count(*) from organisation)::integer as organisations,
       (select count(*) from import_row)::integer as rows,
       (select count(distinct target) from import_row)::integer as ids`,
  );
  return row;
};

/** Until a transaction of the service is in the midst of importing. */
async function untilImporting(database: TestDatabase): Promise<void> {
  for (;;) {
    const rows = await queryDatabase(
      database,
      `select 1 from pg_stat_activity where state = 'active' and pid <> pg_backend_pid()
         and query ilike '%insert into organisation%'`,
    );
    if (rows.length > 0) return;
    const [one] = await queryDatabase<Import>(database, "select state, rows_done from import");
    if (one?.state === "done") throw new Error("It was done before it could be cut off.");
  }
}

async function send(client: Client, slug: string): Promise<string> {
  const file = new TextEncoder().encode(largeList(ROWS));
  return (await client.call(routes.createImport, { params: { slug }, query: { fileName: "list.csv" }, file })).id;
}

test(
  "a list of 50,000 rows whose server is killed as it reads, and again as it imports, is imported once and whole",
  async () => {
    await using database = await createTestDatabase();
    await using server = await ServerProcess.start(database.url);
    const administrator = await signInAs(server.url, "administrator");
    const { slug } = await createEdition(administrator, server.url);
    const id = await send(administrator, slug);
    await until(database, ({ rows_done: done }) => done > 5_000);
    await server.end("SIGKILL");
    expect((await until(database, () => true)).state).toBe("reading");
    await server.start();
    await until(database, ({ state }) => state === "preview");
    expect(await figures(database)).toMatchObject({ organisations: 0, rows: ROWS });

    const again = await signInAs(server.url, "administrator");
    // Who confirms it is gone at once.
    const gone = new AbortController();
    const call = again.call(routes.confirmImport, { params: { slug, id }, signal: gone.signal });
    await until(database, ({ state }) => state !== "preview");
    gone.abort();
    await call.catch(() => undefined);
    await untilImporting(database);
    await server.end("SIGKILL");
    expect((await until(database, () => true)).state).toBe("committing");
    expect((await figures(database))?.organisations).toBe(0);
    await server.start();
    await until(database, ({ state }) => state === "done");
    const [expected] = await queryDatabase<{ new: number }>(
      database,
      "select (outcomes->>'new')::integer as new from import",
    );
    expect((await figures(database))?.organisations).toBe(expected?.new);
    expect(expected?.new).toBeGreaterThan(ROWS * 0.9);
  },
  LONGEST_MS,
);
