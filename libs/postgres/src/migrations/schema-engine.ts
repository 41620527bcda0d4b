import type { MigrationList, SchemaEngine, SchemaFilter } from "@prisma/schema-engine-wasm";
import pg from "pg";
import type { Migration } from "./migration-files.ts";
import { loadSchemaEngineBindings } from "./schema-engine-bindings.ts";

export const everything: SchemaFilter = { externalTables: [], externalEnums: [] };

/**
 * Calls `work` with Prisma's own migration engine on this database: the binary that `prisma migrate` would use comes
 * from outside npm. It is loaded only when there is something to apply or to compare.
 */
export async function withSchemaEngine<Result>(
  connectionString: string,
  work: (engine: SchemaEngine) => Promise<Result>,
): Promise<Result> {
  const [bindings, { PrismaPg }, { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum }] = await Promise.all([
    loadSchemaEngineBindings(),
    import("@prisma/adapter-pg"),
    import("@prisma/driver-adapter-utils"),
  ]);
  const pool = new pg.Pool({ connectionString, allowExitOnIdle: true });
  // A lost connection fails the query under way, which is where it is handled.
  pool.on("error", () => undefined);
  const characters = presentAsText(pool);
  const factory = new PrismaPg(pool);
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    // The adapter cuts a script at every semicolon, and so through the bodies of functions. Sent whole, PostgreSQL
    // takes it as one transaction: a migration happens entirely or not at all.
    adapter.executeScript = async (sql) => void (await adapter.executeRaw({ sql, args: [], argTypes: [] }));
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query);
      result.columnNames.forEach((name, index) => {
        if (characters.has(name)) result.columnTypes[index] = ColumnTypeEnum.Character;
      });
      return result;
    };
    return adapter;
  };
  const engine = await bindings.SchemaEngine.new(
    { datamodels: undefined },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(factory),
  );
  try {
    return await work(engine);
  } finally {
    engine.free();
    await pool.end();
  }
}

/**
 * The adapter refuses PostgreSQL's internal type "char", in which the catalogue names the kinds of constraints: such
 * columns are presented as text, and their names gathered in the set returned.
 */
function presentAsText(pool: pg.Pool): Set<string> {
  const internalChar = 18;
  const text = 25;
  const names = new Set<string>();
  const query = pool.query.bind(pool) as (...words: unknown[]) => Promise<pg.QueryResult>;
  Object.assign(pool, {
    query: async (...words: unknown[]): Promise<pg.QueryResult> => {
      const result = await query(...words);
      for (const field of result.fields ?? []) {
        if (field.dataTypeID !== internalChar) continue;
        field.dataTypeID = text;
        names.add(field.name);
      }
      return result;
    },
  });
  return names;
}

export function migrationList(baseDir: string, migrations: Migration[]): MigrationList {
  return {
    baseDir,
    lockfile: { path: "./migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
    })),
  };
}
