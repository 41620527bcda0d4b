import type { Client } from "@abwab/api-client";
import { routes } from "@abwab/contract";
import { startTestApi, type TestApi } from "../support/test-api.ts";
import { anEntry, createEdition, type TestDevice, type TestEdition, today } from "../support/test-edition.ts";

let api: TestApi;
let administrator: Client;
let organiser: Client;
let edition: TestEdition;
let gate: TestDevice;

beforeAll(async () => {
  api = await startTestApi();
  administrator = await api.as("administrator");
  organiser = await api.as("organiser");
});

afterAll(async () => {
  await api[Symbol.asyncDispose]();
});

beforeEach(async () => {
  edition = await createEdition(administrator, api.url);
  gate = await edition.pair("G1");
});

const settle = (date = today(), client = organiser) =>
  client.call(routes.settleDay, { params: { slug: edition.slug, date } });
const days = async () => (await organiser.call(routes.listDays, { params: { slug: edition.slug } })).items;

test("C5: a settled day is frozen at its version; what comes later stands beside it as since", async () => {
  await gate.send([anEntry({ headcount: 100 }), anEntry({ headcount: 5, category: "staff" })]);
  const settled = await settle();
  expect(settled).toMatchObject({
    date: today(),
    revision: 1,
    visits: 100,
    pavilionVisits: 0,
    settledBy: expect.stringContaining("organiser"),
  });
  await gate.send([anEntry({ headcount: 7 })]);
  expect(await days()).toMatchObject([
    { live: { visits: 107 }, settled: { revision: 1, visits: 100 }, since: { visits: 7, pavilionVisits: 0 } },
  ]);
});

test("C5: its figures are the recount of the ledger up to its version", async () => {
  await Promise.all(Array.from({ length: 20 }, () => gate.send([anEntry({ headcount: 3 })])));
  const [settled] = await Promise.all([settle(), ...Array.from({ length: 20 }, () => gate.send([anEntry()]))]);
  const { items } = await organiser.call(routes.listEntries, { params: { slug: edition.slug }, query: { limit: 500 } });
  const upTo = items.filter((row) => row.version <= settled.version);
  expect(settled.visits).toBe(upTo.reduce((total, row) => total + row.headcount, 0));
});

test("C5: the next revision holds what came since, and the first one stands", async () => {
  await gate.send([anEntry({ headcount: 10 })]);
  await settle();
  await gate.send([anEntry({ headcount: 2 })]);
  expect(await settle()).toMatchObject({ revision: 2, visits: 12 });
  expect((await days())[0]).toMatchObject({ settled: { revision: 2 }, since: { visits: 0 } });
});

test("two people who settle at once issue two revisions", async () => {
  const revisions = (await Promise.all([settle(), settle()])).map((it) => it.revision);
  expect(new Set(revisions)).toEqual(new Set([1, 2]));
});

test("a day to come, a day that is none and a draft's are not settled; a supervisor settles nothing", async () => {
  await expect(settle("2090-01-01")).rejects.toMatchObject({ status: 409, code: "transition_not_allowed" });
  await expect(settle("2020-01-01")).rejects.toMatchObject({ status: 404 });
  await expect(settle("yesterday")).rejects.toMatchObject({ status: 404 });
  await expect(settle(today(), await api.as("supervisor"))).rejects.toMatchObject({ status: 403 });
  edition = await createEdition(administrator, api.url, { status: "draft" });
  await expect(settle()).rejects.toMatchObject({ status: 409, code: "transition_not_allowed" });
});
