import { connectToDatabase } from "../connect-to-database.ts";
import { PostgresError } from "../postgres-error.ts";
import { pendingMigrations } from "./applied-migrations.ts";
import { type Migration, migrationsDirectory, readMigrations } from "./migration-files.ts";
import { everything, migrationList, withSchemaEngine } from "./schema-engine.ts";

// One number for all servers of the product.
const migrationLock = 4_870_002;

/**
 * Brings a database up to `prisma/migrations` and returns the names of those applied. Servers that start at once wait
 * for one another; where nothing is pending it costs two queries. Throws PostgresError.
 */
export async function applyMigrations(
  connectionString: string,
  directory: string = migrationsDirectory(),
): Promise<string[]> {
  const migrations = readMigrations(directory);
  const client = await connectToDatabase(connectionString);
  try {
    if ((await pendingMigrations(client, migrations)).length === 0) return [];
    await client.query("select pg_advisory_lock($1)", [migrationLock]);
    const pending = await pendingMigrations(client, migrations);
    if (pending.length === 0) return [];
    await applyAll(connectionString, directory, migrations);
    return pending.map(({ name }) => name);
  } finally {
    // Ending the session lets go of the lock as well.
    await client.end();
  }
}

async function applyAll(connectionString: string, directory: string, migrations: Migration[]): Promise<void> {
  const migrationsList = migrationList(directory, migrations);
  try {
    await withSchemaEngine(connectionString, (engine) =>
      engine.applyMigrations({ migrationsList, filters: everything }),
    );
  } catch (cause) {
    throw new PostgresError("migration_failed", `The database could not be brought up to date: ${reasonOf(cause)}`, {
      cause,
    });
  }
}

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const name = /migration_name="(.+?)"/.exec(message)?.[1];
  const fault = /ERROR: *(.+)/.exec(message)?.[1];
  if (name !== undefined && fault !== undefined) return `the migration ${name} failed: ${fault.trim()}`;
  return message.replaceAll(/\s+/g, " ").trim();
}
