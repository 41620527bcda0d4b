import { createClient, type Client } from "@abwab/api-client";
import { routes } from "@abwab/contract";
import { v7 as newId } from "uuid";
import { startTestApi, type TestApi } from "../support/test-api.ts";
import {
  anEntry,
  aVoid,
  createEdition,
  deviceWith,
  type TestDevice,
  type TestEdition,
} from "../support/test-edition.ts";

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

const countsOf = (slug: string) => administrator.call(routes.counts, { params: { slug } });
const rowOf = async (zone: string) => (await countsOf(edition.slug)).zones.find((row) => row.zone === zone);
const statuses = (response: { results: { status: string; code?: string | undefined }[] }) =>
  response.results.map((result) => result.code ?? result.status);

async function ledger() {
  return (await administrator.call(routes.listEntries, { params: { slug: edition.slug } })).items;
}

describe("delivery", () => {
  test("E2: an entry delivered ten times at once to two servers counts once and is answered alike", async () => {
    const other = await api.startAnother();
    const elsewhere = deviceWith(other.url, gate.id, gate.token);
    const batch = Array.from({ length: 50 }, () => anEntry({ headcount: 2 }));
    const responses = await Promise.all(
      Array.from({ length: 10 }, (_, index) => (index % 2 === 0 ? gate : elsewhere).send(batch)),
    );
    const all = responses.flatMap((response) => response.results);
    expect(all.filter((result) => result.status === "recorded")).toHaveLength(50);
    expect(all.filter((result) => result.status === "duplicate")).toHaveLength(450);
    expect((await rowOf("SITE"))?.enteredToday).toBe(100);
  });

  test("E2: a double within one request counts once", async () => {
    const entry = anEntry();
    expect(statuses(await gate.send([entry, { ...entry }]))).toEqual(["recorded", "duplicate"]);
  });

  test("E2: ids differ in nothing but the case of their letters", async () => {
    const entry = anEntry();
    expect(statuses(await gate.send([entry, { ...entry, id: entry.id.toUpperCase() }]))).toEqual([
      "recorded",
      "duplicate",
    ]);
  });

  test("E5: one id with ten different contents at once stands once; the others are id_reused", async () => {
    const entry = anEntry();
    const responses = await Promise.all(
      Array.from({ length: 10 }, (_, index) => gate.send([{ ...entry, headcount: index + 1 }])),
    );
    expect(responses.map(statuses).flat().toSorted()).toEqual([...Array<string>(9).fill("id_reused"), "recorded"]);
  });

  test.each([
    ["headcount", { headcount: 2 }],
    ["direction", { direction: "out" as const }],
    ["category", { category: "pupils" }],
    ["checkpoint", { checkpoint: "G1" }, { checkpoint: "G2" }],
    ["pass", { pass: "another" }],
    ["occurredAt", { occurredAt: "2025-05-17T10:00:00Z" }],
  ])("E5: another %s is another content", async (_, change, first: object = {}) => {
    await administrator.call(routes.changeDevice, {
      params: { slug: edition.slug, id: gate.id },
      body: { checkpoint: "G2" },
    });
    const entry = anEntry(first);
    expect(statuses(await gate.send([entry, { ...entry, ...change }]))).toEqual(["recorded", "id_reused"]);
  });

  test("E5: the claim, an origin, the offset and the same instant in another offset are no other content", async () => {
    const entry = anEntry({ occurredAt: "2026-05-17T10:00:00Z" });
    const again = {
      ...entry,
      claim: "happened" as const,
      clockOffsetMs: 3,
      origin: "06.181",
      occurredAt: "2026-05-17T11:00:00.000+01:00",
    };
    expect(statuses(await gate.send([entry, again]))).toEqual(["recorded", "duplicate"]);
  });

  test("E5: a checkpoint that was not sent both times is not compared", async () => {
    const entry = anEntry({ checkpoint: "G1" });
    await gate.send([entry]);
    await administrator.call(routes.changeDevice, {
      params: { slug: edition.slug, id: gate.id },
      body: { checkpoint: "G2" },
    });
    const { checkpoint: _, ...unsaid } = entry;
    expect(statuses(await gate.send([unsaid]))).toEqual(["recorded"].map(() => "duplicate"));
  });

  test("E5: an id that stands in another edition is reused", async () => {
    const other = await (await createEdition(administrator, api.url)).pair("G1");
    const entry = anEntry();
    await gate.send([entry]);
    expect(statuses(await other.send([entry]))).toEqual(["id_reused"]);
  });
});

