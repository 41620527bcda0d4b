import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { type Client, CookieHolder, createClient } from "@abwab/api-client";
import { routes } from "@abwab/contract";
import { applyMigrations, startEmbeddedPostgres } from "@abwab/postgres";
import { fillLedger } from "../bench/ledger/fill-ledger.ts";
import { findProgram } from "../bench/machine/find-program.ts";
import { administrator, createPark, EDITION } from "../bench/machine/park.ts";
import { startServer } from "../bench/machine/server-process.ts";
import { buildProduct } from "../start/build-product.ts";
import { FatalError } from "../start/fatal-error.ts";
import { serviceEntry } from "../start/workspace.ts";
import { copyQueryOf } from "./copy-query.ts";
import { copyWithPsql } from "./copy-with-psql.ts";
import { type MadeExport, makeExport } from "./make-export.ts";

const ROWS = 1_000_000;
const ROUNDS = 3;

export interface Round {
  /** Seconds. */
  psql: number;
  csv: MadeExport;
  xlsx: MadeExport;
}

export interface MeasuredExports {
  cores: number;
  rows: number;
  rounds: Round[];
}

/** A ledger of a million entries, exported through the product's API and copied by psql, in turns. */
export async function measureExports(say: (line: string) => void): Promise<MeasuredExports> {
  const psql = findProgram("psql");
  if (psql === undefined) throw new FatalError("There is no psql here to compare with: install PostgreSQL's client.");
  await buildProduct(say);
  const directory = mkdtempSync(path.join(tmpdir(), "abwab-bench-reports-"));
  chmodSync(directory, 0o755);
  // The product's own query is read from there, and is longer than what is usually shown.
  const database = await startEmbeddedPostgres({ directory, settings: { track_activity_query_size: "64kB" } });
  try {
    await applyMigrations(database.url);
    const environment = { DATABASE_URL: database.url, ...administrator, ABWAB_LOG_LEVEL: "warn" };
    const server = await startServer({ program: serviceEntry, environment });
    try {
      const url = `http://127.0.0.1:${server.port}`;
      await createPark(url);
      await fillLedger(database.url, ROWS, say);
      const client = await signIn(url);
      const make = (format: "csv" | "xlsx"): Promise<MadeExport> => makeExport(client, EDITION, format, server.pid);
      const query = await copyQueryOf(database.url, () => make("csv"));
      const rounds: Round[] = [];
      for (let round = 1; round <= ROUNDS; round += 1) {
        const seconds = await copyWithPsql(psql, database.url, query, path.join(directory, "psql.csv"));
        rounds.push({ psql: seconds, csv: await make("csv"), xlsx: await make("xlsx") });
        say(`round ${round}: ${JSON.stringify(rounds.at(-1))}`);
      }
      return { cores: cpus().length, rows: rounds[0]?.csv.rows ?? 0, rounds };
    } finally {
      await server.stop();
    }
  } finally {
    await database.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

async function signIn(baseUrl: string): Promise<Client> {
  const client = createClient({ baseUrl, cookie: new CookieHolder() });
  const { ABWAB_ADMIN_EMAIL: email, ABWAB_ADMIN_PASSWORD: password } = administrator;
  await client.call(routes.signIn, { body: { email, password } });
  return client;
}
