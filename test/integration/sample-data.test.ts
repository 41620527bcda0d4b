import type { Client } from "@abwab/api-client";
import { routes } from "@abwab/contract";
import { SampleDataService } from "../../apps/api/src/sample-data/sample-data.service.ts";
import { startTestApi, type TestApi } from "../support/test-api.ts";

const dayMs = 24 * 60 * 60_000;
let api: TestApi;
let staff: Client;

beforeEach(async () => {
  api = await startTestApi({ ABWAB_SAMPLE: "on" });
  staff = await api.as("organiser");
});

afterEach(() => api[Symbol.asyncDispose]());

const install = (now: number): Promise<void> => api.app.nest.get(SampleDataService).install(now);
const edition = (slug: string) => staff.call(routes.getEdition, { params: { slug } });
const dates = async (slug: string): Promise<string[]> => (await edition(slug)).days.map((day) => day.date);
const todayInMorocco = (now: number): string =>
  new Date(now).toLocaleDateString("en-CA", { timeZone: "Africa/Casablanca" });

test("a fresh installation has two editions, each with its park", async () => {
  for (const slug of ["el-jadida-2025", "open-days"]) {
    const { items: zones } = await staff.call(routes.listZones, { params: { slug }, query: { limit: 500 } });
    const { items: doors } = await staff.call(routes.listCheckpoints, { params: { slug }, query: { limit: 500 } });
    expect(zones).toHaveLength(55);
    expect(new Set(doors.map((door) => door.zone)).size).toBe(55);
  }
  expect((await dates("open-days"))[0]).toBe(todayInMorocco(Date.now()));
});

test("each has a floor plan with a place for all but the site, marked as sample, that people may change", async () => {
  const params = { slug: "open-days" };
  const plan = await staff.call(routes.getFloorPlan, { params });
  expect([plan.sample, plan.placements.length, plan.doors.length]).toEqual([true, 54, 8]);
  expect((await staff.call(routes.getFloorPlan, { params: { slug: "el-jadida-2025" } })).placements).toHaveLength(54);
  const { version, width, height } = plan;
  await staff.call(routes.changeFloorPlan, { params, body: { version, width, height, placements: [], doors: [] } });
  await install(Date.now());
  expect(await staff.call(routes.getFloorPlan, { params })).toMatchObject({ sample: false, placements: [] });
});

test("open-days has passes of every kind to try and two who work its gates", async () => {
  const params = { slug: "open-days" };
  const { items: operators } = await staff.call(routes.listOperators, { params });
  expect(operators.map(({ code, hasPin }) => [code, hasPin])).toEqual([
    ["A1", true],
    ["B2", true],
  ]);
  const count = async (kind: "visitor" | "group" | "accreditation"): Promise<number> => {
    const { items } = await staff.call(routes.listPasses, { params, query: { kind, state: "valid" } });
    // Those of booked visits are of organisations.
    return items.filter(({ organisationId }) => organisationId === null).length;
  };
  expect([await count("group"), await count("accreditation")]).toEqual([3, 5]);
  while ((await count("visitor")) < 20) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await count("visitor")).toBe(20);
  const elsewhere = { slug: "el-jadida-2025" };
  expect((await staff.call(routes.listPasses, { params: elsewhere })).items).toEqual([]);
});

test("open-days has organisations to look for, two of them entered twice", async () => {
  const params = { slug: "open-days" };
  const { items } = await staff.call(routes.listOrganisations, { params, query: { search: "mohamed 5" } });
  expect(items.map(({ nameFr }) => nameFr)).toEqual([
    "Lycée Mohamed 5 (exemple)",
    "Lycée qualifiant Mohammed V (exemple)",
  ]);
  const { items: pairs } = await staff.call(routes.listDuplicates, { params });
  expect(pairs.map(({ second }) => second.nameFr ?? "").toSorted()).toEqual([
    "Ecole Annour (exemple)",
    "Lycée Mohamed 5 (exemple)",
  ]);
});

test("open-days has slots on its days, and every school that says how many come is booked", async () => {
  const params = { slug: "open-days" };
  const { items: slots } = await staff.call(routes.listSlots, { params, query: { limit: 500 } });
  expect(slots).toHaveLength(5 * 16);
  const { items: schools } = await staff.call(routes.listOrganisations, { params, query: { type: "school" } });
  const { items: visits } = await staff.call(routes.listVisits, { params });
  const expected = schools.filter(({ expectedPupils }) => expectedPupils > 0);
  expect(visits.map(({ organisation }) => organisation.id).toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
  await install(Date.now());
  expect((await staff.call(routes.listVisits, { params })).items).toHaveLength(visits.length);
});

test("installing again changes nothing, whatever people have changed since", async () => {
  const params = { slug: "open-days", code: "P01" };
  await staff.call(routes.changeZone, { params, body: { capacity: 77 } });
  const before = await edition("open-days");
  await install(Date.now());
  expect(await edition("open-days")).toEqual(before);
  expect(await staff.call(routes.getZone, { params })).toMatchObject({ capacity: 77 });
});

test("a week later five more days begin today, and the earlier ones stay", async () => {
  const before = await dates("open-days");
  const later = Date.now() + 7 * dayMs;
  await install(later);
  const after = await dates("open-days");
  expect(after).toHaveLength(10);
  expect(after).toEqual(expect.arrayContaining([...before, todayInMorocco(later)]));
  expect(await dates("el-jadida-2025")).toHaveLength(5);
});

test("without the setting nothing is installed", async () => {
  await using empty = await startTestApi();
  const { items } = await (await empty.as("viewer")).call(routes.listEditions, { query: {} });
  expect(items).toEqual([]);
});