describe("E2: every delivery gets the first one's answer, whatever changed since", () => {
  const params = () => ({ slug: edition.slug });
  const change = {
    archived: () => administrator.call(routes.changeEdition, { params: params(), body: { status: "archived" } }),
    closed: () => administrator.call(routes.changeEdition, { params: params(), body: { status: "closed" } }),
    bound: (checkpoint: string) =>
      administrator.call(routes.changeDevice, { params: { ...params(), id: gate.id }, body: { checkpoint } }),
    policy: (anonymousOnly: boolean) =>
      administrator.call(routes.changeZone, {
        params: { ...params(), code: "SITE" },
        body: { policy: { anonymousOnly } },
      }),
  };

  test("after the edition was archived", async () => {
    const entry = anEntry();
    const first = aVoid(entry.id);
    await gate.send([entry, first]);
    await change.closed();
    await change.archived();
    expect(statuses(await gate.send([entry, first, { ...entry, headcount: 9 }, anEntry()]))).toEqual([
      "duplicate",
      "duplicate",
      "id_reused",
      "edition_archived",
    ]);
  });

  test("after the device was bound to a door that counts no exits", async () => {
    const entry = anEntry({ direction: "out" });
    await gate.send([entry]);
    await change.bound("ARENA-A");
    expect(statuses(await gate.send([entry, anEntry({ direction: "out" })]))).toEqual([
      "duplicate",
      "direction_not_allowed",
    ]);
  });

  test.each([true, false])("after its zone's policy anonymousOnly was no longer %s", async (anonymousOnly) => {
    await change.policy(anonymousOnly);
    const entry = anEntry({ pass: "a-pass" });
    await gate.send([entry]);
    await change.policy(!anonymousOnly);
    expect(statuses(await gate.send([entry]))).toEqual(["duplicate"]);
  });

  test("with the verdict of the first time, asked or not", async () => {
    const asked = anEntry({ claim: "ask" });
    await gate.send([asked]);
    expect((await gate.send([{ ...asked, claim: "happened" }])).results[0]).toMatchObject({
      status: "duplicate",
      verdict: { admit: true, reason: "ok" },
    });
    const happened = anEntry();
    await gate.send([happened]);
    expect((await gate.send([{ ...happened, claim: "ask" }])).results[0]).not.toHaveProperty("verdict");
  });

  test("E5: a refused ask's id with other content is reused", async () => {
    await administrator.call(routes.changeZone, { params: { ...params(), code: "SITE" }, body: { status: "closed" } });
    const ask = anEntry({ claim: "ask" });
    expect(statuses(await gate.send([ask, ask, { ...ask, headcount: 2 }]))).toEqual([
      "not_admitted",
      "not_admitted",
      "id_reused",
    ]);
    expect(statuses(await gate.send([ask, { ...ask, headcount: 2 }]))).toEqual(["not_admitted", "id_reused"]);
  });
});

