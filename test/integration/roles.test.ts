import { readFileSync } from "node:fs";
import path from "node:path";
import { type Client, CookieHolder, createClient } from "@abwab/api-client";
import { allRoutes, type Role, role, type Route, routes } from "@abwab/contract";
import { createPark } from "../support/create-park.ts";
import { ADMINISTRATOR, startTestApi, type TestApi } from "../support/test-api.ts";

interface Row {
  people: string;
  tokens: string;
  devices: string;
}

interface Caller {
  readonly called: string;
  readonly headers: Record<string, string>;
  readonly may: (row: Row) => boolean;
}

// docs/roles.md is read by people and kept by hand. What the service does is compared with it, not with the contract
// that the service is made from.
const page = readFileSync(path.join(import.meta.dirname, "../../docs/roles.md"), "utf8");
const table = new Map<string, Row>();
for (const [, method, address, people = "", tokens = "", devices = ""] of page.matchAll(
  /^\| `(\w+) (\S+)` \|[^|]*\| (\S+) \| (\S+) \| (\S+) \|$/gm,
)) {
  table.set(`${method} /api/v1${address?.replaceAll(/\{(\w+)\}/g, ":$1")}`, { people, tokens, devices });
}

const nameOf = ({ method, path: address }: Route): string => `${method} ${address}`;
/** "Anyone" and each role, the least first. */
const ranks = ["anyone", "viewer", "supervisor", "organiser", "administrator"];
const reaches = (held: Role, least: string): boolean =>
  ranks.includes(least) && ranks.indexOf(held) >= ranks.indexOf(least);

const NOBODY: Caller = { called: "nobody", headers: {}, may: ({ people }) => people === "anyone" };
let api: TestApi;
let root: Client;
let callers: Caller[];
beforeAll(async () => {
  api = await startTestApi();
  root = await api.as("administrator");
  // Totals of a public edition are anyone's.
  await createPark(root, { slug: "park", status: "open", public: true });
  callers = [NOBODY, await device()];
  for (const held of role.options) callers.push(await personOf(held), await tokenOf(held));
});
afterAll(() => api[Symbol.asyncDispose]());

async function personOf(held: Role): Promise<Caller> {
  const body = { email: `${crypto.randomUUID()}@example.org`, password: ADMINISTRATOR.password };
  await root.call(routes.createPerson, { body: { ...body, name: held, role: held } });
  const cookie = new CookieHolder();
  await createClient({ baseUrl: api.url, cookie }).call(routes.signIn, { body });
  const headers = { cookie: cookie.header ?? "", origin: api.url };
  return { called: `a signed-in ${held}`, headers, may: ({ people }) => reaches(held, people) };
}

async function tokenOf(held: Role): Promise<Caller> {
  const { token } = await root.call(routes.createApiToken, { body: { name: held, role: held } });
  const headers = { authorization: `Bearer ${token}` };
  return { called: `a token of a ${held}`, headers, may: ({ tokens }) => reaches(held, tokens) };
}

async function device(): Promise<Caller> {
  const body = { name: "kiosk", checkpoint: "G1" };
  const { pairingCode } = await root.call(routes.createDevice, { params: { slug: "park" }, body });
  const { token } = await createClient({ baseUrl: api.url }).call(routes.pair, { body: { pairingCode } });
  const headers = { authorization: `Bearer ${token}` };
  return { called: "a device", headers, may: ({ devices }) => devices === "yes" };
}

/** Asks for what is not there, so that whoever may do it changes nothing. */
async function isLetIn(route: Route, { headers }: Caller): Promise<boolean> {
  const slug = route.method === "GET" ? "park" : "nowhere";
  const address = route.path.replaceAll(":slug", slug).replaceAll(/:\w+/g, crypto.randomUUID());
  const { status } = await fetch(api.url + address, {
    method: route.method,
    headers: { ...headers, ...(route.method !== "GET" && { "content-type": "application/json" }) },
    ...(route.method !== "GET" && { body: "{}" }),
  });
  return status !== 401 && status !== 403;
}

it("docs/roles.md names every route of the API, and no other", () => {
  expect([...table.keys()].toSorted()).toEqual(allRoutes.map(([, route]) => nameOf(route)).toSorted());
});

// Signing out comes last: it ends what the others call with.
const inOrder = allRoutes.toSorted(([a], [b]) => Number(a === "signOut") - Number(b === "signOut"));
it.each(inOrder)("%s lets in whom docs/roles.md says, and nobody else", async (_, route) => {
  const row = table.get(nameOf(route));
  if (row === undefined) throw new Error(`docs/roles.md lacks ${nameOf(route)}`);
  const letIn: string[] = [];
  for (const caller of callers) if (await isLetIn(route, caller)) letIn.push(caller.called);
  expect(letIn).toEqual(callers.filter(({ may }) => may(row)).map(({ called }) => called));
});
