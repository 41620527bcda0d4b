import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { PostgresError } from "../postgres-error.ts";
import { connectionUrl, type ConnectionFile } from "./connection-file.ts";
import { runningPostmaster } from "./postmaster-file.ts";

// Held by the launcher for as long as it lives; the server lets go of it when the launcher's connection ends.
export const launcherLock = 4_870_001;

/**
 * A launcher that was killed leaves its server behind. It is stopped in the ordinary way, unless a living launcher
 * holds on to it: then this start is one too many.
 */
export async function stopOrphan(cluster: string, connection: ConnectionFile | undefined): Promise<void> {
  const orphan = runningPostmaster(cluster);
  if (orphan === undefined) return;
  if (connection !== undefined && (await hasLauncher({ ...connection, port: orphan.port }))) {
    throw new PostgresError(
      "already_running",
      `Abwab is already running on this data (database process ${orphan.pid}); stop it first, or choose another place with ABWAB_DATA.`,
    );
  }
  process.kill(orphan.pid, "SIGINT");
  const deadline = Date.now() + 30_000;
  // Not by its process id: in a container nobody may collect the ended process, and it seems alive for ever.
  while (runningPostmaster(cluster)?.pid === orphan.pid) {
    if (Date.now() > deadline)
      throw new PostgresError(
        "already_running",
        `The database server ${orphan.pid} that an earlier start left behind does not stop.`,
      );
    await delay(50);
  }
}

/** True when another process holds the launcher's lock; false when nobody does or the server no longer answers. */
async function hasLauncher(connection: ConnectionFile): Promise<boolean> {
  const client = new pg.Client({
    connectionString: connectionUrl(connection, "postgres"),
    connectionTimeoutMillis: 3_000,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return !(await tryLauncherLock(client));
  } catch {
    // Starting, stopping or hung: as an orphan it is stopped, and a live launcher would start it anew.
    return false;
  } finally {
    await client.end();
  }
}

export async function tryLauncherLock(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>("select pg_try_advisory_lock($1) as taken", [launcherLock]);
  return rows[0]?.taken === true;
}