describe("refusals", () => {
  test("E4: a bad item is refused with its code and the rest of the batch stands", async () => {
    const good = Array.from({ length: 499 }, () => anEntry());
    const response = await gate.send([...good.slice(0, 250), anEntry({ headcount: 0 }), ...good.slice(250)]);
    expect(response.results[250]).toMatchObject({
      status: "refused",
      code: "invalid",
      errors: [{ path: "headcount" }],
    });
    expect(response.results.filter((result) => result.status === "recorded")).toHaveLength(499);
    expect((await rowOf("SITE"))?.enteredToday).toBe(499);
  });

  test.each([
    ["headcount", 0],
    ["headcount", 1001],
    ["headcount", 1.5],
    ["headcount", "2"],
    ["headcount", -1],
    ["id", "no-uuid"],
    ["id", null],
    ["direction", "up"],
    ["category", "nobody"],
    ["category", ""],
    ["checkpoint", 7],
    ["occurredAt", "yesterday"],
    ["occurredAt", "2025-05-17 10:00"],
    ["occurredAt", "2025-02-30T10:00:00Z"],
    ["occurredAt", "0000-01-01T00:00:00Z"],
    ["clockOffsetMs", "much"],
    ["claim", "maybe"],
    ["pass", ""],
    ["surprise", true],
    ["operator", "nul\u0000"],
    ["origin", "{}"],
  ])("E4: %s %j is invalid, and said where", async (field, value) => {
    const raw = { ...anEntry(), [field]: value };
    const [result, other] = (await gate.send([raw, anEntry()])).results;
    expect(result).toMatchObject({ status: "refused", code: "invalid" });
    expect(result?.errors?.length).toBeGreaterThan(0);
    expect(other?.status).toBe("recorded");
  });

  test("E4: an unknown checkpoint, one the device was never bound to, and a direction it does not count", async () => {
    const arena = await edition.pair("ARENA-A");
    const response = await arena.send([
      anEntry({ checkpoint: "NOWHERE" }),
      anEntry({ checkpoint: "G1" }),
      anEntry({ direction: "out" }),
      anEntry(),
    ]);
    expect(statuses(response)).toEqual([
      "unknown_checkpoint",
      "checkpoint_not_allowed",
      "direction_not_allowed",
      "recorded",
    ]);
  });

  test("E4: a checkpoint the device was bound to earlier is still taken", async () => {
    await administrator.call(routes.changeDevice, {
      params: { slug: edition.slug, id: gate.id },
      body: { checkpoint: "P01-A" },
    });
    expect(statuses(await gate.send([anEntry({ checkpoint: "G1" }), anEntry()]))).toEqual(["recorded", "recorded"]);
    expect((await rowOf("P01"))?.enteredToday).toBe(1);
  });

  test("an archived edition refuses what comes, a closed one takes it", async () => {
    const params = { slug: edition.slug };
    await administrator.call(routes.changeEdition, { params, body: { status: "closed" } });
    expect(statuses(await gate.send([anEntry()]))).toEqual(["recorded"]);
    await administrator.call(routes.changeEdition, { params, body: { status: "archived" } });
    expect(statuses(await gate.send([anEntry(), aVoid(newId())]))).toEqual(["edition_archived", "edition_archived"]);
  });

  test("a body that is no JSON is refused whole with not_json, 501 items with too_large", async () => {
    const post = (body: string) =>
      fetch(`${api.url}/api/v1/entries`, {
        method: "POST",
        headers: { authorization: `Bearer ${gate.token}`, "content-type": "application/json" },
        body,
      });
    const bad = await post("{");
    expect([bad.status, bad.headers.get("content-type")?.split(";")[0], await bad.json()]).toMatchObject([
      400,
      "application/problem+json",
      { code: "not_json", status: 400 },
    ]);
    const large = await post(JSON.stringify({ entries: Array.from({ length: 501 }, () => anEntry()) }));
    expect([large.status, await large.json()]).toMatchObject([413, { code: "too_large" }]);
    expect((await post(JSON.stringify({ entries: "many" }))).status).toBe(400);
    expect((await rowOf("SITE"))?.enteredToday).toBe(0);
  });

  test("a revoked device is told so; nothing it sends counts", async () => {
    await administrator.call(routes.revokeDevice, { params: { id: gate.id } });
    await expect(gate.send([anEntry()])).rejects.toMatchObject({ status: 401, code: "device_revoked" });
    expect((await rowOf("SITE"))?.enteredToday).toBe(0);
  });

  test("a device that is revoked through one server is refused by the other from that commit on", async () => {
    const other = await api.startAnother();
    const elsewhere = deviceWith(other.url, gate.id, gate.token);
    await elsewhere.send([anEntry()]);
    await administrator.call(routes.revokeDevice, { params: { id: gate.id } });
    await expect(elsewhere.send([anEntry()])).rejects.toMatchObject({ code: "device_revoked" });
    expect((await rowOf("SITE"))?.enteredToday).toBe(1);
  });

  test("a full queue answers 503 with Retry-After at once, and what it took stands", async () => {
    await using small = await startTestApi({ ABWAB_QUEUE_LIMIT: "500" });
    const boss = await small.as("administrator");
    const busy = await (await createEdition(boss, small.url)).pair("G1");
    const sent = await Promise.allSettled(
      Array.from({ length: 12 }, () => busy.send(Array.from({ length: 300 }, () => anEntry()))),
    );
    const refused = sent.filter((it) => it.status === "rejected");
    expect(refused.length).toBeGreaterThan(0);
    for (const { reason } of refused)
      expect(reason).toMatchObject({ status: 503, code: "overloaded", retryAfterSeconds: 1 });
    const counts = await busy.client.call(routes.counts, {
      params: { slug: (await boss.call(routes.listEditions, { query: {} })).items[0]?.slug ?? "" },
    });
    expect(counts.zones[0]?.enteredToday).toBe((sent.length - refused.length) * 300);
  });
});

