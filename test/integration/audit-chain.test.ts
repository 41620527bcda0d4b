import type { Client } from "@abwab/api-client";
import { routes } from "@abwab/contract";
import { connectToDatabase } from "@abwab/postgres";
import type pg from "pg";
import { AuditSealer } from "../../apps/api/src/audit/audit-sealer.ts";
import { recount } from "../../tools/verify/recount.ts";
import { createPark } from "../support/create-park.ts";
import { startTestApi, type TestApi } from "../support/test-api.ts";

let api: TestApi;
let root: Client;
let client: pg.Client;
beforeEach(async () => {
  api = await startTestApi();
  root = await api.as("administrator");
  client = await connectToDatabase(api.database.url);
  await createPark(root, { slug: "park", status: "open" });
  await api.app.nest.get(AuditSealer).seal();
});
afterEach(async () => {
  await client.end();
  await api[Symbol.asyncDispose]();
});

const rename = (capacity: number) =>
  root.call(routes.changeZone, { params: { slug: "park", code: "P01" }, body: { capacity } });
const found = async (): Promise<string[]> => (await recount(client)).differences.map(({ what }) => what);

test("P2 what was done is chained, and the chain fits", async () => {
  const { auditHead, differences } = await recount(client);
  expect(differences).toEqual([]);
  const { rows } = await client.query<{ count: number }>("select count(*)::int from audit_event");
  expect(auditHead).toEqual({ events: rows[0]?.count, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
});

test("P2 servers that chain at the same time make one chain", async () => {
  const other = await api.startAnother();
  const sealers = [api, other].map(({ app }) => app.nest.get(AuditSealer));
  for (let round = 0; round < 5; round++) {
    await Promise.all([rename(round + 1), ...sealers.map((sealer) => sealer.seal())]);
  }
  await Promise.all(sealers.map((sealer) => sealer.seal()));
  const { rows } = await client.query("select id from audit_event where seq is null");
  expect([rows, await found()]).toEqual([[], []]);
});

test.each([
  ["altered", "update audit_event set subject = 'zone park/P02' where seq = 3", /^event 3, /],
  ["given other values", `update audit_event set after = '{"capacity": 9}' where seq = 3`, /^event 3, /],
  ["moved in time", "update audit_event set at = at - interval '1 hour' where seq = 3", /^event 3, /],
  ["given to another person", "update audit_event set actor_id = gen_random_uuid() where seq = 3", /^event 3, /],
  ["removed", "delete from audit_event where seq = 3", /^event 3 is missing before 4, /],
])("P2 an event that was %s is found", async (_, statement, what) => {
  await client.query(statement);
  expect(await found()).toEqual([expect.stringMatching(what)]);
});

test("P2 an event that took another's place is found", async () => {
  await client.query("update audit_event set seq = null, hash = null where seq = 3");
  await api.app.nest.get(AuditSealer).seal();
  expect(await found()).toEqual([expect.stringMatching(/^event 3 is missing before 4, /)]);
});

test("P1 a person's e-mail leaves the trail without breaking its chain", async () => {
  await client.query("update audit_event set actor_name = 'purged', address = null");
  expect(await found()).toEqual([]);
});
