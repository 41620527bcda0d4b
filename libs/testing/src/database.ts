import { randomBytes } from "node:crypto";
import pg from "pg";

/** Set by the test run: the server's connection string, whose database holds the schema and nothing else. */
export const testServerVariable = "TEST_SERVER_URL";

export interface TestDatabase extends AsyncDisposable {
  url: string;
  drop(): Promise<void>;
}

/** A migrated, empty database of its own for one test file: `await using database = await createTestDatabase()`. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = process.env[testServerVariable];
  if (server === undefined)
    throw new Error("No test server: run integration tests with npm test or jest --selectProjects integration");
  const template = new URL(server).pathname.slice(1);
  const name = `test_${randomBytes(8).toString("hex")}`;
  await onServer(server, `create database ${name} template ${template}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const drop = (): Promise<void> => onServer(server, `drop database if exists ${name} with (force)`);
  return { url: url.href, drop, [Symbol.asyncDispose]: drop };
}

async function onServer(server: string, statement: string): Promise<void> {
  // Not in the template itself: a database with a visitor cannot be copied.
  const url = new URL(server);
  url.pathname = "/postgres";
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
