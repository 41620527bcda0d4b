import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { FatalError } from "../start/fatal-error.ts";

export interface DataFiles {
  /** Relative to the data directory, parents first; PostgreSQL wants all of them, also the empty ones. */
  readonly directories: string[];
  /** What is to be copied while the server writes on, with the size it had when it was listed. */
  readonly files: { path: string; size: number }[];
}

// The list of PostgreSQL's own pg_basebackup: what the server makes anew at its start, or what is of this run only.
const keptEmpty = new Set([
  "pg_wal",
  "pg_wal/archive_status",
  "pg_wal/summaries",
  "pg_dynshmem",
  "pg_notify",
  "pg_replslot",
  "pg_serial",
  "pg_snapshots",
  "pg_stat_tmp",
  "pg_subtrans",
]);
const leftOut = new Set([
  "postmaster.pid",
  "postmaster.opts",
  "postgresql.auto.conf.tmp",
  "current_logfiles",
  "backup_label",
  "tablespace_map",
  "backup_manifest",
]);
const leftOutEverywhere = /^(pg_internal\.init|pgsql_tmp)/;

/** What a backup takes of a data directory besides the write-ahead log. */
export async function listDataFiles(cluster: string): Promise<DataFiles> {
  const directories: string[] = [];
  const files: { path: string; size: number }[] = [];
  const look = async (place: string): Promise<void> => {
    for (const entry of await readdir(path.join(cluster, place), { withFileTypes: true })) {
      const each = place === "" ? entry.name : `${place}/${entry.name}`;
      if (leftOut.has(each) || leftOutEverywhere.test(entry.name)) continue;
      if (entry.isSymbolicLink() && each !== "pg_wal") {
        throw new FatalError(
          `${path.join(cluster, each)} lies in another place (a tablespace): use pg_basebackup for this database.`,
        );
      }
      if (entry.isFile()) {
        if (!keptEmpty.has(place)) files.push({ path: each, size: await sizeOf(path.join(cluster, each)) });
      } else if (!keptEmpty.has(place) || keptEmpty.has(each)) {
        directories.push(each);
        await look(each);
      }
    }
  };
  await look("");
  return { directories, files };
}

/** 0 for a table that was dropped while we looked; the log brings that about in the copy as well. */
async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return 0;
    throw error;
  }
}
