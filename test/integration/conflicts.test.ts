import { type Client, createClient } from "@abwab/api-client";
import { type Conflict, type ConflictQuery, routes } from "@abwab/contract";
import { issueGroupPass, issuePass } from "../support/issue-pass.ts";
import { startTestApi, type TestApi } from "../support/test-api.ts";
import { anEntry, aVoid, createEdition, type TestDevice, type TestEdition } from "../support/test-edition.ts";
import { setPolicy } from "../support/zone-policy.ts";

let api: TestApi;
let administrator: Client;
let supervisor: Client;
let edition: TestEdition;
let gate: TestDevice;
let otherGate: TestDevice;

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
  [gate, otherGate] = [await edition.pair("G1"), await edition.pair("G2")];
});

/** A moment of the day before yesterday, `HH:MM:SS` in UTC. */
const at = (time: string, daysLater = 0) =>
  `${new Date(Date.now() + (daysLater - 2) * 86_400_000).toISOString().slice(0, 10)}T${time}.000Z`;
const modeOf = (mode: "once" | "daily" | "in_out" | "unlimited", zone = "SITE") =>
  setPolicy(administrator, edition.slug, zone, { mode });
const list = async (query: Partial<ConflictQuery> = {}) =>
  supervisor.call(routes.listConflicts, { params: { slug: edition.slug }, query });
const conflicts = async (query: Partial<ConflictQuery> = {}) => (await list(query)).items;
const idsOf = ({ first, second }: Conflict) => [first.entryId, second.entryId];

/** A way in, recorded by the device. */
async function cameIn(device: TestDevice, pass: string, occurredAt: string, given: Parameters<typeof anEntry>[0] = {}) {
  const entry = anEntry({ pass, occurredAt, ...given });
  await device.send([entry]);
  return entry.id;
}

test("E4: one pass at two gates without network: both devices, who worked them and the time between", async () => {
  await modeOf("once");
  const { token, pass } = await issuePass(administrator, edition.slug);
  // The later one is delivered first.
  const second = await cameIn(otherGate, token, at("10:04:30"), { operator: "B2" });
  const first = await cameIn(gate, pass.code, at("10:00:00"), { operator: "A1" });
  expect(await conflicts()).toEqual([
    {
      pass: { code: pass.code, kind: "visitor", label: null },
      passDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
      mode: "once",
      first: {
        entryId: first,
        zone: "SITE",
        checkpoint: "G1",
        device: { id: gate.id, name: "kiosk at G1" },
        operator: "A1",
        headcount: 1,
        placedAt: at("10:00:00"),
        receivedAt: expect.any(String),
      },
      second: expect.objectContaining({
        entryId: second,
        checkpoint: "G2",
        device: { id: otherGate.id, name: "kiosk at G2" },
        operator: "B2",
        placedAt: at("10:04:30"),
      }),
      secondsBetween: 270,
    },
  ]);
});

test("once: every way in after the first is one, also after leaving and at the same gate", async () => {
  await modeOf("once");
  const { token } = await issuePass(administrator, edition.slug);
  const first = await cameIn(gate, token, at("10:00:00"));
  await cameIn(gate, token, at("11:00:00"), { direction: "out" });
  const second = await cameIn(gate, token, at("12:00:00"));
  const third = await cameIn(otherGate, token, at("09:00:00", 1));
  expect((await conflicts()).map(idsOf)).toEqual([
    [second, third],
    [first, second],
  ]);
});

test("daily: two ways in on one local day", async () => {
  await modeOf("daily");
  const { token } = await issuePass(administrator, edition.slug);
  await cameIn(gate, token, at("10:00:00"));
  const morning = await cameIn(gate, token, at("10:00:00", 1));
  const noon = await cameIn(otherGate, token, at("12:00:00", 1));
  expect((await conflicts()).map(idsOf)).toEqual([[morning, noon]]);
});

test("in and out: a way in of who had not left", async () => {
  await modeOf("in_out");
  const { token } = await issuePass(administrator, edition.slug);
  const first = await cameIn(gate, token, at("10:00:00"));
  const second = await cameIn(otherGate, token, at("10:10:00"));
  await cameIn(otherGate, token, at("10:20:00"), { direction: "out" });
  await cameIn(gate, token, at("10:30:00"));
  expect((await conflicts()).map(idsOf)).toEqual([[first, second]]);
});

test("groups: the bus with which more had come than the group has", async () => {
  await modeOf("once");
  const { token, pass } = await issueGroupPass(administrator, edition.slug, 40, 4);
  await cameIn(gate, token, at("10:00:00"), { headcount: 30 });
  const second = await cameIn(gate, token, at("10:10:00"), { headcount: 14 });
  const third = await cameIn(otherGate, token, at("10:20:00"), { headcount: 1 });
  const found = await conflicts();
  expect(found.map(idsOf)).toEqual([[second, third]]);
  expect(found[0]?.pass).toEqual({ code: pass.code, kind: "group", label: "Ibn Khaldoun" });
});

