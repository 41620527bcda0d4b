import type { Client } from "@abwab/api-client";
import { countOnly, type EditionCopy, type NewZone, routes } from "@abwab/contract";
import { queryDatabase } from "../support/query-database.ts";
import { refusal } from "../support/refusal.ts";
import { startTestApi, type TestApi } from "../support/test-api.ts";
import { createEdition, type TestEdition } from "../support/test-edition.ts";

let api: TestApi;
let administrator: Client;
let earlier: TestEdition;
let params: { slug: string };
let slug: string;

const names = { ar: "دورة", fr: "édition", en: "edition" };
const days = [
  { date: "2025-05-17", opensAt: "09:00", closesAt: "21:00" },
  { date: "2025-05-18", opensAt: "10:00", closesAt: "22:00" },
];
const policy = { ...countOnly, mode: "once" as const, categories: ["vip"], hours: { from: "10:00", to: "12:00" } };

beforeAll(async () => {
  api = await startTestApi();
  administrator = await api.as("administrator");
});
afterAll(() => api[Symbol.asyncDispose]());
beforeEach(async () => {
  earlier = await createEdition(administrator, api.url, {
    days,
    categories: ["vip"],
    originSample: 20,
    published: [{ metric: "visits", value: 5, qualifier: "about", source: "press" }],
  });
  params = { slug: earlier.slug };
  slug = `${earlier.slug}-next`;
  const hall: Partial<NewZone> = { kind: "hall", capacity: 80, status: "hold", message: "wait", policy };
  await administrator.call(routes.createZone, { params, body: { code: "HALL1", names, kind: "hall", ...hall } });
});

const copy = (given: Partial<EditionCopy> = {}, client = administrator) =>
  client.call(routes.copyEdition, {
    params,
    body: { slug, names, city: "Tangier", venue: "Port", days: [{ date: "2026-05-16" }], ...given },
  });
const zonesOf = async (of: string) => (await administrator.call(routes.listZones, { params: { slug: of } })).items;

describe("a copied edition", () => {
  it("has the zones, checkpoints, policies and settings of the earlier one, as a draft on its own days", async () => {
    const made = await copy({ days: [{ date: "2026-05-16" }, { date: "2026-05-17" }, { date: "2026-05-18" }] });
    expect(made).toMatchObject({
      slug,
      status: "draft",
      public: false,
      city: "Tangier",
      timeZone: "Africa/Casablanca",
      categories: ["vip"],
      originSample: 20,
      published: [],
      days: [
        { date: "2026-05-16", opensAt: "09:00", closesAt: "21:00" },
        { date: "2026-05-17", opensAt: "10:00", closesAt: "22:00" },
        { date: "2026-05-18", opensAt: "10:00", closesAt: "22:00" },
      ],
    });
    const open = (await zonesOf(earlier.slug)).map((zone) => ({ ...zone, status: "open", message: null }));
    expect(await zonesOf(slug)).toEqual(open);
    const doors = async (of: string) =>
      (await administrator.call(routes.listCheckpoints, { params: { slug: of } })).items;
    expect(await doors(slug)).toEqual(await doors(earlier.slug));
  });

  it("has neither entries nor devices, passes or people of the earlier one", async () => {
    const gate = await earlier.pair("G1");
    await gate.send([{ id: crypto.randomUUID(), direction: "in", headcount: 7, occurredAt: new Date().toISOString() }]);
    await copy();
    const [counted] = await queryDatabase<{ rows: number }>(
      api.database,
      `select (select count(*) from device where edition_id = edition.id) + (select count(*) from ledger where edition_id = edition.id)
         + (select count(*) from pass where edition_id = edition.id) + (select count(*) from operator where edition_id = edition.id)
         + (select count(*) from organisation where edition_id = edition.id) as rows
       from edition where slug = $1`,
      [slug],
    );
    expect(Number(counted?.rows)).toBe(0);
  });

  it("takes only what is asked for", async () => {
    await copy({ what: ["zones"] });
    const hall = (await zonesOf(slug)).find(({ code }) => code === "HALL1");
    expect(hall).toMatchObject({ capacity: 80, policy: countOnly });
    expect((await administrator.call(routes.listCheckpoints, { params: { slug } })).items).toEqual([]);
    expect((await administrator.call(routes.getEdition, { params: { slug } })).categories).toEqual([]);
  });

  it("A4: keeps no pass at a zone where being seen is a risk, also without its policies", async () => {
    await administrator.call(routes.changeZone, {
      params: { ...params, code: "P01" },
      body: { policy: { ...countOnly, anonymousOnly: true } },
    });
    await copy({ what: ["zones"] });
    const zone = (await zonesOf(slug)).find(({ code }) => code === "P01");
    expect(zone?.policy.anonymousOnly).toBe(true);
  });

  it("takes the programme to the same hours of the day with the same number", async () => {
    const hours = { startsAt: "2025-05-18T11:00:00+01:00", endsAt: "2025-05-18T12:30:00+01:00" };
    const item = { kind: "seminar" as const, names, zone: "HALL1", expected: 60, attended: 55 };
    await administrator.call(routes.createProgrammeItem, { params, body: { ...item, ...hours } });
    await copy({ days: [{ date: "2026-05-16" }, { date: "2026-05-17" }] });
    const { items } = await administrator.call(routes.listProgramme, { params: { slug } });
    expect(items).toMatchObject([
      { startsAt: "2026-05-17T10:00:00.000Z", endsAt: "2026-05-17T11:30:00.000Z", expected: 60, attended: null },
    ]);
  });

  it("stands on the trail with where it came from", async () => {
    await copy({ what: ["zones"] });
    const events = await queryDatabase(
      api.database,
      "select after from audit_event where action = 'edition.copy' and subject = $1",
      [`edition ${slug}`],
    );
    expect(events).toEqual([{ after: { from: earlier.slug, what: ["zones"] } }]);
  });

  it("is refused under a name that is taken, without zones for its doors, and to who prepares no editions", async () => {
    expect(await refusal(copy({ slug: earlier.slug }))).toBe("already_exists");
    expect(await refusal(copy({ what: ["checkpoints"] }))).toBe("invalid");
    expect(await refusal(copy({}, await api.as("organiser")))).toBe("forbidden");
  });
});
