import type pg from "pg";
import { PostgresError } from "../postgres-error.ts";
import type { Migration } from "./migration-files.ts";

/** Those of `migrations` that this database does not have yet; refuses a history that was rewritten or got stuck. */
export async function pendingMigrations(client: pg.Client, migrations: Migration[]): Promise<Migration[]> {
  const { rows: exists } = await client.query<{ found: boolean }>(
    `select to_regclass('_prisma_migrations') is not null as found`,
  );
  if (exists[0]?.found !== true) return migrations;
  const { rows } = await client.query<{ name: string; checksum: string; finished: boolean; logs: string | null }>(
    `select migration_name as name, checksum, finished_at is not null as finished, logs
       from _prisma_migrations where rolled_back_at is null`,
  );
  const applied = new Map(rows.map((row) => [row.name, row]));
  const known = new Set(migrations.map(({ name }) => name));
  const newer = rows.find(({ name }) => !known.has(name));
  if (newer !== undefined) {
    throw new PostgresError(
      "migration_failed",
      `This database was brought up to date by a newer release (it has the migration ${newer.name}); start that release, or restore a backup from before it.`,
    );
  }
  return migrations.filter(({ name, checksum }) => {
    const row = applied.get(name);
    if (row === undefined) return true;
    if (!row.finished)
      throw new PostgresError(
        "migration_failed",
        `The migration ${name} stopped half-way on this database: ${firstLine(row.logs)}`,
      );
    if (row.checksum !== checksum) {
      throw new PostgresError(
        "migration_failed",
        `The migration ${name} was changed after this database applied it; undo the change, or start with a new database.`,
      );
    }
    return false;
  });
}

function firstLine(logs: string | null): string {
  return logs?.trim().split("\n")[0] ?? "no reason is recorded.";
}
