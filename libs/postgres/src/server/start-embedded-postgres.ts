import { chownSync, lstatSync, mkdirSync, readdirSync } from "node:fs";
import path from "node:path";
import type pg from "pg";
import { PostgresError } from "../postgres-error.ts";
import { postgresBinaries } from "./binaries.ts";
import {
  connectionUrl,
  databaseName,
  newPassword,
  readConnectionFile,
  writeConnectionFile,
} from "./connection-file.ts";
import { freePort, isPortFree } from "./free-port.ts";
import { clusterExists, initialiseCluster } from "./initialise-cluster.ts";
import { type Account, operatingUser } from "./operating-user.ts";
import { runPostmaster } from "./run-postmaster.ts";
import { setPassword } from "./set-password.ts";
import { type PostgresSettings, settingFlags } from "./settings.ts";
import { stopOrphan, tryLauncherLock } from "./take-over.ts";
import { waitUntilReady } from "./wait-until-ready.ts";

export interface EmbeddedPostgresOptions {
  /** Holds the cluster in `postgres/`, its log, and `postgres.json` with the password; made when missing. */
  directory: string;
  /** Fails when it is taken. Without one: the port of the last start when free, else any. */
  port?: number;
  settings?: PostgresSettings;
}

export interface EmbeddedPostgres {
  /** Connection string of the database `abwab`, as superuser. */
  url: string;
  port: number;
  pid: number;
  stop(): Promise<void>;
  /** Called when the server ends without `stop` having been asked for. */
  onExit(listener: () => void): void;
}

/** Starts the real PostgreSQL 18 on 127.0.0.1, creating its data at the first start. Throws PostgresError. */
export async function startEmbeddedPostgres({
  directory,
  port: wanted,
  settings = {},
}: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const home = path.resolve(directory);
  const cluster = path.join(home, "postgres");
  const binaries = postgresBinaries();
  prepareHome(home);
  const user = operatingUser([binaries.postgres, path.join(cluster, "base")]);
  const known = readConnectionFile(home);
  const exists = clusterExists(cluster);
  await stopOrphan(cluster, known);
  const password = known?.password ?? newPassword();
  if (wanted !== undefined && !(await isPortFree(wanted)))
    throw new PostgresError("port_taken", `Port ${wanted} for the database is taken by another program.`);
  const port = wanted ?? (await freePort(known?.port));
  if (!exists) {
    await initialiseCluster({ cluster, binaries, user, password, withoutSync: settings["fsync"] === "off" });
  } else {
    if (user.owner !== undefined) giveTo(user.owner, cluster);
    if (known === undefined) setPassword(binaries.postgres, user, cluster, password);
  }
  writeConnectionFile(home, { port, password });

  const postmaster = runPostmaster(
    binaries.postgres,
    user,
    cluster,
    path.join(home, "postgres.log"),
    settingFlags(port, settings),
  );
  const guard = await waitUntilReady(postmaster, connectionUrl({ port, password }, "postgres"), cluster);
  await prepareDatabase(guard);

  let stopping = false;
  const listeners: (() => void)[] = [];
  void postmaster.exited.then(() => {
    if (!stopping) for (const listener of listeners) listener();
  });
  return {
    url: connectionUrl({ port, password }),
    port,
    pid: postmaster.child.pid as number,
    onExit: (listener) => void listeners.push(listener),
    stop: async () => {
      stopping = true;
      await stopInOrder(postmaster.child, postmaster.exited);
      await guard.end().catch(() => undefined);
    },
  };
}

function prepareHome(home: string): void {
  try {
    mkdirSync(home, { recursive: true });
  } catch (cause) {
    throw new PostgresError(
      "directory_unreachable",
      `The data directory ${home} cannot be created (${(cause as NodeJS.ErrnoException).code}).`,
      { cause },
    );
  }
}

/** A restored backup often belongs to root; PostgreSQL insists on owning its data. */
function giveTo(owner: Account, cluster: string): void {
  if (lstatSync(cluster).uid === owner.uid) return;
  chownSync(cluster, owner.uid, owner.gid);
  for (const name of readdirSync(cluster, { recursive: true, encoding: "utf8" }))
    chownSync(path.join(cluster, name), owner.uid, owner.gid);
}

async function prepareDatabase(guard: pg.Client): Promise<void> {
  await tryLauncherLock(guard);
  const { rowCount } = await guard.query("select 1 from pg_database where datname = $1", [databaseName]);
  if (rowCount === 0) await guard.query(`create database ${databaseName}`);
}

/** Fast shutdown: clients are cut off, what was committed is kept; harder means only when it hangs. */
async function stopInOrder(child: { kill(signal: NodeJS.Signals): boolean }, exited: Promise<void>): Promise<void> {
  for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
    child.kill(signal);
    const timer = new AbortController();
    const timeUp = new Promise<"late">((resolve) => {
      const handle = setTimeout(() => resolve("late"), 20_000);
      timer.signal.addEventListener("abort", () => clearTimeout(handle));
    });
    const outcome = await Promise.race([exited, timeUp]);
    timer.abort();
    if (outcome !== "late") return;
  }
}
