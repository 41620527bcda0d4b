import { createClient, type Client } from "@abwab/api-client";
import { routes } from "@abwab/contract";
import pg from "pg";
import { startTestApi, type TestApi } from "../support/test-api.ts";
import { anEntry, aVoid, createEdition, type TestDevice, type TestEdition, today } from "../support/test-edition.ts";

const MINUTE = 60_000;

let api: TestApi;
let administrator: Client;
let edition: TestEdition;
let gate: TestDevice;

beforeAll(async () => {
  api = await startTestApi();
  administrator = await api.as("administrator");
});

afterAll(async () => {
  await api[Symbol.asyncDispose]();
});

beforeEach(async () => {
  edition = await createEdition(administrator, api.url);
  gate = await edition.pair("G1");
});

const ago = (ms: number) => new Date(Date.now() - ms).toISOString();
const snapshot = (query: { day?: string } = {}) =>
  administrator.call(routes.counts, { params: { slug: edition.slug }, query });
const history = async (query: object) =>
  (await administrator.call(routes.history, { params: { slug: edition.slug }, query })).points;
const zone = (code: string) => ({ slug: edition.slug, code });
const row = async (code: string) => (await snapshot()).zones.find((it) => it.zone === code);

/** At the end of the minute before, of the minute, and of the one after it. */
async function insideByMinute(minute: number): Promise<(number | null)[]> {
  const [from, to] = [minute - MINUTE, minute + 2 * MINUTE].map((at) => new Date(at).toISOString());
  return (await history({ zone: "SITE", from, to, step: "1m" })).map((point) => point.inside);
}

async function unheardFor(deviceId: string, interval: string): Promise<void> {
  const client = new pg.Client(api.database.url);
  await client.connect();
  await client.query("update device set last_seen_at = now() - $2::interval where id = $1", [deviceId, interval]);
  await client.end();
}

