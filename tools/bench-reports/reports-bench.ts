import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Client, CookieHolder, createClient } from "@abwab/api-client";
import { routes } from "@abwab/contract";
import { applyMigrations, startEmbeddedPostgres } from "@abwab/postgres";
import { fillLedger } from "../bench/ledger/fill-ledger.ts";
import type { Kiosk } from "../bench/load/entry-requests.ts";
import { administrator, createPark } from "../bench/machine/park.ts";
import { type ServerProcess, startServer } from "../bench/machine/server-process.ts";
import { buildProduct } from "../start/build-product.ts";
import { serviceEntry } from "../start/workspace.ts";

/** The built product in front of a filled ledger. */
export interface ReportsBench extends AsyncDisposable {
  readonly directory: string;
  readonly databaseUrl: string;
  readonly server: ServerProcess;
  readonly client: Client;
  readonly kiosks: Kiosk[];
}

/** `await using bench = await startReportsBench(rows, say)` */
export async function startReportsBench(rows: number, say: (line: string) => void): Promise<ReportsBench> {
  await buildProduct(say);
  await using resources = new AsyncDisposableStack();
  const directory = mkdtempSync(path.join(tmpdir(), "abwab-bench-reports-"));
  resources.defer(() => rmSync(directory, { recursive: true, force: true }));
  chmodSync(directory, 0o755);
  // The product's own query is read from there, and is longer than what is usually shown.
  const database = await startEmbeddedPostgres({ directory, settings: { track_activity_query_size: "64kB" } });
  resources.defer(() => database.stop());
  await applyMigrations(database.url);
  const environment = { DATABASE_URL: database.url, ...administrator, ABWAB_LOG_LEVEL: "warn" };
  const server = await startServer({ program: serviceEntry, environment });
  resources.defer(() => server.stop());
  const url = `http://127.0.0.1:${server.port}`;
  const kiosks = await createPark(url);
  await fillLedger(database.url, rows, say);
  const client = await signIn(url);
  const kept = resources.move();
  return {
    directory,
    databaseUrl: database.url,
    server,
    client,
    kiosks,
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
}

async function signIn(baseUrl: string): Promise<Client> {
  const client = createClient({ baseUrl, cookie: new CookieHolder() });
  const { ABWAB_ADMIN_EMAIL: email, ABWAB_ADMIN_PASSWORD: password } = administrator;
  await client.call(routes.signIn, { body: { email, password } });
  return client;
}
