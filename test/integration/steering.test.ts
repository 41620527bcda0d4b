import type { Client } from "@abwab/api-client";
import {
  type ClientEvents,
  type DeviceBroadcast,
  LIVE_NAMESPACE,
  routes,
  type ServerEvents,
  type ZoneNotice,
} from "@abwab/contract";
import { io, type Socket } from "socket.io-client";
import { refusal } from "../support/refusal.ts";
import { startTestApi, type TestApi } from "../support/test-api.ts";
import { createEdition, type TestDevice, type TestEdition } from "../support/test-edition.ts";

let api: TestApi;
let administrator: Client;
let organiser: Client;
let edition: TestEdition;
let gate: TestDevice;
let params: { slug: string };
const sockets: Socket<ServerEvents, ClientEvents>[] = [];

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
  params = { slug: edition.slug };
  gate = await edition.pair("G1");
});

afterEach(() => {
  for (const socket of sockets.splice(0)) socket.disconnect();
});

/** A device's line: what it is told, and a wait for what is expected of it. */
async function openLine(device: TestDevice, url = api.url) {
  const socket: Socket<ServerEvents, ClientEvents> = io(url + LIVE_NAMESPACE, {
    transports: ["websocket"],
    forceNew: true,
    reconnection: false,
    auth: { token: device.token },
  });
  sockets.push(socket);
  let broadcasts: DeviceBroadcast[] | undefined;
  const zones = new Map<string, ZoneNotice>();
  let notify = () => {};
  socket.on("broadcasts", (told) => {
    broadcasts = told.broadcasts;
    notify();
  });
  socket.on("zone", (notice, acknowledge) => {
    zones.set(notice.zone, notice);
    acknowledge?.();
    notify();
  });
  await socket.emitWithAck("watch", { edition: edition.slug });
  const until = async (expected: () => boolean) => {
    while (!expected()) await new Promise<void>((resolve) => (notify = resolve));
  };
  return {
    untilBroadcasts: (expected: (told: DeviceBroadcast[]) => boolean) =>
      until(() => broadcasts !== undefined && expected(broadcasts)),
    untilZone: (zone: string, status: string) => until(() => zones.get(zone)?.status === status),
  };
}

const states = async () => {
  const { items } = await organiser.call(routes.listZones, { params, query: {} });
  return Object.fromEntries(items.map(({ code, status, message }) => [code, `${status} ${message ?? "-"}`]));
};
const change = (code: string, body: object) => organiser.call(routes.changeZone, { params: { ...params, code }, body });
const hold = (body: { kinds?: ("site" | "pavilion")[]; message?: string } = {}, client = organiser) =>
  client.call(routes.holdSite, { params, body });
const lift = (client = organiser) => client.call(routes.liftHold, { params });
const acknowledgementOf = async (zone: string) => {
  const { items } = await organiser.call(routes.listAcknowledgements, { params });
  return items.find((each) => each.zone === zone);
};
const send = (body: object = {}) =>
  organiser.call(routes.sendBroadcast, { params, body: { texts: { fr: "Bonjour" }, ...body } });
const configurationOf = (device: TestDevice) => device.client.call(routes.deviceConfiguration);
const receiptOf = async (id: string, device: TestDevice) => {
  const { items } = await organiser.call(routes.listBroadcastReceipts, { params: { ...params, id } });
  return items.find((each) => each.device === device.id);
};

/** Asks until it holds: an acknowledgement on the socket is written down by the server in its own time. */
async function eventually(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setImmediate(resolve));
}

