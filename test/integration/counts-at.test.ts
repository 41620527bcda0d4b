import type { Client } from "@abwab/api-client";
import { type CountSnapshot, routes } from "@abwab/contract";
import { queryDatabase } from "../support/query-database.ts";
import { startTestApi, type TestApi } from "../support/test-api.ts";
import { anEntry, aVoid, createEdition, type TestDevice, type TestEdition } from "../support/test-edition.ts";

const MINUTE = 60_000;
const at = (clock: string) => `2025-05-18T${clock}+01:00`;

let api: TestApi;
let administrator: Client;
let edition: TestEdition;
let gate: TestDevice;
let door: TestDevice;

beforeAll(async () => {
  api = await startTestApi();
  administrator = await api.as("administrator");
});

afterAll(async () => {
  await api[Symbol.asyncDispose]();
});

beforeEach(async () => {
  edition = await createEdition(administrator, api.url, {
    days: ["2025-05-17", "2025-05-18"].map((date) => ({ date, opensAt: "09:00", closesAt: "21:00" })),
  });
  gate = await edition.pair("G1");
  door = await edition.pair("P01-A");
});

const countsAt = (moment: string) =>
  administrator.call(routes.countsAt, { params: { slug: edition.slug }, query: { moment } });
const row = async (moment: string, zone = "SITE") => (await countsAt(moment)).zones.find((each) => each.zone === zone);
const entry = (clock: string, given: object = {}) => anEntry({ occurredAt: at(clock), ...given });

/** What the ledger alone says of a moment: no tally, no anchor table. */
async function recount(moment: string): Promise<Record<string, (number | null)[]>> {
  const rows = await queryDatabase<{ code: string; today: number; edition: number; inside: number | null }>(
    api.database,
    `with anchored as (
       select distinct on (zone_id) zone_id, placed_at, headcount from ledger
       where kind = 'anchor' and placed_at <= $2::timestamptz order by zone_id, placed_at desc, id desc
     )
     select zone.code,
       coalesce(sum(l.headcount) filter (where direction = 'in'
         and l.placed_at >= (date_trunc('day', $2::timestamptz at time zone 'Africa/Casablanca')) at time zone 'Africa/Casablanca'), 0)::int as today,
       coalesce(sum(l.headcount) filter (where direction = 'in'), 0)::int as edition,
       case when exists (select from checkpoint where zone_id = zone.id and 'out' = any (directions)) then
         coalesce(max(anchored.headcount), 0)
         + coalesce(sum(case direction when 'in' then l.headcount else -l.headcount end)
             filter (where l.placed_at > coalesce(anchored.placed_at, '-infinity')), 0)
       end::int as inside
     from zone join edition on edition.id = zone.edition_id and edition.slug = $1
       left join ledger l on l.zone_id = zone.id and l.kind <> 'anchor' and l.placed_at < $2::timestamptz
       left join anchored on anchored.zone_id = zone.id
     group by zone.id, zone.code`,
    [edition.slug, moment],
  );
  return Object.fromEntries(rows.map(({ code, today, edition: all, inside }) => [code, [today, all, inside]]));
}

const shown = ({ zones }: CountSnapshot) =>
  Object.fromEntries(zones.map((each) => [each.zone, [each.enteredToday, each.enteredEdition, each.inside]]));

