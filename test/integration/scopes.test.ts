import { type Client, CookieHolder, createClient } from "@abwab/api-client";
import { allRoutes, type CountTick, LIVE_NAMESPACE, type Role, type Route, routes, type Scope } from "@abwab/contract";
import { io } from "socket.io-client";
import { createPark } from "../support/create-park.ts";
import { refusal } from "../support/refusal.ts";
import { startTestApi, type TestApi } from "../support/test-api.ts";

const PASSWORD = "correct horse battery";
let api: TestApi;
let root: Client;
beforeAll(async () => {
  api = await startTestApi();
  root = await api.as("administrator");
  await createPark(root, { slug: "park", status: "open" });
  await createPark(root, { slug: "other", status: "open" });
});
afterAll(() => api[Symbol.asyncDispose]());

/** Somebody who is bound to editions or zones, signed in. */
async function bound(role: Role, scope: Scope | null) {
  const email = `${crypto.randomUUID()}@example.ma`;
  const person = await root.call(routes.createPerson, {
    body: { email, name: "Amal", role, scope, password: PASSWORD },
  });
  const cookie = new CookieHolder();
  const client = createClient({ baseUrl: api.url, cookie });
  const signedIn = await client.call(routes.signIn, { body: { email, password: PASSWORD } });
  return { id: person.id, email, client, cookie, signedIn };
}
const ofP01 = [{ edition: "park", zones: ["P01"] }];

/** Records a crossing at a door; answers its id. */
async function enter(checkpoint: string, slug = "park"): Promise<string> {
  const { pairingCode } = await root.call(routes.createDevice, {
    params: { slug },
    body: { name: "kiosk", checkpoint },
  });
  const { token } = await createClient({ baseUrl: api.url }).call(routes.pair, { body: { pairingCode } });
  const id = crypto.randomUUID();
  const device = createClient({ baseUrl: api.url, token: () => token });
  const entry = { id, direction: "in" as const, headcount: 3, occurredAt: new Date().toISOString() };
  await device.call(routes.recordEntries, { body: { entries: [entry] } });
  return id;
}

describe("somebody bound to an edition", () => {
  it("is told so, sees that one alone, and has its role there", async () => {
    const { client, signedIn } = await bound("organiser", [{ edition: "park", zones: null }]);
    expect(signedIn.scope).toEqual([{ edition: "park", zones: null }]);
    expect((await client.call(routes.me)).scope).toEqual([{ edition: "park", zones: null }]);
    const { items } = await client.call(routes.listEditions, { query: {} });
    expect(items.map(({ slug }) => slug)).toEqual(["park"]);
    await client.call(routes.listExports, { params: { slug: "park" }, query: {} });
    expect(await refusal(client.call(routes.counts, { params: { slug: "other" }, query: {} }))).toBe("out_of_scope");
    expect(await refusal(client.call(routes.listExports, { params: { slug: "other" }, query: {} }))).toBe(
      "out_of_scope",
    );
  });

  it("reaches nothing above editions, an administrator neither, and is not the last one", async () => {
    const { client, id } = await bound("administrator", [{ edition: "park", zones: null }]);
    for (const call of [
      client.call(routes.listPeople, { query: {} }),
      client.call(routes.listAudit, { query: {} }),
      client.call(routes.listApiTokens, { query: {} }),
      client.call(routes.listInvitations, { query: {} }),
      client.call(routes.accountPolicy),
    ]) {
      expect(await refusal(call)).toBe("out_of_scope");
    }
    // Whoever is bound to nothing stays: the first administrator can't be bound while there is no other.
    const { items } = await root.call(routes.listPeople, { query: {} });
    const first = items.find(({ email }) => email === "admin@example.org")?.id ?? "";
    expect(first).not.toBe(id);
    const binding = root.call(routes.changePerson, { params: { id: first }, body: { scope: ofP01 } });
    expect(await refusal(binding)).toBe("last_administrator");
  });

  it("is signed out when the scope changes, and the trail says how it changed (P2)", async () => {
    const { client, id, email } = await bound("viewer", null);
    await root.call(routes.changePerson, { params: { id }, body: { scope: ofP01 } });
    expect(await refusal(client.call(routes.me))).toBe("unauthenticated");
    const { items } = await root.call(routes.listAudit, { query: {} });
    const event = items.find(({ action, subject }) => action === "person.change" && subject === `person ${email}`);
    expect(event).toMatchObject({ before: { scope: null }, after: { scope: ofP01 } });
  });

  it("can't be bound to what is not there", async () => {
    const create = (scope: Scope) =>
      root.call(routes.createPerson, {
        body: { email: `${crypto.randomUUID()}@a.ma`, name: "A", role: "viewer", scope },
      });
    expect(await refusal(create([{ edition: "nowhere", zones: null }]))).toBe("invalid");
    expect(await refusal(create([{ edition: "park", zones: ["P99"] }]))).toBe("invalid");
    expect(await refusal(create([]))).toBe("invalid");
  });

  it("is what an invitation says", async () => {
    const email = `${crypto.randomUUID()}@example.ma`;
    const body = { email, name: "Salma", role: "supervisor", scope: ofP01 } as const;
    const { token } = await root.call(routes.createInvitation, { body });
    const client = createClient({ baseUrl: api.url, cookie: new CookieHolder() });
    const signedIn = await client.call(routes.acceptInvitation, { body: { token, password: PASSWORD } });
    expect(signedIn.scope).toEqual(ofP01);
    expect(await refusal(client.call(routes.listPasses, { params: { slug: "park" }, query: {} }))).toBe("out_of_scope");
  });
});