test("groups, in and out: who left may come back, and ways out before the first way in give nothing", async () => {
  await modeOf("in_out");
  const { token } = await issueGroupPass(administrator, edition.slug, 10, 0);
  await cameIn(gate, token, at("09:00:00"), { headcount: 5, direction: "out" });
  await cameIn(gate, token, at("10:00:00"), { headcount: 10 });
  await cameIn(gate, token, at("10:30:00"), { headcount: 4, direction: "out" });
  const back = await cameIn(gate, token, at("10:40:00"), { headcount: 4 });
  expect(await conflicts()).toEqual([]);
  const tooMany = await cameIn(gate, token, at("10:50:00"), { headcount: 1 });
  expect((await conflicts()).map(idsOf)).toEqual([[back, tooMany]]);
});

test("E1: what was taken back is in none", async () => {
  await modeOf("once");
  const { token } = await issuePass(administrator, edition.slug);
  await cameIn(gate, token, at("10:00:00"));
  const second = await cameIn(otherGate, token, at("10:05:00"));
  await otherGate.send([aVoid(second, { occurredAt: at("10:06:00") })]);
  expect(await conflicts()).toEqual([]);
});

test("a pass that nobody issued has no name, and is known by what was shown", async () => {
  await modeOf("once");
  await cameIn(gate, "a copied picture", at("10:00:00"));
  await cameIn(otherGate, "a copied picture", at("10:05:00"));
  expect((await conflicts()).map(({ pass }) => pass)).toEqual([null]);
});

test("other zones, other passes, other editions and modes without a limit make none", async () => {
  await modeOf("once");
  await modeOf("unlimited", "P01");
  const other = await createEdition(administrator, api.url);
  await setPolicy(administrator, other.slug, "SITE", { mode: "once" });
  const { token } = await issuePass(administrator, edition.slug);
  const door = await edition.pair("P01-A");
  await cameIn(gate, token, at("10:00:00"));
  await cameIn(door, token, at("10:05:00"));
  await cameIn(door, token, at("10:06:00"));
  await cameIn(await other.pair("G1"), token, at("10:10:00"));
  await cameIn(gate, (await issuePass(administrator, edition.slug)).token, at("10:15:00"));
  expect(await conflicts()).toEqual([]);
});

test("A4: a rehearsal's are listed while it lasts, and gone once the edition is open", async () => {
  edition = await createEdition(administrator, api.url, { status: "draft" });
  gate = await edition.pair("G1");
  await modeOf("once");
  const { token } = await issuePass(administrator, edition.slug);
  await cameIn(gate, token, at("10:00:00"));
  await cameIn(gate, token, at("10:05:00"));
  expect(await conflicts()).toHaveLength(1);
  await administrator.call(routes.changeEdition, { params: { slug: edition.slug }, body: { status: "open" } });
  await cameIn(gate, token, at("10:10:00"));
  expect(await conflicts()).toEqual([]);
});

test("by zone and by time of the second way in; pages from the latest on leave no gap and no double", async () => {
  await modeOf("once");
  await modeOf("once", "P01");
  const door = await edition.pair("P01-A");
  const seconds: string[] = [];
  for (let pair = 0; pair < 5; pair += 1) {
    const { token } = await issuePass(administrator, edition.slug);
    const device = pair % 2 === 0 ? gate : door;
    await cameIn(device, token, at(`0${pair}:00:00`));
    // The last two at the same moment.
    seconds.unshift(await cameIn(device, token, at(`1${Math.min(pair, 3)}:00:00`)));
  }
  const secondsOf = (items: Conflict[]) => items.map(({ second }) => second.entryId);
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await list({ limit: 2, ...(cursor && { cursor }) });
    expect(page.items.length).toBeLessThanOrEqual(2);
    seen.push(...secondsOf(page.items));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(seen).toHaveLength(5);
  expect(seen.slice(2)).toEqual(seconds.slice(2));
  expect(seen.slice(0, 2).toSorted()).toEqual(seconds.slice(0, 2).toSorted());
  expect(secondsOf(await conflicts({ zone: "P01" })).toSorted()).toEqual(
    seconds.filter((_, index) => index % 2 === 1).toSorted(),
  );
  expect(secondsOf(await conflicts({ from: at("11:00:00"), to: at("13:00:00") }))).toEqual([seconds[2], seconds[3]]);
});

test("a viewer, and a token of another edition, are turned away", async () => {
  const viewer = await api.as("viewer");
  const call = (client: Client) => client.call(routes.listConflicts, { params: { slug: edition.slug }, query: {} });
  await expect(call(viewer)).rejects.toMatchObject({ status: 403 });
  const other = await createEdition(administrator, api.url);
  const { token } = await administrator.call(routes.createApiToken, {
    body: { name: "elsewhere", role: "supervisor", edition: other.slug },
  });
  await expect(call(createClient({ baseUrl: api.url, token }))).rejects.toMatchObject({ status: 403 });
  await expect(list({ cursor: "nonsense" })).rejects.toMatchObject({ code: "invalid" });
});
