import { ApiProblem, type Client, CookieHolder, createClient } from "@abwab/api-client";
import { type NewEdition, type Role, routes } from "@abwab/contract";
import { createTestDatabase } from "@abwab/testing";
import pg from "pg";
import "reflect-metadata";
import { type App, buildApp } from "../../apps/api/src/build-app.ts";
import {
  type Configuration,
  type ConfigurationInput,
  readConfiguration,
} from "../../apps/api/src/platform/configuration.ts";
import { prepareData } from "../../apps/api/src/prepare-data.ts";

export const administrator = { email: "root@example.ma", password: "a long enough password" };

export interface TestApi extends AsyncDisposable {
  app: App;
  configuration: Configuration;
  url: string;
  /** Of the same database. */
  query: <Row extends pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<Row[]>;
  signIn(email: string, password: string): Promise<Client>;
  /** As somebody new with this role. */
  signInAs(role: Role): Promise<Client>;
  bearer(token: string): Client;
  stranger: Client;
}

/** The whole service on a database of its own, listening on a free port. */
export async function startApi(settings: Partial<ConfigurationInput> = {}): Promise<TestApi> {
  const database = await createTestDatabase();
  const environment = {
    DATABASE_URL: database.url,
    PORT: "0",
    ABWAB_ADMIN_EMAIL: administrator.email,
    ABWAB_ADMIN_PASSWORD: administrator.password,
    ABWAB_LOG_LEVEL: "error",
    ...settings,
  };
  const configuration = readConfiguration(environment as Record<string, string>);
  const app = await buildApp(configuration);
  await prepareData(app, configuration);
  const url = await app.listen();
  const pool = new pg.Pool({ connectionString: database.url, max: 2 });

  const signIn = async (email: string, password: string): Promise<Client> => {
    const client = createClient({ baseUrl: url, cookie: new CookieHolder() });
    await client.call(routes.signIn, { body: { email, password } });
    return client;
  };
  let people = 0;
  return {
    app,
    configuration,
    url,
    query: async (text, values) => (await pool.query(text, values)).rows,
    signIn,
    signInAs: async (role) => {
      const email = `${role}-${(people += 1)}@example.ma`;
      const root = await signIn(administrator.email, administrator.password);
      const { password } = await root.call(routes.createPerson, { body: { email, name: role, role } });
      return signIn(email, password ?? "");
    },
    bearer: (token) => createClient({ baseUrl: url, token }),
    stranger: createClient({ baseUrl: url }),
    [Symbol.asyncDispose]: async () => {
      await pool.end();
      await app.close();
      await database.drop();
    },
  };
}

/** The code of the refusal that a call is answered with; fails when it isn't refused. */
export async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    if (error instanceof ApiProblem) return error.code;
    throw error;
  }
  throw new Error("It was not refused.");
}

/** A park with a gate and a pavilion with a door. */
export async function createPark(client: Client, given: Partial<NewEdition> & { slug: string }): Promise<void> {
  const names = { ar: "أ", fr: "f", en: "e" };
  const edition = {
    names,
    city: "El Jadida",
    venue: "Park",
    timeZone: "Africa/Casablanca",
    days: [{ date: "2025-05-17", opensAt: "09:00", closesAt: "21:00" }],
    ...given,
  };
  await client.call(routes.createEdition, { body: edition });
  const params = { slug: given.slug };
  await client.call(routes.createZone, { params, body: { code: "SITE", kind: "site", names, policy: {} } });
  await client.call(routes.createZone, { params, body: { code: "P01", kind: "pavilion", names, policy: {} } });
  await client.call(routes.createCheckpoint, { params, body: { code: "G1", zone: "SITE", names } });
  await client.call(routes.createCheckpoint, { params, body: { code: "P01-A", zone: "P01", names } });
}