describe("the snapshot", () => {
  test("C1: visits are of the site without staff; a zone's own figures include everyone", async () => {
    const door = await edition.pair("P01-A");
    await gate.send([
      anEntry({ headcount: 10 }),
      anEntry({ headcount: 3, category: "staff" }),
      anEntry({ headcount: 4, direction: "out" }),
    ]);
    await door.send([anEntry({ headcount: 6, category: "pupils" }), anEntry({ headcount: 1, category: "staff" })]);
    const { totals, zones } = await snapshot();
    expect(totals).toMatchObject({
      visitsToday: 10,
      visitsEdition: 10,
      insideSite: 9,
      pavilionVisitsToday: 6,
      pavilionVisitsEdition: 6,
    });
    expect(zones.find((it) => it.zone === "SITE")).toMatchObject({ enteredToday: 13, exitedToday: 4, inside: 9 });
    expect(zones.find((it) => it.zone === "P01")).toMatchObject({ enteredToday: 7, inside: 7 });
  });

  test("C2: a zone none of whose checkpoints counts exits has no inside", async () => {
    await (await edition.pair("ARENA-A")).send([anEntry({ headcount: 5 })]);
    expect(await row("ARENA")).toMatchObject({ enteredToday: 5, inside: null });
  });

  test("C2: a negative figure is shown and flagged", async () => {
    await gate.send([anEntry({ direction: "out", headcount: 2 })]);
    expect(await row("SITE")).toMatchObject({ inside: -2, flags: ["negative"] });
  });

  test("the pace is the headcount in of the five whole minutes before the current one, divided by five", async () => {
    const minute = Math.floor(Date.now() / MINUTE) * MINUTE;
    const at = (ms: number) => new Date(minute + ms).toISOString();
    const send = [
      anEntry({ headcount: 10, occurredAt: at(-1) }),
      anEntry({ headcount: 20, occurredAt: at(-5 * MINUTE) }),
      anEntry({ headcount: 100, occurredAt: at(-5 * MINUTE - 1) }),
      anEntry({ headcount: 100, direction: "out", occurredAt: at(-MINUTE) }),
      anEntry({ headcount: 100, occurredAt: at(0) }),
      anEntry({ headcount: 5, category: "staff", occurredAt: at(-MINUTE) }),
    ];
    await gate.send(send);
    const { totals, zones } = await snapshot();
    // When the minute turned between sending and reading, the figures are those of the next minute.
    const turned = Math.floor(Date.now() / MINUTE) * MINUTE !== minute;
    if (!turned) expect([zones.find((it) => it.zone === "SITE")?.perMinute, totals.visitsPerMinute]).toEqual([7, 6]);
    else expect(zones.find((it) => it.zone === "SITE")?.perMinute).toBe(23);
  });

  test("C4: it says how many devices are silent and how much waits on them", async () => {
    const other = await edition.pair("G2");
    await unheardFor(other.id, "61 seconds");
    await gate.send([], { pending: 12 });
    expect((await snapshot()).completeness).toEqual({ devices: 2, silent: 1, pending: 12 });
    await other.send([], { pending: 5 });
    await gate.send([], { pending: 0 });
    expect((await snapshot()).completeness).toEqual({ devices: 2, silent: 0, pending: 5 });
  });

  test("outside opening hours nobody is silent", async () => {
    const past = await createEdition(administrator, api.url, {
      days: [{ date: "2025-05-17", opensAt: "09:00", closesAt: "21:00" }],
    });
    await past.pair("G1");
    const { completeness, day } = await administrator.call(routes.counts, { params: { slug: past.slug } });
    expect([completeness.silent, day]).toEqual([0, "2025-05-17"]);
  });

  test("E7: an entry counts on its own day; another day's figures can be asked for", async () => {
    await administrator.call(routes.changeEdition, {
      params: { slug: edition.slug },
      body: {
        days: ["2025-05-17", "2025-05-18", today()].map((date) => ({ date, opensAt: "00:00", closesAt: "00:00" })),
      },
    });
    // Half past midnight of the 18th in Casablanca is half past eleven of the 17th in UTC.
    await gate.send([
      anEntry({ headcount: 5, occurredAt: "2025-05-17T22:59:59Z" }),
      anEntry({ headcount: 7, occurredAt: "2025-05-17T23:30:00Z" }),
    ]);
    expect((await snapshot({ day: "2025-05-17" })).totals.visitsToday).toBe(5);
    expect((await snapshot({ day: "2025-05-18" })).totals).toMatchObject({ visitsToday: 7, visitsEdition: 12 });
    expect((await snapshot()).totals.visitsToday).toBe(0);
  });

  test("a public edition shows a stranger its totals and no zone; another edition nothing", async () => {
    const stranger = createClient({ baseUrl: api.url });
    const open = await createEdition(administrator, api.url, { public: true });
    await (await open.pair("G1")).send([anEntry({ headcount: 8 })]);
    const shown = await stranger.call(routes.counts, { params: { slug: open.slug } });
    expect([shown.totals.visitsToday, shown.zones]).toEqual([8, []]);
    await expect(stranger.call(routes.counts, { params: { slug: edition.slug } })).rejects.toMatchObject({
      status: 401,
    });
    await expect(stranger.call(routes.counts, { params: { slug: "none" } })).rejects.toMatchObject({ status: 404 });
  });

  test("C1: the figures are the same after a restart and on another server", async () => {
    await gate.send([anEntry({ headcount: 3 }), anEntry({ headcount: 2, direction: "out" })]);
    const other = await api.startAnother();
    const elsewhere = createClient({ baseUrl: other.url, token: gate.token });
    const { totals, zones, version } = await snapshot();
    expect(await elsewhere.call(routes.counts, { params: { slug: edition.slug } })).toMatchObject({
      totals,
      zones,
      version,
    });
  });
});