test("C1: at every minute the board of the past equals the recount of the ledger, with voids, anchors and what came late", async () => {
  const void1 = entry("10:05:30", { headcount: 4 });
  await gate.send([
    anEntry({ occurredAt: "2025-05-17T15:00:00+01:00", headcount: 50 }),
    anEntry({ occurredAt: "2025-05-17T16:00:00+01:00", headcount: 20, direction: "out" }),
    entry("10:00:00", { headcount: 10 }),
    entry("10:02:10", { headcount: 3, direction: "out" }),
    void1,
    entry("10:07:00", { headcount: 6, category: "staff" }),
  ]);
  await gate.send([aVoid(void1.id, { occurredAt: at("10:06:00") })]);
  await door.send([entry("10:03:20", { headcount: 7 }), entry("10:08:40", { headcount: 2, direction: "out" })]);
  const place = { params: { slug: edition.slug, code: "SITE" } };
  await administrator.call(routes.recountZone, {
    ...place,
    body: { inside: 100, countedAt: at("10:04:30"), reason: "Counted by hand" },
  });
  await administrator.call(routes.adjustZone, {
    ...place,
    body: { direction: "in", headcount: -2, category: "public", at: at("10:06:10"), reason: "Counted twice" },
  });
  // Late: before and after the recount, and within its own minute.
  await gate.send([
    entry("10:01:15", { headcount: 1 }),
    entry("10:04:29", { headcount: 5 }),
    entry("10:04:31", { headcount: 8 }),
    entry("10:09:00", { headcount: 2, direction: "out" }),
  ]);
  for (let minute = -1; minute <= 11; minute += 1) {
    const moment = new Date(Date.parse(at("10:00:00")) + minute * MINUTE).toISOString();
    expect([moment, shown(await countsAt(moment))]).toEqual([moment, await recount(moment)]);
  }
});

test("an anchor on the very minute stands at it, and what was placed before it does not move it", async () => {
  await gate.send([entry("11:00:00", { headcount: 9 }), entry("11:01:00", { headcount: 1 })]);
  await administrator.call(routes.recountZone, {
    params: { slug: edition.slug, code: "SITE" },
    body: { inside: 30, countedAt: at("11:01:00"), reason: "Counted by hand" },
  });
  const insides = await Promise.all(["11:00:00", "11:01:00", "11:02:00"].map((clock) => row(at(clock))));
  expect(insides.map((each) => each?.inside)).toEqual([0, 30, 30]);
  expect(shown(await countsAt(at("11:02:00")))).toEqual(await recount(at("11:02:00")));
});

test("the totals leave staff out, the pace is of the five minutes before, and a moment is taken down to its minute", async () => {
  await gate.send([
    entry("12:00:30", { headcount: 10 }),
    entry("12:01:30", { headcount: 5, category: "staff" }),
    entry("12:05:30", { headcount: 100 }),
  ]);
  const past = await countsAt(at("12:05:59"));
  expect(past).toMatchObject({
    asOf: new Date(at("12:05:00")).toISOString(),
    day: "2025-05-18",
    totals: { visitsToday: 10, visitsEdition: 10, insideSite: 15, visitsPerMinute: 2 },
  });
  expect(past.zones[0]).toMatchObject({ enteredToday: 15, perMinute: 3 });
});

test("E7: before the day begins nothing of it is counted, and the day before is whole", async () => {
  await gate.send([
    anEntry({ occurredAt: "2025-05-17T22:30:00+01:00", headcount: 5 }),
    entry("00:30:00", { headcount: 7 }),
  ]);
  expect(await row("2025-05-17T23:59:00+01:00")).toMatchObject({ enteredToday: 5, enteredEdition: 5 });
  expect(await row(at("00:30:00"))).toMatchObject({ enteredToday: 0, enteredEdition: 5 });
  expect(await row(at("00:31:00"))).toMatchObject({ enteredToday: 7, enteredEdition: 12 });
  expect(await row("2025-05-16T12:00:00+01:00")).toMatchObject({ enteredToday: 0, enteredEdition: 0 });
  expect(await row("2025-05-25T12:00:00+01:00")).toMatchObject({ enteredToday: 7, enteredEdition: 12 });
});

test("a zone that counts no exits has no inside in the past either", async () => {
  await (await edition.pair("ARENA-A")).send([entry("10:00:00")]);
  expect(await row(at("10:01:00"), "ARENA")).toMatchObject({ enteredToday: 1, inside: null });
});

test("a zone is shown in the state that it was in", async () => {
  const body = { status: "hold" as const };
  await administrator.call(routes.changeZone, { params: { slug: edition.slug, code: "P01" }, body });
  expect((await row(at("10:00:00"), "P01"))?.status).toBe("open");
  const { zones } = await administrator.call(routes.counts, { params: { slug: edition.slug } });
  expect(zones.find((each) => each.zone === "P01")?.status).toBe("hold");
});

test("a moment to come is that of now", async () => {
  const { asOf } = await countsAt("2099-01-01T00:00:00Z");
  expect(Date.parse(asOf)).toBeLessThanOrEqual(Date.now());
});