describe("clocks", () => {
  const hour = 3_600_000;
  const at = (ms: number) => new Date(ms).toISOString();
  const placed = async () => Date.parse((await ledger())[0]?.placedAt ?? "");

  test("E6: a clock an hour fast is corrected and flagged, and the time that came is kept", async () => {
    const now = Date.now();
    const response = await gate.send([anEntry({ occurredAt: at(now + hour) })], { clock: at(now + hour) });
    expect(response.results[0]?.flags).toEqual(["clock_skew"]);
    expect(Math.abs((await placed()) - now)).toBeLessThan(5_000);
    expect((await ledger())[0]?.occurredAt).toBe(at(now + hour));
  });

  test("E6: an offset that the kiosk knew when it happened goes before the one measured now", async () => {
    const now = Date.now();
    const entry = anEntry({ occurredAt: at(now - 3 * hour + 5 * 60_000), clockOffsetMs: 5 * 60_000 });
    expect((await gate.send([entry])).results[0]?.flags).toEqual(expect.arrayContaining(["clock_skew"]));
    expect(await placed()).toBe(now - 3 * hour);
  });

  test("E6: the last measured offset counts where a request brings no clock", async () => {
    const now = Date.now();
    await gate.send([], { clock: at(now + hour) });
    await gate.client.call(routes.recordEntries, { body: { entries: [anEntry({ occurredAt: at(now + hour) })] } });
    expect(Math.abs((await placed()) - now)).toBeLessThan(5_000);
  });

  test("E6: an entry that is old because it waited is no skew", async () => {
    const response = await gate.send([anEntry({ occurredAt: at(Date.now() - 120 * hour) })]);
    expect(response.results[0]).toMatchObject({ status: "recorded", flags: ["outside_hours"] });
  });

  test("E6: a time 30 hours ahead of a right clock is placed at its receipt and flagged", async () => {
    const response = await gate.send([anEntry({ occurredAt: at(Date.now() + 30 * hour) })]);
    expect(response.results[0]?.flags).toEqual(["clock_skew"]);
    expect(Math.abs((await placed()) - Date.now())).toBeLessThan(5_000);
  });

  test("E6: a kiosk whose clock fell back to 1970 still counts, now", async () => {
    const response = await gate.send([anEntry({ occurredAt: "1970-01-01T00:05:00Z" })], {
      clock: "1970-01-01T00:05:01Z",
    });
    expect(response.results[0]?.flags).toEqual(["clock_skew"]);
    expect((await rowOf("SITE"))?.enteredToday).toBe(1);
  });
});