/** Routes of an edition that keep to the zones of who is bound to some. */
const KEEPING = [
  "acknowledgeAlert",
  "adjustZone",
  "changeBroadcast",
  "changeZone",
  "counts",
  "countsAt",
  "curves",
  "getCheckpoint",
  "getEdition",
  "getFloorPlan",
  "getPlanBackground",
  "getZone",
  "history",
  "listAcknowledgements",
  "listAlerts",
  "listBroadcastReceipts",
  "listBroadcasts",
  "listCheckpoints",
  "listConflicts",
  "listDevices",
  "listEntries",
  "listZones",
  "noteAlert",
  "recountZone",
  "resolveAlert",
  "sendBroadcast",
  "withdrawBroadcast",
];

describe("somebody bound to zones", () => {
  it("is let into no route of an edition but those that keep to the zones: a new one is closed until it does", async () => {
    const { cookie } = await bound("administrator", ofP01);
    const letIn: string[] = [];
    for (const [name, route] of allRoutes as [string, Route][]) {
      if (!route.path.includes(":slug") || route.access.person === undefined) continue;
      const address = route.path
        .replaceAll(":slug", "park")
        .replace("zones/:code", "zones/P01")
        .replace("checkpoints/:code", "checkpoints/P01-A")
        .replaceAll(":date", "2026-01-01")
        .replaceAll(/:\w+/g, crypto.randomUUID());
      const isUpload = route.upload === true;
      const answer = await fetch(api.url + address, {
        method: route.method,
        headers: {
          cookie: cookie.header ?? "",
          origin: api.url,
          "content-type": isUpload ? "application/octet-stream" : "application/json",
        },
        ...(route.method !== "GET" && { body: isUpload ? "rows" : "{}" }),
      });
      const refused = answer.status === 403 && ((await answer.json()) as { code: string }).code === "out_of_scope";
      if (!refused) letIn.push(name);
    }
    expect(letIn.toSorted()).toEqual(KEEPING.filter((name) => name !== "listEntries" && name !== "history"));
  });

  it("sees the rows of these zones, and the totals that everybody sees", async () => {
    const { client } = await bound("supervisor", ofP01);
    const params = { slug: "park" };
    await enter("P01-A");
    await enter("G1");
    const counts = await client.call(routes.counts, { params, query: {} });
    expect(counts.zones.map(({ zone }) => zone)).toEqual(["P01"]);
    expect(counts.totals).toEqual((await root.call(routes.counts, { params, query: {} })).totals);
    const moment = new Date().toISOString();
    const past = await client.call(routes.countsAt, { params, query: { moment } });
    expect(past.zones.map(({ zone }) => zone)).toEqual(["P01"]);
    expect((await client.call(routes.listZones, { params, query: {} })).items.map(({ code }) => code)).toEqual(["P01"]);
    const devices = await client.call(routes.listDevices, { params, query: {} });
    expect(new Set(devices.items.map(({ zone }) => zone))).toEqual(new Set(["P01"]));
    const period = { from: new Date(Date.now() - 3_600_000).toISOString(), to: moment };
    await client.call(routes.history, { params, query: { ...period, zone: "P01" } });
    for (const query of [{ ...period, zone: "SITE" }, period]) {
      expect(await refusal(client.call(routes.history, { params, query }))).toBe("out_of_scope");
    }
  });

  it("corrects these zones and no other", async () => {
    const { client } = await bound("supervisor", ofP01);
    const [own, foreign] = [await enter("P01-A"), await enter("G1")];
    await client.call(routes.voidEntry, { params: { id: own }, body: { reason: "counted twice" } });
    const other = client.call(routes.voidEntry, { params: { id: foreign }, body: { reason: "counted twice" } });
    expect(await refusal(other)).toBe("unknown_entry");
    const adjustment = {
      direction: "in",
      headcount: 2,
      category: "public",
      at: new Date().toISOString(),
      reason: "late",
    } as const;
    const recount = { inside: 4, countedAt: new Date().toISOString(), reason: "counted" };
    await client.call(routes.adjustZone, { params: { slug: "park", code: "P01" }, body: adjustment });
    await client.call(routes.recountZone, { params: { slug: "park", code: "P01" }, body: recount });
    const site = { slug: "park", code: "SITE" };
    expect(await refusal(client.call(routes.adjustZone, { params: site, body: adjustment }))).toBe("out_of_scope");
    expect(await refusal(client.call(routes.recountZone, { params: site, body: recount }))).toBe("out_of_scope");
  });

  it("steers these zones, and sends messages to them, and to no other", async () => {
    const { client } = await bound("organiser", ofP01);
    const params = { slug: "park" };
    await client.call(routes.changeZone, { params: { slug: "park", code: "P01" }, body: { status: "hold" } });
    const site = client.call(routes.changeZone, { params: { slug: "park", code: "SITE" }, body: { status: "hold" } });
    expect(await refusal(site)).toBe("out_of_scope");
    const texts = { ar: "رسالة", fr: "message", en: "message" };
    const send = (zones: string[] | null) =>
      client.call(routes.sendBroadcast, { params, body: { level: "notice", texts, zones } });
    expect([await refusal(send(null)), await refusal(send(["P01", "SITE"]))]).toEqual(["out_of_scope", "out_of_scope"]);
    const { id } = await send(["P01"]);
    const all = await root.call(routes.sendBroadcast, { params, body: { level: "notice", texts, zones: ["SITE"] } });
    const { items } = await client.call(routes.listBroadcasts, { params, query: {} });
    expect(items.map((each) => each.id)).toEqual([id]);
    const widened = client.call(routes.changeBroadcast, { params: { slug: "park", id }, body: { zones: null } });
    expect(await refusal(widened)).toBe("out_of_scope");
    const foreign = client.call(routes.withdrawBroadcast, { params: { slug: "park", id: all.id } });
    expect(await refusal(foreign)).toBe("out_of_scope");
    await client.call(routes.withdrawBroadcast, { params: { slug: "park", id } });
  });

  it("takes no file of the edition, however it is asked for", async () => {
    const { client } = await bound("administrator", ofP01);
    const params = { slug: "park" };
    for (const call of [
      client.call(routes.listExports, { params, query: {} }),
      client.call(routes.listDays, { params }),
      client.call(routes.listEntries, { params, query: {} }),
      client.call(routes.listEntries, { params, query: { zone: "SITE" } }),
    ]) {
      expect(await refusal(call)).toBe("out_of_scope");
    }
    await client.call(routes.listEntries, { params, query: { zone: "P01" } });
  });

  it("watches these zones alone on the socket", async () => {
    const { cookie } = await bound("supervisor", ofP01);
    const socket = io(api.url + LIVE_NAMESPACE, {
      transports: ["websocket"],
      extraHeaders: { cookie: cookie.header ?? "" },
    });
    try {
      const ticks: CountTick[] = [];
      socket.on("counts", (tick: CountTick) => ticks.push(tick));
      const answer: { ok: boolean; snapshot: { zones: { zone: string }[] } } = await socket
        .timeout(5_000)
        .emitWithAck("watch", { edition: "park" });
      expect(answer.snapshot.zones.map(({ zone }) => zone)).toEqual(["P01"]);
      const { version } = await root.call(routes.counts, { params: { slug: "park" }, query: {} });
      await enter("G1");
      await enter("P01-A");
      const come = new Promise<void>((resolve) => {
        const look = () => ticks.some((tick) => tick.version > version && tick.zones.length > 0) && resolve();
        socket.on("counts", look);
        look();
      });
      await come;
      expect(new Set(ticks.flatMap((tick) => tick.zones.map(({ zone }) => zone)))).toEqual(new Set(["P01"]));
      expect(await socket.timeout(5_000).emitWithAck("watch", { edition: "other" })).toMatchObject({ ok: false });
    } finally {
      socket.disconnect();
    }
  });
});

describe("an API token bound to zones", () => {
  it("sees and corrects these alone", async () => {
    const body = { name: "P01", role: "supervisor", edition: "park", zones: ["P01"] } as const;
    const { id, token } = await root.call(routes.createApiToken, { body: { ...body, zones: ["P01"] } });
    const client = createClient({ baseUrl: api.url, token: () => token });
    const counts = await client.call(routes.counts, { params: { slug: "park" }, query: {} });
    expect(counts.zones.map(({ zone }) => zone)).toEqual(["P01"]);
    expect(await refusal(client.call(routes.listPasses, { params: { slug: "park" }, query: {} }))).toBe("out_of_scope");
    const { items } = await root.call(routes.listApiTokens, { query: {} });
    expect(items.find((each) => each.id === id)).toMatchObject({ edition: "park", zones: ["P01"] });
  });

  it("names the edition of its zones", async () => {
    const body = { name: "P01", role: "supervisor", zones: ["P01"] } as const;
    expect(await refusal(root.call(routes.createApiToken, { body: { ...body, zones: ["P01"] } }))).toBe("invalid");
  });
});