describe("corrections", () => {
  test("C2: a recount is an anchor: what was placed before it no longer moves inside, what comes after does", async () => {
    const supervisor = await api.as("supervisor");
    await gate.send([anEntry({ headcount: 50, occurredAt: ago(30 * MINUTE) }), anEntry({ headcount: 7 })]);
    await supervisor.call(routes.recountZone, {
      params: zone("SITE"),
      body: { inside: 40, countedAt: ago(10 * MINUTE), reason: "counted by hand" },
    });
    expect((await row("SITE"))?.inside).toBe(47);
    await gate.send([
      anEntry({ headcount: 100, occurredAt: ago(20 * MINUTE) }),
      anEntry({ headcount: 1, direction: "out" }),
    ]);
    expect((await row("SITE"))?.inside).toBe(46);
    expect((await row("SITE"))?.enteredToday).toBe(157);
  });

  test("C2: an earlier anchor that comes late does not move the present", async () => {
    const supervisor = await api.as("supervisor");
    const recount = (inside: number, minutes: number) =>
      supervisor.call(routes.recountZone, {
        params: zone("SITE"),
        body: { inside, countedAt: ago(minutes * MINUTE), reason: "by hand" },
      });
    await recount(40, 10);
    await recount(400, 20);
    expect((await row("SITE"))?.inside).toBe(40);
  });

  test("C2: within one minute an anchor parts what came before it from what came after", async () => {
    const supervisor = await api.as("supervisor");
    const minute = Math.floor(Date.now() / MINUTE) * MINUTE - 10 * MINUTE;
    const at = (second: number) => new Date(minute + second * 1000).toISOString();
    await gate.send([5, 30, 45].map((second) => anEntry({ headcount: second, occurredAt: at(second) })));
    await supervisor.call(routes.recountZone, {
      params: zone("SITE"),
      body: { inside: 1000, countedAt: at(30), reason: "by hand" },
    });
    expect((await row("SITE"))?.inside).toBe(1045);
    expect(await insideByMinute(minute)).toEqual([0, 1045, 1045]);
  });

  test("C2: what comes late to the minute of an anchor moves what is inside, however often it was asked for", async () => {
    const supervisor = await api.as("supervisor");
    const minute = Math.floor(Date.now() / MINUTE) * MINUTE - 10 * MINUTE;
    const at = (second: number) => new Date(minute + second * 1000).toISOString();
    const first = anEntry({ headcount: 2, occurredAt: at(50) });
    await supervisor.call(routes.recountZone, {
      params: zone("SITE"),
      body: { inside: 1000, countedAt: at(30), reason: "by hand" },
    });
    const seen = [await insideByMinute(minute)];
    for (const late of [
      first,
      anEntry({ headcount: 3, occurredAt: at(40), direction: "out" }),
      anEntry({ headcount: 7, occurredAt: at(20) }),
      aVoid(first.id),
    ]) {
      await gate.send([late]);
      seen.push(await insideByMinute(minute), await insideByMinute(minute));
    }
    const figures = [1000, 1002, 1002, 999, 999, 999, 999, 997, 997];
    expect(seen.map((inside) => inside[1])).toEqual(figures);
  });

  test("E1: an adjustment adds to its direction, may be negative, and stands on the ledger with its reason", async () => {
    const supervisor = await api.as("supervisor");
    await gate.send([anEntry({ headcount: 50 })]);
    await supervisor.call(routes.adjustZone, {
      params: zone("SITE"),
      body: { direction: "in", headcount: -8, category: "public", at: ago(0), reason: "a class counted twice" },
    });
    expect(await row("SITE")).toMatchObject({ enteredToday: 42, inside: 42 });
    const { items } = await administrator.call(routes.listEntries, { params: { slug: edition.slug }, query: {} });
    expect(items.at(-1)).toMatchObject({ kind: "adjustment", headcount: -8, reason: "a class counted twice" });
  });

  test("a viewer corrects nothing; a zone that counts no exits takes no recount", async () => {
    const body = { inside: 1, countedAt: ago(0), reason: "by hand" };
    const viewer = await api.as("viewer");
    await expect(viewer.call(routes.recountZone, { params: zone("SITE"), body })).rejects.toMatchObject({
      status: 403,
      code: "forbidden",
    });
    const supervisor = await api.as("supervisor");
    await expect(supervisor.call(routes.recountZone, { params: zone("ARENA"), body })).rejects.toMatchObject({
      code: "inside_not_counted",
    });
  });
});