describe("voids", () => {
  test("E1: a void takes its entry back and both stay on the ledger", async () => {
    const entry = anEntry({ headcount: 7 });
    expect(statuses(await gate.send([entry, anEntry({ headcount: 2 })]))).toEqual(["recorded", "recorded"]);
    expect(statuses(await gate.send([aVoid(entry.id)]))).toEqual(["recorded"]);
    expect(await rowOf("SITE")).toMatchObject({ enteredToday: 2, inside: 2 });
    expect((await ledger()).map((row) => [row.kind, row.headcount])).toEqual(
      expect.arrayContaining([
        ["entry", 7],
        ["entry", 2],
        ["void", -7],
      ]),
    );
  });

  test("within a request entries apply before voids", async () => {
    const entry = anEntry();
    expect(statuses(await gate.send([aVoid(entry.id), entry]))).toEqual(["recorded", "recorded"]);
    expect((await rowOf("SITE"))?.enteredToday).toBe(0);
  });

  test("E2: a void that comes again is a duplicate; a second one under another id and a void of a void are not allowed", async () => {
    const entry = anEntry();
    const first = aVoid(entry.id);
    expect(statuses(await gate.send([entry, first]))).toEqual(["recorded", "recorded"]);
    expect(statuses(await gate.send([first, aVoid(entry.id), aVoid(first.id)]))).toEqual([
      "duplicate",
      "void_not_allowed",
      "void_not_allowed",
    ]);
  });

  test("a void of nothing is unknown_entry, stores nothing, and may come again after its entry", async () => {
    const entry = anEntry();
    const early = aVoid(entry.id);
    expect(statuses(await gate.send([early]))).toEqual(["unknown_entry"]);
    expect(await ledger()).toHaveLength(0);
    expect(statuses(await gate.send([entry]))).toEqual(["recorded"]);
    expect(statuses(await gate.send([early]))).toEqual(["recorded"]);
  });

  test("a device voids only its own, and within 15 minutes of the crossing whenever both arrive", async () => {
    const other = await edition.pair("G2");
    const old = Date.now() - 5 * 3_600_000;
    const entry = anEntry({ occurredAt: new Date(old).toISOString() });
    await gate.send([entry]);
    expect(statuses(await other.send([aVoid(entry.id)]))).toEqual(["void_not_allowed"]);
    const at = (minutes: number) => new Date(old + minutes * 60_000).toISOString();
    expect(statuses(await gate.send([aVoid(entry.id, { occurredAt: at(15.01) })]))).toEqual(["void_not_allowed"]);
    expect(statuses(await gate.send([aVoid(entry.id, { occurredAt: at(15) })]))).toEqual(["recorded"]);
  });

  test("E5: an entry's id sent as a void, or a void's as an entry, is reused", async () => {
    const entry = anEntry();
    const first = aVoid(entry.id);
    await gate.send([entry, first]);
    expect(statuses(await gate.send([aVoid(newId(), { id: entry.id }), anEntry({ id: first.id })]))).toEqual([
      "id_reused",
      "id_reused",
    ]);
  });

  test("P2: a supervisor voids any entry, once, and it is on the ledger with the reason", async () => {
    const supervisor = await api.as("supervisor");
    const entry = anEntry({ headcount: 4, occurredAt: new Date(Date.now() - 3_600_000).toISOString() });
    await gate.send([entry]);
    const voidIt = () =>
      supervisor.call(routes.voidEntry, { params: { id: entry.id }, body: { reason: "counted twice" } });
    await voidIt();
    await expect(voidIt()).rejects.toMatchObject({ status: 409, code: "void_not_allowed" });
    expect((await ledger()).find((row) => row.kind === "void")).toMatchObject({
      voids: entry.id,
      reason: "counted twice",
    });
    await expect(
      supervisor.call(routes.voidEntry, { params: { id: newId() }, body: { reason: "no such" } }),
    ).rejects.toMatchObject({ status: 404, code: "unknown_entry" });
  });
});

describe("claims", () => {
  test("A3: an ask is answered with a verdict, and alike when it comes again", async () => {
    const ask = anEntry({ claim: "ask" });
    const [first] = (await gate.send([ask])).results;
    expect(first).toMatchObject({ status: "recorded", verdict: { admit: true, reason: "ok" } });
    await administrator.call(routes.changeZone, {
      params: { slug: edition.slug, code: "SITE" },
      body: { status: "closed" },
    });
    expect((await gate.send([ask])).results[0]).toMatchObject({ status: "duplicate", verdict: { admit: true } });
  });

  test("A3: a refused ask counts nothing, answers the same again, and is recorded when it happened after all", async () => {
    const zone = { slug: edition.slug, code: "SITE" };
    await administrator.call(routes.changeZone, { params: zone, body: { status: "hold" } });
    const ask = anEntry({ claim: "ask" });
    const refused = { status: "refused", code: "not_admitted", verdict: { admit: false, reason: "zone_on_hold" } };
    expect((await gate.send([ask])).results[0]).toMatchObject(refused);
    await administrator.call(routes.changeZone, { params: zone, body: { status: "open" } });
    expect((await gate.send([ask])).results[0]).toMatchObject(refused);
    expect((await rowOf("SITE"))?.enteredToday).toBe(0);
    expect(statuses(await gate.send([{ ...ask, claim: "happened" }]))).toEqual(["recorded"]);
    expect((await rowOf("SITE"))?.enteredToday).toBe(1);
  });

  test("an ask older than 15 seconds has expired", async () => {
    const ask = anEntry({ claim: "ask", occurredAt: new Date(Date.now() - 16_000).toISOString() });
    expect(statuses(await gate.send([ask]))).toEqual(["expired"]);
  });

  test.each([
    ["a minute behind", -60_000, 0, "recorded"],
    ["a minute ahead", 60_000, -30_000, "expired"],
  ])("E6: the age of an ask is reckoned by the server's clock, of a kiosk %s", async (_, offset, age, status) => {
    const at = (ms: number) => new Date(Date.now() + offset + ms).toISOString();
    const ask = anEntry({ claim: "ask", occurredAt: at(age) });
    expect(statuses(await gate.send([ask], { clock: at(0) }))).toEqual([status]);
  });

  test("E4: what happened in a closed zone is recorded", async () => {
    await administrator.call(routes.changeZone, {
      params: { slug: edition.slug, code: "SITE" },
      body: { status: "closed" },
    });
    expect(statuses(await gate.send([anEntry()]))).toEqual(["recorded"]);
  });

  test("E4: more than the capacity is recorded and flagged", async () => {
    await administrator.call(routes.changeZone, {
      params: { slug: edition.slug, code: "SITE" },
      body: { capacity: 10 },
    });
    const { results, zone } = await gate.send([anEntry({ headcount: 11 })]);
    expect(results[0]).toMatchObject({ status: "recorded", flags: ["over_capacity"] });
    expect(zone).toMatchObject({ inside: 11, flags: ["over_capacity"] });
  });
});