describe("holding the site", () => {
  test("every zone is held with the message, a closed one stays closed; lifting gives each its own state back", async () => {
    await change("P01", { status: "hold", message: "Next show at four" });
    await change("ARENA", { status: "closed", message: "Repairs" });
    const before = await states();
    const { hold: held, already } = await hold({ message: "Everybody stays" });
    expect([already, held.zones.map(({ zone }) => zone)]).toEqual([false, ["SITE", "P01", "ARENA"]]);
    expect(await states()).toEqual({
      SITE: "hold Everybody stays",
      P01: "hold Everybody stays",
      ARENA: "closed Everybody stays",
    });
    expect(await lift()).toEqual({ restored: ["SITE", "P01", "ARENA"], kept: [], already: false });
    expect(await states()).toEqual(before);
  });

  test("of two organisers at once one holds, and the other learns that it is held and by whom", async () => {
    const other = await api.as("organiser");
    const answers = await Promise.all([hold({ message: "One" }), hold({ message: "Two" }, other)]);
    expect(answers.filter(({ already }) => already)).toHaveLength(1);
    expect(new Set(answers.map(({ hold: { id, heldBy } }) => `${id} ${heldBy}`)).size).toBe(1);
    const [first] = answers;
    expect(new Set(Object.values(await states()))).toEqual(new Set([`hold ${first?.hold.message ?? ""}`]));
  });

  test("of two who lift at once one restores, and what somebody sets afterwards stands", async () => {
    await hold();
    const answers = await Promise.all([lift(), lift()]);
    expect(answers.filter(({ already }) => already)).toHaveLength(1);
    await change("P01", { status: "closed" });
    expect(await lift()).toEqual({ restored: [], kept: [], already: true });
    expect((await states())["P01"]).toBe("closed -");
  });

  test("a hold of some kinds is widened under the same hold, and remembers the first state of each", async () => {
    await change("SITE", { message: "Welcome" });
    const narrow = await hold({ kinds: ["site"], message: "Stop" });
    expect(await states()).toEqual({ SITE: "hold Stop", P01: "open -", ARENA: "open -" });
    const wide = await hold();
    expect([wide.hold.id, wide.hold.kinds, wide.already]).toEqual([narrow.hold.id, null, false]);
    expect(await states()).toEqual({ SITE: "hold Stop", P01: "hold Stop", ARENA: "hold Stop" });
    await lift();
    expect(await states()).toEqual({ SITE: "open Welcome", P01: "open -", ARENA: "open -" });
  });

  test("what somebody closed during the hold stays closed when it is lifted; what they opened is held again on asking", async () => {
    await hold();
    await change("P01", { status: "closed", message: "Smoke" });
    await change("ARENA", { status: "open" });
    expect((await hold()).already).toBe(false);
    expect(await states()).toMatchObject({ P01: "closed Smoke", ARENA: "hold -" });
    expect(await lift()).toMatchObject({ restored: ["SITE", "ARENA"], kept: ["P01"] });
    expect(await states()).toEqual({ SITE: "open -", P01: "closed Smoke", ARENA: "open -" });
  });

  test("P2: holding and lifting stand on the audit trail with the states before and after", async () => {
    await hold({ message: "Stop" });
    await lift();
    const { items } = await administrator.call(routes.listAudit, { query: { limit: 2 } });
    expect(items.map(({ action }) => action)).toEqual(["site.lift", "site.hold"]);
    expect(items[1]).toMatchObject({ before: { zones: [{ zone: "SITE", status: "open" }, {}, {}] } });
  });

  test("kiosks of another server hear of it within a second, and their acknowledgement is told", async () => {
    const other = await api.startAnother();
    const second = await edition.pair("G2");
    const line = await openLine(gate, other.url);
    await hold({ message: "Stop" });
    const held = Date.now();
    await line.untilZone("SITE", "hold");
    expect(Date.now() - held).toBeLessThan(1_000);
    await eventually(async () => (await acknowledgementOf("SITE"))?.have === 1);
    expect(await acknowledgementOf("SITE")).toMatchObject({
      devices: 2,
      have: 1,
      missing: [{ device: second.id, name: "kiosk at G2", checkpoint: "G2" }],
    });
  });
});

describe("what devices say they show", () => {
  const showing = (device: TestDevice, status: "open" | "hold", message: string | null = null) =>
    device.client.call(routes.reportShowing, {
      body: { display: "kiosk", zone: { code: "SITE", status, message }, broadcasts: [] },
    });

  test("a kiosk has its zone's state when it shows that state and that message, and not any more after the next change", async () => {
    await change("SITE", { status: "hold", message: "One" });
    await showing(gate, "hold", "Another");
    expect((await acknowledgementOf("SITE"))?.have).toBe(0);
    await showing(gate, "hold", "One");
    expect((await acknowledgementOf("SITE"))?.have).toBe(1);
    await change("SITE", { status: "open", message: null });
    expect((await acknowledgementOf("SITE"))?.have).toBe(0);
    await showing(gate, "open");
    expect((await acknowledgementOf("SITE"))?.missing).toEqual([]);
  });

  test("a revoked device is not waited for", async () => {
    await administrator.call(routes.revokeDevice, { params: { id: gate.id } });
    expect(await acknowledgementOf("SITE")).toMatchObject({ devices: 0, missing: [] });
  });
});

