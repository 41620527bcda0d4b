import { readFileSync } from "node:fs";
import path from "node:path";
import { connectToDatabase } from "../connect-to-database.ts";
import { applyMigrations } from "./apply-migrations.ts";
import { everything, withSchemaEngine } from "./schema-engine.ts";

/**
 * The SQL that would take the migrations, applied to the given empty database, to `schemaFile`; empty when they agree.
 * Functions, checks and triggers are written by hand in migrations and are no drift: the engine does not look at
 * them. Partial and expression indexes it would take for plain ones, so they are set aside first.
 */
export async function schemaDrift(emptyDatabaseUrl: string, schemaFile: string, directory?: string): Promise<string> {
  await applyMigrations(emptyDatabaseUrl, directory);
  await dropHandWrittenIndexes(emptyDatabaseUrl);
  const files = [{ path: schemaFile, content: readFileSync(schemaFile, "utf8") }];
  const { stdout } = await withSchemaEngine(emptyDatabaseUrl, (engine) =>
    engine.diff({
      // The connection itself is the adapter's.
      from: { tag: "schemaDatasource", files, configDir: path.dirname(schemaFile) },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: null,
      filters: everything,
    }),
  );
  const script = (stdout ?? "").trim();
  return script === "" || script === "-- This is an empty migration." ? "" : `${script}\n`;
}

async function dropHandWrittenIndexes(databaseUrl: string): Promise<void> {
  const client = await connectToDatabase(databaseUrl);
  try {
    const { rows } = await client.query<{ name: string }>(
      `select indexrelid::regclass::text as name from pg_index
         join pg_class on pg_class.oid = indexrelid join pg_namespace on pg_namespace.oid = relnamespace
        where nspname = 'public' and (indpred is not null or indexprs is not null)`,
    );
    for (const { name } of rows) await client.query(`drop index ${name}`);
  } finally {
    await client.end();
  }
}
