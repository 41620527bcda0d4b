import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import path from "node:path";
import { connectToDatabase, openDatabase } from "@abwab/postgres";
import { FatalError } from "../start/fatal-error.ts";
import { copyCluster } from "./copy-cluster.ts";
import { dataFolder, type Manifest, writeManifest } from "./manifest.ts";
import { syncToDisk } from "./sync-to-disk.ts";

export interface BackupPlan {
  /** Of the product: holds `postgres/`. */
  directory: string;
  /** Becomes the backup; must not be there yet. */
  to: string;
  signal?: AbortSignal | undefined;
}

/**
 * Copies the embedded database, also while the product runs on it, and resolves when the copy is complete on disk. It
 * grows under another name and gets its own at the end, so that half a backup is never taken for one. Throws
 * FatalError and PostgresError.
 */
export async function takeBackup({ directory, to, signal }: BackupPlan): Promise<Manifest> {
  const cluster = path.join(directory, dataFolder);
  refuseTarget(cluster, to);
  await mkdir(path.dirname(to), { recursive: true });
  const workshop = await mkdtemp(`${to}.partial-`);
  try {
    const manifest = await copyDatabase(directory, path.join(workshop, dataFolder), signal);
    await writeManifest(workshop, manifest);
    await syncToDisk([workshop]);
    await rename(workshop, to);
    await syncToDisk([path.dirname(to)]);
    return manifest;
  } catch (error) {
    await rm(workshop, { recursive: true, force: true });
    throw error;
  }
}

function refuseTarget(cluster: string, to: string): void {
  if (!existsSync(path.join(cluster, "PG_VERSION")))
    throw new FatalError(`There is nothing to back up: ${cluster} holds no database; ABWAB_DATA says where it is.`);
  if (`${to}${path.sep}`.startsWith(`${cluster}${path.sep}`))
    throw new FatalError(`${to} is inside the database itself: choose another place.`);
  if (existsSync(to)) throw new FatalError(`${to} is there already: name a folder that does not exist yet.`);
}

async function copyDatabase(directory: string, target: string, signal: AbortSignal | undefined): Promise<Manifest> {
  const database = await openDatabase(directory, "");
  try {
    const client = await connectToDatabase(database.url);
    try {
      return await copyCluster(client, path.join(directory, dataFolder), target, signal);
    } finally {
      await client.end();
    }
  } finally {
    await database.close();
  }
}
