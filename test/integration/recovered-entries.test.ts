import { type Client, createClient } from "@abwab/api-client";
import { routes } from "@abwab/contract";
import { v7 as newId } from "uuid";
import { startTestApi, type TestApi } from "../support/test-api.ts";
import { anEntry, aVoid, createEdition, type TestDevice, type TestEdition } from "../support/test-edition.ts";

let api: TestApi;
let administrator: Client;
let supervisor: Client;
let edition: TestEdition;
let lost: TestDevice;

beforeAll(async () => {
  api = await startTestApi();
  administrator = await api.as("administrator");
  supervisor = await api.as("supervisor");
});

afterAll(async () => {
  await api[Symbol.asyncDispose]();
});

beforeEach(async () => {
  edition = await createEdition(administrator, api.url);
  lost = await edition.pair("G1");
});

const recover = (entries: unknown[], client = supervisor, id = lost.id) =>
  client.call(routes.recoverEntries, { params: { id }, body: { entries } });
const statuses = (response: { results: { status: string; code?: string | undefined }[] }) =>
  response.results.map((result) => result.code ?? result.status);
const entered = async () =>
  (await administrator.call(routes.counts, { params: { slug: edition.slug } })).zones.find(
    ({ zone }) => zone === "SITE",
  )?.enteredToday;

test("E2: what a supervisor takes from a file and the device sends later counts once, and the other way round", async () => {
  const [sentBefore, onlyInFile, sentLater] = [2, 3, 4].map((headcount) => anEntry({ headcount }));
  if (sentBefore === undefined || sentLater === undefined) throw new Error("three entries");
  await lost.send([sentBefore]);
  expect(statuses(await recover([sentBefore, onlyInFile, sentLater]))).toEqual(["duplicate", "recorded", "recorded"]);
  expect(statuses(await recover([sentBefore, onlyInFile, sentLater]))).toEqual(Array(3).fill("duplicate"));
  expect(statuses(await lost.send([sentLater]))).toEqual(["duplicate"]);
  expect(await entered()).toBe(9);
});

test("they are the device's own: on the ledger under its name, at its checkpoint, and it takes them back", async () => {
  const entry = anEntry({ operator: "A1" });
  await recover([entry]);
  const { items } = await administrator.call(routes.listEntries, { params: { slug: edition.slug } });
  expect(items[0]).toMatchObject({ id: entry.id, deviceId: lost.id, checkpoint: "G1" });
  expect(statuses(await lost.send([aVoid(entry.id)]))).toEqual(["recorded"]);
  expect(await entered()).toBe(0);
});

test("a device that was revoked still brings what it had counted, by file and not by itself", async () => {
  const entry = anEntry();
  await administrator.call(routes.revokeDevice, { params: { id: lost.id } });
  await expect(lost.send([entry])).rejects.toMatchObject({ code: "device_revoked" });
  const undone = anEntry();
  expect(statuses(await recover([entry, undone, aVoid(undone.id)]))).toEqual(["recorded", "recorded", "recorded"]);
  expect(await entered()).toBe(1);
});

test("E4: a bad item is refused by itself, and the device's own limits hold", async () => {
  const entry = anEntry();
  const response = await recover([entry, { ...anEntry(), headcount: 0 }, anEntry({ checkpoint: "G2" }), "nonsense"]);
  expect(statuses(response)).toEqual(["recorded", "invalid", "checkpoint_not_allowed", "invalid"]);
  expect(response.zone).toMatchObject({ zone: "SITE", enteredToday: 1 });
});

test("E6: the clock of the lost device counts as it was last measured; the hour of the upload is no offset", async () => {
  const hour = 3_600_000;
  const at = (ms: number) => new Date(ms).toISOString();
  const now = Date.now();
  await lost.send([], { clock: at(now + hour) });
  expect((await recover([anEntry({ occurredAt: at(now) })])).results[0]).toMatchObject({ flags: ["clock_skew"] });
  const { items } = await administrator.call(routes.listEntries, { params: { slug: edition.slug } });
  expect(Math.abs(Date.parse(items[0]?.placedAt ?? "") - (now - hour))).toBeLessThan(5_000);
});

test("the lost device is not heard from by it", async () => {
  const before = await deviceOf(lost.id);
  await recover([anEntry()]);
  expect((await deviceOf(lost.id))?.lastSeenAt).toEqual(before?.lastSeenAt);
});

test("P2: it is on the audit trail, with how much was new", async () => {
  const entry = anEntry();
  await lost.send([entry]);
  await recover([entry, anEntry(), "nonsense"]);
  const { items } = await administrator.call(routes.listAudit, { query: { limit: 5 } });
  expect(items.find(({ subject }) => subject === `device ${lost.id}`)).toMatchObject({
    action: "device.recover",
    after: { recorded: 1, duplicate: 1, refused: 1 },
  });
});

test("only a supervisor of its edition does it, for a device that there is, 500 at a time", async () => {
  await expect(recover([anEntry()], await api.as("viewer"))).rejects.toMatchObject({ status: 403 });
  await expect(recover([anEntry()], supervisor, newId())).rejects.toMatchObject({ status: 404, code: "not_found" });
  await expect(recover([anEntry()], supervisor, "none")).rejects.toMatchObject({ status: 404, code: "not_found" });
  await expect(recover(Array.from({ length: 501 }, () => anEntry()))).rejects.toMatchObject({ status: 400 });
  const other = await createEdition(administrator, api.url);
  const { token } = await administrator.call(routes.createApiToken, {
    body: { name: "elsewhere", role: "supervisor", edition: other.slug },
  });
  const foreign = createClient({ baseUrl: api.url, token });
  await expect(recover([anEntry()], foreign)).rejects.toMatchObject({ status: 403 });
  expect(await entered()).toBe(0);
});

async function deviceOf(id: string) {
  const { items } = await administrator.call(routes.listDevices, { params: { slug: edition.slug }, query: {} });
  return items.find((device) => device.id === id);
}
