import { applyMigrations, connectToDatabase } from "@abwab/postgres";
import { createTestDatabase, type TestDatabase } from "@abwab/testing";

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

const alter = async (sql: string): Promise<void> => {
  const client = await connectToDatabase(database.url);
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
};

test("a database that is up to date is left as it is", async () => {
  expect(await applyMigrations(database.url)).toEqual([]);
});

test.each([
  [
    "was migrated by a newer release",
    `insert into _prisma_migrations (id, checksum, migration_name, finished_at)
     values ('x', 'x', '99990101000000_from_the_future', now())`,
    /newer release .*99990101000000_from_the_future/,
  ],
  [
    "holds a migration that was changed since",
    "update _prisma_migrations set checksum = 'other' where migration_name like '%_ledger'",
    /_ledger was changed after this database applied it/,
  ],
  [
    "stopped half-way",
    "update _prisma_migrations set finished_at = null, logs = 'out of space' where migration_name like '%_ledger'",
    /_ledger stopped half-way on this database: out of space/,
  ],
])("a database that %s is refused in one sentence", async (_, change, sentence) => {
  await alter(change);
  await expect(applyMigrations(database.url)).rejects.toThrow(sentence);
});
