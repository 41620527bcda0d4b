import { existsSync } from "node:fs";
import { statfs } from "node:fs/promises";
import path from "node:path";
import type pg from "pg";
import { FatalError } from "../start/fatal-error.ts";
import { ClusterCopy } from "./cluster-copy.ts";
import { listDataFiles } from "./data-files.ts";
import type { Manifest } from "./manifest.ts";
import { beginBackup, endBackup } from "./online-backup.ts";
import { CopyProgress, size } from "./progress.ts";

const controlFile = "global/pg_control";

/**
 * Copies a data directory whose server may be at work: its files as they happen to be, then the log that was written
 * meanwhile, from which the copy becomes consistent when it is started.
 */
export async function copyCluster(
  client: pg.Client,
  cluster: string,
  target: string,
  signal: AbortSignal | undefined,
): Promise<Manifest> {
  const begunAt = new Date().toISOString();
  await beginBackup(client);
  const { directories, files } = await listDataFiles(cluster);
  const total = files.reduce((sum, file) => sum + file.size, 0);
  await refuseFullDisk(path.dirname(target), total);
  const progress = new CopyProgress("copied", total);
  const copy = new ClusterCopy(cluster, target, (bytes) => progress.add(bytes));
  try {
    await copy.makeDirectories(directories);
    for (const { path: file } of files) {
      signal?.throwIfAborted();
      if (file !== controlFile) await copy.copy(file);
    }
    await copy.copySteadily(controlFile);
    const { label, segments } = await endBackup(client);
    await copy.write("backup_label", label);
    await copyLog(copy, cluster, segments);
    await copy.sync();
  } finally {
    progress.stop();
  }
  const { rows } = await client.query<{ version: string }>(`select current_setting('server_version') as version`);
  return {
    format: 1,
    begunAt,
    endedAt: new Date().toISOString(),
    postgres: rows[0]?.version ?? "",
    directories: copy.directories,
    files: copy.files,
  };
}

async function copyLog(copy: ClusterCopy, cluster: string, segments: readonly string[]): Promise<void> {
  const places = segments.map((segment) => `pg_wal/${segment}`);
  let isWhole = true;
  for (const place of places) isWhole = (await copy.copy(place)) && isWhole;
  // A segment that is used again gets another name: one that still has its own was whole when it was read.
  if (isWhole && places.every((place) => existsSync(path.join(cluster, place)))) return;
  throw new FatalError(
    "The backup is not complete: the database has thrown away log that it needs. Take it again; nothing else is wrong.",
  );
}

async function refuseFullDisk(folder: string, needed: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (free > needed) return;
  throw new FatalError(`The disk of ${folder} is too small: ${size(needed)} are needed and ${size(free)} are free.`);
}