describe("rehearsal", () => {
  test("A4: a rehearsal is flagged, shown while the edition is a draft, and in no figure once it is open", async () => {
    const draft = await createEdition(administrator, api.url, { status: "draft" });
    const kiosk = await draft.pair("G1");
    const rehearsed = anEntry({ headcount: 30 });
    expect((await kiosk.send([rehearsed])).results[0]?.flags).toEqual(["rehearsal"]);
    expect((await countsOf(draft.slug)).totals.visitsToday).toBe(30);
    await administrator.call(routes.changeEdition, { params: { slug: draft.slug }, body: { status: "open" } });
    expect((await countsOf(draft.slug)).totals).toMatchObject({ visitsToday: 0, visitsEdition: 0, insideSite: 0 });
    await kiosk.send([anEntry({ headcount: 2 }), aVoid(rehearsed.id)]);
    expect((await countsOf(draft.slug)).totals).toMatchObject({ visitsToday: 2, visitsEdition: 2, insideSite: 2 });
  });
});

describe("integrators", () => {
  test("an API token names the edition and the checkpoint; one bound to another edition is turned away", async () => {
    const tokenFor = async (slug: string) => {
      const { token } = await administrator.call(routes.createApiToken, {
        body: { name: "counter", role: "supervisor", edition: slug },
      });
      return createClient({ baseUrl: api.url, token });
    };
    const own = await tokenFor(edition.slug);
    const record = (client: Client, entries: Parameters<TestDevice["send"]>[0], slug?: string) =>
      client.call(routes.recordEntries, { body: { ...(slug && { edition: slug }), entries } });
    const response = await record(own, [anEntry({ checkpoint: "G2" }), anEntry()], edition.slug);
    expect(statuses(response)).toEqual(["recorded", "invalid"]);
    expect(response.zone).toBeNull();
    await expect(record(own, [anEntry()])).rejects.toMatchObject({ status: 400, code: "invalid" });
    const foreign = await tokenFor((await createEdition(administrator, api.url)).slug);
    await expect(record(foreign, [anEntry({ checkpoint: "G2" })], edition.slug)).rejects.toMatchObject({ status: 403 });
  });
});

describe("the ledger's listing", () => {
  test("C5: pages by version leave no gap and no double, also while entries come", async () => {
    for (let commit = 0; commit < 5; commit += 1) await gate.send(Array.from({ length: 7 }, () => anEntry()));
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await administrator.call(routes.listEntries, {
        params: { slug: edition.slug },
        query: { limit: 4, ...(cursor && { cursor }) },
      });
      seen.push(...page.items.map((row) => row.id));
      cursor = page.nextCursor ?? undefined;
      if (seen.length === 8) await gate.send([anEntry()]);
    } while (cursor);
    expect(new Set(seen).size).toBe(36);
    expect(seen).toHaveLength(36);
  });

  test("E1: the database itself refuses to change or delete a row", async () => {
    await gate.send([anEntry()]);
    const { default: pg } = await import("pg");
    const client = new pg.Client(api.database.url);
    await client.connect();
    await expect(client.query("update ledger set headcount = 2")).rejects.toThrow(/never changed/);
    await expect(client.query("delete from ledger")).rejects.toThrow(/never changed/);
    await client.end();
  });
});
