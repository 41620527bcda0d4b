import type pg from "pg";
import { FatalError } from "../start/fatal-error.ts";
import { segmentNames } from "./wal-segments.ts";

export interface EndedBackup {
  /** Contents of `backup_label`, by which the copy knows where its recovery begins. */
  label: string;
  /** Names of the log's files that make the copy consistent. */
  segments: string[];
}

/**
 * Tells the server that its files are about to be copied. From now on it keeps the log that the copy needs, by a
 * slot that ends with this connection: a backup that dies leaves nothing behind.
 */
export async function beginBackup(client: pg.Client): Promise<void> {
  await client.query(`select pg_create_physical_replication_slot($1, immediately_reserve => true, temporary => true)`, [
    `abwab_backup_${process.pid}`,
  ]);
  await client.query(`select pg_backup_start('abwab', fast => true)`);
}

/** To be called when all is copied, on the same connection: the copy holds all that was committed before. */
export async function endBackup(client: pg.Client): Promise<EndedBackup> {
  const { rows } = await client.query<{ label: string; map: string; last: string; bytes: string }>(
    // A segment ends where the next begins: of a place on that border the one before it is meant.
    `select labelfile as label, spcmapfile as map, pg_walfile_name(lsn - 1) as last,
            (select setting from pg_settings where name = 'wal_segment_size') as bytes
       from pg_backup_stop(wait_for_archive => false)`,
  );
  const [row] = rows;
  const first = /^START WAL LOCATION: .*\(file ([0-9A-F]{24})\)$/m.exec(row?.label ?? "")?.[1];
  if (row === undefined || first === undefined) throw new Error(`PostgreSQL's label is unknown:\n${row?.label}`);
  if (row.map !== "") throw new FatalError("This database has tablespaces: use pg_basebackup for it.");
  return { label: row.label, segments: segmentNames(first, row.last, Number(row.bytes)) };
}
