import pg from "pg";
import { connectionUrl, readConnectionFile } from "./connection-file.ts";
import { startEmbeddedPostgres } from "./start-embedded-postgres.ts";
import { runningPostmaster } from "./postmaster-file.ts";
import path from "node:path";

export interface OpenedDatabase {
  url: string;
  /** Ends what this call started; leaves alone what was running before. */
  close(): Promise<void>;
}

/**
 * The product's database for a tool: the given URL, else the embedded server that is running on `directory`,
 * else that server started for as long as the tool needs it.
 */
export async function openDatabase(
  directory: string,
  databaseUrl: string | undefined = process.env["DATABASE_URL"],
): Promise<OpenedDatabase> {
  if (databaseUrl !== undefined && databaseUrl !== "") return { url: databaseUrl, close: async () => undefined };
  const running = await runningUrl(path.resolve(directory));
  if (running !== undefined) return { url: running, close: async () => undefined };
  const server = await startEmbeddedPostgres({ directory });
  return { url: server.url, close: () => server.stop() };
}

async function runningUrl(directory: string): Promise<string | undefined> {
  const connection = readConnectionFile(directory);
  const postmaster = runningPostmaster(path.join(directory, "postgres"));
  if (connection === undefined || postmaster === undefined) return undefined;
  const url = connectionUrl({ ...connection, port: postmaster.port });
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return url;
  } catch {
    // Shutting down or not up yet: starting our own says so in a sentence if it cannot.
    return undefined;
  } finally {
    await client.end();
  }
}