describe("history", () => {
  test("buckets stand on whole steps, gaps are zeros, to is exclusive", async () => {
    const from = Math.floor(Date.now() / (60 * MINUTE)) * 60 * MINUTE - 60 * MINUTE;
    const at = (minutes: number) => new Date(from + minutes * MINUTE).toISOString();
    await gate.send([
      anEntry({ headcount: 1, occurredAt: at(0) }),
      anEntry({ headcount: 2, occurredAt: at(9.99) }),
      anEntry({ headcount: 4, occurredAt: at(25), direction: "out" }),
      anEntry({ headcount: 8, occurredAt: at(30) }),
    ]);
    expect(await history({ zone: "SITE", from: at(0), to: at(30), step: "10m" })).toEqual([
      { at: at(0), entered: 3, exited: 0, inside: 3 },
      { at: at(10), entered: 0, exited: 0, inside: 3 },
      { at: at(20), entered: 0, exited: 4, inside: -1 },
    ]);
  });

  test("the curves of all zones agree with each zone's history", async () => {
    const from = Math.floor(Date.now() / (60 * MINUTE)) * 60 * MINUTE - 60 * MINUTE;
    const at = (minutes: number) => new Date(from + minutes * MINUTE).toISOString();
    const door = await edition.pair("P01-A");
    await gate.send([3, 9.99, 25].map((minutes) => anEntry({ headcount: 5, occurredAt: at(minutes) })));
    await door.send([anEntry({ headcount: 7, occurredAt: at(12) }), anEntry({ headcount: 1, occurredAt: at(30) })]);
    const query = { from: at(0), to: at(30), step: "10m" as const };
    const curves = await administrator.call(routes.curves, { params: { slug: edition.slug }, query });
    expect(curves).toMatchObject({ from: at(0), step: "10m" });
    const entered = new Map(curves.zones.map((curve) => [curve.zone, curve.entered]));
    expect([entered.get("SITE"), entered.get("P01")]).toEqual([
      [10, 0, 5],
      [0, 7, 0],
    ]);
    for (const code of ["SITE", "P01"]) {
      expect(entered.get(code)).toEqual((await history({ zone: code, ...query })).map((point) => point.entered));
    }
    await expect(
      administrator.call(routes.curves, {
        params: { slug: edition.slug },
        query: { ...query, from: "2020-01-01T00:00:00Z", step: "1m" },
      }),
    ).rejects.toMatchObject({ status: 400, code: "invalid" });
  });

  test("by category, without a zone it is the site's, and a void takes back where its entry stood", async () => {
    const entry = anEntry({ headcount: 9, category: "pupils", occurredAt: ago(5 * MINUTE) });
    await gate.send([entry, anEntry({ headcount: 2, occurredAt: ago(5 * MINUTE) }), aVoid(entry.id)]);
    const points = await history({ step: "1d", by: "category" });
    expect(points).toHaveLength(1);
    expect(points[0]).toMatchObject({
      entered: 2,
      byCategory: { public: { entered: 2, exited: 0 }, pupils: { entered: 0, exited: 0 } },
    });
  });

  test("E7: a day's point is at the start of the local day, also where the clock changes in Ramadan", async () => {
    // Morocco's clocks went back on 23 February 2025: that day has 25 hours.
    await administrator.call(routes.changeEdition, {
      params: { slug: edition.slug },
      body: {
        days: ["2025-02-22", "2025-02-23", "2025-02-24"].map((date) => ({ date, opensAt: "09:00", closesAt: "21:00" })),
      },
    });
    const points = await history({ step: "1d" });
    expect(points.map((point) => point.at)).toEqual([
      "2025-02-21T23:00:00.000Z",
      "2025-02-22T23:00:00.000Z",
      "2025-02-24T00:00:00.000Z",
    ]);
  });

  test("a span of too many points, an unknown zone and a wrong step are refused in words", async () => {
    await expect(history({ from: "2020-01-01T00:00:00Z", step: "1m" })).rejects.toMatchObject({
      status: 400,
      code: "invalid",
    });
    await expect(history({ zone: "NOWHERE" })).rejects.toMatchObject({ status: 404, code: "not_found" });
    await expect(history({ step: "2h" })).rejects.toMatchObject({ status: 400, code: "invalid" });
  });
});