describe("messages to devices", () => {
  test("one reaches the devices of its zones within a second, on any server, and the configuration of those that were away", async () => {
    const other = await api.startAnother();
    const door = await edition.pair("P01-A");
    const [atGate, atDoor] = await Promise.all([openLine(gate, other.url), openLine(door)]);
    const { id } = await send({ zones: ["SITE"], texts: { ar: "مرحبا", fr: "Bonjour" }, level: "warning" });
    const sent = Date.now();
    await atGate.untilBroadcasts((told) => told.some((each) => each.id === id));
    expect(Date.now() - sent).toBeLessThan(1_000);
    await atDoor.untilBroadcasts((told) => told.length === 0);
    expect((await configurationOf(gate)).broadcasts).toMatchObject([
      { id, revision: 1, level: "warning", texts: { ar: "مرحبا", fr: "Bonjour" } },
    ]);
    expect((await configurationOf(door)).broadcasts).toEqual([]);
  });

  test("a device that connects again is told at once what stands", async () => {
    const { id } = await send();
    const line = await openLine(gate);
    await line.untilBroadcasts((told) => told.some((each) => each.id === id));
    await organiser.call(routes.withdrawBroadcast, { params: { ...params, id } });
    await line.untilBroadcasts((told) => told.length === 0);
  });

  test("it goes by itself when its time is over", async () => {
    const { id } = await send({ until: new Date(Date.now() + 400).toISOString() });
    const told = async () => (await configurationOf(gate)).broadcasts.some((each) => each.id === id);
    await eventually(async () => !(await told()));
  });

  test("who shows it and who has read it is told by device; a change has to be read anew", async () => {
    const { id } = await send();
    const report = (acknowledged: boolean, revision = 1) =>
      gate.client.call(routes.reportShowing, {
        body: { display: "kiosk", broadcasts: [{ id, revision, acknowledged, operator: "A7" }] },
      });
    expect(await receiptOf(id, gate)).toMatchObject({ shownAt: null, acknowledgedAt: null });
    await report(false);
    expect(await receiptOf(id, gate)).toMatchObject({ shownAt: expect.any(String), acknowledgedAt: null });
    await report(true);
    const read = await receiptOf(id, gate);
    expect(read).toMatchObject({ acknowledgedAt: expect.any(String), operator: "A7" });
    await report(true);
    expect(await receiptOf(id, gate)).toEqual({ ...read, lastSeenAt: expect.anything() });
    const changed = await organiser.call(routes.changeBroadcast, {
      params: { ...params, id },
      body: { texts: { fr: "Bonsoir" } },
    });
    expect(changed).toMatchObject({ revision: 2, addressed: 1, shown: 0, acknowledged: 0 });
    await report(true, 1);
    expect((await receiptOf(id, gate))?.acknowledgedAt).toBeNull();
  });

  test("a device used as a wall is asked only for messages to walls", async () => {
    const { id } = await send({ displays: ["kiosk"] });
    await gate.client.call(routes.reportShowing, { body: { display: "wall", broadcasts: [] } });
    expect(await receiptOf(id, gate)).toBeUndefined();
  });

  test("a message of another edition is not receipted, and is not there for its organisers", async () => {
    const { id } = await send();
    const elsewhere = await createEdition(administrator, api.url);
    const stranger = await elsewhere.pair("G1");
    await stranger.client.call(routes.reportShowing, {
      body: { display: "kiosk", broadcasts: [{ id, revision: 1, acknowledged: true }] },
    });
    expect((await organiser.call(routes.listBroadcasts, { params, query: {} })).items[0]).toMatchObject({ shown: 0 });
    const withdraw = organiser.call(routes.withdrawBroadcast, { params: { slug: elsewhere.slug, id } });
    expect(await refusal(withdraw)).toBe("not_found");
  });

  test.each([
    ["no words", { texts: {} }, "texts"],
    ["a zone that is not there", { texts: { fr: "x" }, zones: ["P99"] }, "zones"],
    ["an end that is past", { texts: { fr: "x" }, until: "2025-05-17T10:00:00Z" }, "until"],
  ])("%s is refused with its place", async (_, body, path) => {
    const sending = organiser.call(routes.sendBroadcast, { params, body });
    await expect(sending).rejects.toMatchObject({ code: "invalid", errors: [{ path }] });
  });

  test("a withdrawn message is not changed any more; withdrawing it again changes nothing", async () => {
    const { id } = await send();
    const target = { params: { ...params, id } };
    const { withdrawnAt } = await organiser.call(routes.withdrawBroadcast, target);
    expect((await organiser.call(routes.withdrawBroadcast, target)).withdrawnAt).toBe(withdrawnAt);
    const edit = organiser.call(routes.changeBroadcast, { ...target, body: { level: "warning" } });
    expect(await refusal(edit)).toBe("transition_not_allowed");
  });
});
