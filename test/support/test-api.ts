import "reflect-metadata";
import { CookieHolder, createClient, type Client } from "@abwab/api-client";
import { routes, type Role } from "@abwab/contract";
import { createTestDatabase, type TestDatabase } from "@abwab/testing";
import { type App, buildApp } from "../../apps/api/src/build-app.ts";
import { prepareData } from "../../apps/api/src/prepare-data.ts";
import { readConfiguration } from "../../apps/api/src/platform/configuration.ts";

/** Who is there from the start. */
export const ADMINISTRATOR = { email: "admin@example.org", password: "a password for tests" };

/** The real service on a database and a port of its own: `await using api = await startTestApi()`. */
export interface TestApi extends AsyncDisposable {
  readonly url: string;
  readonly app: App;
  readonly database: TestDatabase;
  /** A client that is signed in with this role. */
  as(role: Role): Promise<Client>;
  /** A second server on the same database. */
  startAnother(): Promise<TestServer>;
}

export interface TestServer extends AsyncDisposable {
  readonly url: string;
  readonly app: App;
}

export async function startTestApi(settings: Record<string, string> = {}): Promise<TestApi> {
  const database = await createTestDatabase();
  const first = await startServer(database, settings);
  const others: TestServer[] = [];
  return {
    url: first.url,
    app: first.app,
    database,
    as: (role) => signInAs(first.url, role),
    async startAnother() {
      const server = await startServer(database, settings);
      others.push(server);
      return server;
    },
    async [Symbol.asyncDispose]() {
      for (const server of [first, ...others]) await server[Symbol.asyncDispose]();
      await database.drop();
    },
  };
}

async function startServer(database: TestDatabase, settings: Record<string, string>): Promise<TestServer> {
  const configuration = readConfiguration({
    DATABASE_URL: database.url,
    PORT: "0",
    ABWAB_LOG_LEVEL: "silent",
    ABWAB_ADMIN_EMAIL: ADMINISTRATOR.email,
    ABWAB_ADMIN_PASSWORD: ADMINISTRATOR.password,
    ...settings,
  });
  const app = await buildApp(configuration);
  await prepareData(app, configuration);
  const url = await app.listen();
  let closing: Promise<void> | undefined;
  return {
    url,
    app,
    async [Symbol.asyncDispose]() {
      closing ??= app.close();
      await closing;
    },
  };
}

/** Signs in as the first administrator, or as a new person of the role. */
export async function signInAs(url: string, role: Role): Promise<Client> {
  const administrator = await signIn(url, ADMINISTRATOR);
  if (role === "administrator") return administrator;
  const person = { email: `${role}-${crypto.randomUUID()}@example.org`, password: "a password for tests" };
  await administrator.call(routes.createPerson, { body: { ...person, name: role, role } });
  return signIn(url, person);
}

export async function signIn(url: string, body: { email: string; password: string }): Promise<Client> {
  const client = createClient({ baseUrl: url, cookie: new CookieHolder() });
  await client.call(routes.signIn, { body });
  return client;
}
