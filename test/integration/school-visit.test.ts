import type { Client } from "@abwab/api-client";
import { routes, type Visit } from "@abwab/contract";
import { connectToDatabase } from "@abwab/postgres";
import { recount } from "../../tools/verify/recount.ts";
import { startTestApi, type TestApi } from "../support/test-api.ts";
import { anEntry, aVoid, createEdition, type TestDevice, type TestEdition, today } from "../support/test-edition.ts";
import { putOrganisations } from "../support/test-organisations.ts";

// A school of 300 pupils and 15 adults comes in three buses to two gates. The second gate has no network: what it
// counted arrives in the evening, twice and in another order. Mistakes are taken back at both.

let api: TestApi;
let administrator: Client;
let edition: TestEdition;
let params: { slug: string };
let visit: Visit;
let other: Visit;

const SECOND = 1000;
const began = Date.now();
/** So many seconds after the first bus. */
const at = (seconds: number): string => new Date(began + (seconds - 90) * SECOND).toISOString();

/** Pupils and adults of a bus, as a kiosk counts them: by category, on the group's pass. */
const bus = (pass: string, pupils: number, adults: number, seconds: number) => [
  anEntry({ pass, headcount: pupils, category: "pupils", occurredAt: at(seconds) }),
  anEntry({ pass, headcount: adults, category: "public", occurredAt: at(seconds + 1) }),
];

const stateOf = async ({ id }: Visit): Promise<Visit> =>
  administrator.call(routes.getVisit, { params: { ...params, id } });

async function book(organisationId: string, pupils: number, adults: number): Promise<Visit> {
  const body = { organisationId, slotId: null, pupils, adults, walkIn: true };
  return administrator.call(routes.bookVisit, { params, body });
}

/** As a kiosk knows it that fetched the day's groups in the morning. */
async function tokenAt(gate: TestDevice, { id }: Visit): Promise<string> {
  const { items } = await gate.client.call(routes.listDeviceVisits, {});
  return items.find((item) => item.visit.id === id)?.token ?? "";
}

beforeAll(async () => {
  api = await startTestApi();
  administrator = await api.as("administrator");
  edition = await createEdition(administrator, api.url, { pupilsPerAdult: 20 });
  params = { slug: edition.slug };
  const [school = "", neighbour = ""] = await putOrganisations(api.database, edition.slug, [
    { name: "مدرسة ابن خلدون", kind: "public" },
    { name: "مدرسة المجد", kind: "private" },
  ]);
  visit = await book(school, 300, 15);
  other = await book(neighbour, 40, 4);
  await arrive();
});
afterAll(() => api[Symbol.asyncDispose]());

async function arrive(): Promise<void> {
  const [first, second, door] = [await edition.pair("G1"), await edition.pair("G2"), await edition.pair("P01-A")];
  const [token, neighbours] = [await tokenAt(first, visit), await tokenAt(first, other)];
  expect(await tokenAt(second, visit)).toBe(token);

  // The first bus at the first gate, twice by mistake; the second tap is taken back.
  const twice = bus(token, 100, 5, 3);
  await first.send([...bus(token, 100, 5, 0), ...twice]);
  await first.send(twice.map(({ id }) => aVoid(id, { occurredAt: at(10) })));
  // Others come through the same gate: another school, a family.
  await first.send([...bus(neighbours, 38, 4, 12), anEntry({ headcount: 4, occurredAt: at(14) })]);
  expect(await stateOf(visit)).toMatchObject({ state: "partly_arrived", arrived: { pupils: 100, adults: 5 } });

  // The second and the third bus at the gate without a network. The third was counted as 110 first.
  const wrong = anEntry({ pass: token, headcount: 110, category: "pupils", occurredAt: at(40) });
  const waiting = [
    ...bus(token, 100, 5, 20),
    wrong,
    aVoid(wrong.id, { occurredAt: at(45) }),
    ...bus(token, 100, 5, 46),
  ];

  // All of them cross into a pavilion, and ten leave the park: neither is another arrival.
  await door.send(bus(token, 300, 15, 55));
  await first.send([anEntry({ pass: token, headcount: 10, category: "pupils", direction: "out", occurredAt: at(60) })]);

  // The evening: an answer is lost, so that all is sent again, the last first.
  const results = [...(await second.send(waiting)).results, ...(await second.send(waiting.toReversed())).results];
  expect(results.map(({ status }) => status)).toEqual([
    ...waiting.map(() => "recorded"),
    ...waiting.map(() => "duplicate"),
  ]);
}

test("the school has arrived in full, from the first bus to the last", async () => {
  const { state, arrived, ratioExceeded } = await stateOf(visit);
  expect({ state, arrived, ratioExceeded }).toEqual({
    state: "arrived",
    arrived: { pupils: 300, adults: 15, firstAt: at(0), lastAt: at(47) },
    ratioExceeded: false,
  });
  expect(await stateOf(other)).toMatchObject({ state: "partly_arrived", arrived: { pupils: 38, adults: 4 } });
});

test("each gate has counted its buses", async () => {
  const { items } = await administrator.call(routes.listEntries, { params, query: { zone: "SITE" } });
  const wayIn = (gate: string): number =>
    items
      .filter(({ checkpoint, direction }) => checkpoint === gate && direction === "in")
      .reduce((sum, { headcount }) => sum + headcount, 0);
  expect([wayIn("G1"), wayIn("G2")]).toEqual([105 + 42 + 4, 210]);
});

test("the zones and the edition's totals agree", async () => {
  const { totals, zones } = await administrator.call(routes.counts, { params });
  expect(zones.find(({ zone }) => zone === "SITE")).toMatchObject({ enteredToday: 361, exitedToday: 10, inside: 351 });
  expect(zones.find(({ zone }) => zone === "P01")).toMatchObject({ enteredToday: 315, inside: 315 });
  expect(totals).toMatchObject({ visitsToday: 361, visitsEdition: 361, pavilionVisitsToday: 315 });
});

test("the day knows its pupils from its adults", async () => {
  const query = { zone: "SITE", step: "1d", by: "category" } as const;
  const { points } = await administrator.call(routes.history, { params, query });
  expect(points).toMatchObject([
    {
      entered: 361,
      exited: 10,
      byCategory: { pupils: { entered: 338, exited: 10 }, public: { entered: 23, exited: 0 } },
    },
  ]);
});

test("two schools are represented", async () => {
  const { items } = await administrator.call(routes.represented, { params });
  expect(items).toEqual([
    { type: "school", kind: "private", invited: 1, booked: 1, arrived: 1, pupils: 38, adults: 4 },
    { type: "school", kind: "public", invited: 1, booked: 1, arrived: 1, pupils: 300, adults: 15 },
  ]);
});

test("C1: a recount of the ledger finds the same", async () => {
  const client = await connectToDatabase(api.database.url);
  try {
    expect((await recount(client)).differences).toEqual([]);
  } finally {
    await client.end();
  }
});

test("the day's list has both schools", async () => {
  const { items } = await administrator.call(routes.listVisits, { params, query: { day: today(), zone: "SITE" } });
  expect(items.map(({ id }) => id)).toEqual([visit.id, other.id]);
});
