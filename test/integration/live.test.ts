import { applyTick, type Client } from "@abwab/api-client";
import {
  type ClientEvents,
  type CountSnapshot,
  type CountTick,
  LIVE_NAMESPACE,
  routes,
  type ServerEvents,
  type WatchAnswer,
  type ZoneNotice,
} from "@abwab/contract";
import { once } from "node:events";
import { io, type Socket } from "socket.io-client";
import { startTestApi, type TestApi } from "../support/test-api.ts";
import { anEntry, createEdition, type TestDevice, type TestEdition } from "../support/test-edition.ts";

let api: TestApi;
let administrator: Client;
let edition: TestEdition;
let gate: TestDevice;
const sockets: Socket<ServerEvents, ClientEvents>[] = [];

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

afterEach(() => {
  for (const socket of sockets.splice(0)) socket.disconnect();
});

async function connect(token: string | undefined, url = api.url): Promise<Socket<ServerEvents, ClientEvents>> {
  const socket: Socket<ServerEvents, ClientEvents> = io(url + LIVE_NAMESPACE, {
    transports: ["websocket"],
    forceNew: true,
    reconnection: false,
    auth: token === undefined ? {} : { token },
  });
  sockets.push(socket);
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("connect_error", reject);
  });
  return socket;
}

const watch = (socket: Socket<ServerEvents, ClientEvents>, slug = edition.slug): Promise<WatchAnswer> =>
  socket.emitWithAck("watch", { edition: slug });

/** A screen: what it shows, and every tick that came. */
async function openScreen(token = gate.token, url = api.url) {
  const socket = await connect(token, url);
  const ticks: { tick: CountTick; at: number }[] = [];
  let shown: CountSnapshot | undefined;
  let notify = () => {};
  socket.on("counts", (tick) => {
    ticks.push({ tick, at: Date.now() });
    if (shown) shown = applyTick(shown, tick);
    notify();
  });
  const answer = await watch(socket);
  if (!answer.ok) throw new Error(answer.code);
  shown = answer.snapshot;
  return {
    socket,
    ticks,
    row: (zone: string) => shown?.zones.find((it) => it.zone === zone),
    shown: () => shown,
    /** Resolves as soon as the screen shows what is expected. */
    async until(expected: (shown: CountSnapshot) => boolean): Promise<void> {
      while (!shown || !expected(shown)) await new Promise<void>((resolve) => (notify = resolve));
    },
  };
}

const entered = (shown: CountSnapshot, zone = "SITE") => shown.zones.find((it) => it.zone === zone)?.enteredToday;

test("C3: a snapshot on watch holds every commit before it", async () => {
  await gate.send([anEntry({ headcount: 4 })]);
  const screen = await openScreen();
  expect(screen.row("SITE")).toMatchObject({ enteredToday: 4, inside: 4 });
  await gate.send([anEntry({ headcount: 5 })]);
  expect((await openScreen()).row("SITE")?.enteredToday).toBe(9);
});

test("C3: a commit is on every screen within a second, of any server", async () => {
  const other = await api.startAnother();
  const screens = await Promise.all([openScreen(), openScreen(gate.token, other.url)]);
  await gate.send([anEntry({ headcount: 7 })]);
  const committed = Date.now();
  await Promise.all(screens.map((screen) => screen.until((shown) => entered(shown) === 7)));
  expect(Date.now() - committed).toBeLessThan(1_000);
});

test("a tick carries only the rows that changed, with state and not increments", async () => {
  const screen = await openScreen();
  const door = await edition.pair("P01-A");
  await screen.until((shown) => shown.completeness.devices === 2);
  screen.ticks.length = 0;
  await door.send([anEntry({ headcount: 2 })]);
  await screen.until((shown) => entered(shown, "P01") === 2);
  await door.send([anEntry({ headcount: 3 })]);
  await screen.until((shown) => entered(shown, "P01") === 5);
  const withRows = screen.ticks.filter(({ tick }) => tick.zones.length > 0);
  expect(withRows.map(({ tick }) => tick.zones.map((row) => [row.zone, row.enteredToday]))).toEqual([
    [["P01", 2]],
    [["P01", 5]],
  ]);
});

test("at most four ticks a second come under a stream of commits, and the last one is exact", async () => {
  const screen = await openScreen();
  const end = Date.now() + 2_000;
  let sent = 0;
  while (Date.now() < end) {
    await gate.send([anEntry()]);
    sent += 1;
  }
  await screen.until((shown) => entered(shown) === sent);
  const first = screen.ticks[0]?.at ?? 0;
  const last = screen.ticks.at(-1)?.at ?? 0;
  expect(screen.ticks.length).toBeLessThanOrEqual(Math.ceil((last - first) / 250) + 1);
});

test("C3: a reconnect starts from a snapshot and misses nothing that came in between", async () => {
  const screen = await openScreen();
  screen.socket.disconnect();
  await gate.send([anEntry({ headcount: 11 })]);
  expect((await openScreen()).row("SITE")?.enteredToday).toBe(11);
});

test("a version never goes back on a screen", async () => {
  const screen = await openScreen();
  await Promise.all(Array.from({ length: 30 }, () => gate.send([anEntry()])));
  await screen.until((shown) => entered(shown) === 30);
  const versions = screen.ticks.map(({ tick }) => tick.version);
  expect(versions).toEqual(versions.toSorted((a, b) => a - b));
});

test("a change of a zone without an entry reaches the screens, and its kiosks as a notice", async () => {
  const screen = await openScreen();
  const notice = once(screen.socket as unknown as NodeJS.EventEmitter, "zone") as Promise<[ZoneNotice]>;
  await administrator.call(routes.changeZone, {
    params: { slug: edition.slug, code: "SITE" },
    body: { status: "hold", message: "Wait for the next show" },
  });
  expect((await notice)[0]).toEqual({ zone: "SITE", status: "hold", message: "Wait for the next show" });
  await screen.until((shown) => shown.zones[0]?.status === "hold");
});

test("a notice waits for the acknowledgement of the kiosk", async () => {
  const socket = await connect(gate.token);
  const acknowledge = new Promise((resolve) => socket.once("zone", (_, callback) => resolve(callback)));
  await administrator.call(routes.changeZone, {
    params: { slug: edition.slug, code: "SITE" },
    body: { status: "closed" },
  });
  expect(await acknowledge).toBeInstanceOf(Function);
});

test("a notice reaches screens on another server", async () => {
  const other = await api.startAnother();
  const screen = await openScreen(gate.token, other.url);
  const notice = once(screen.socket as unknown as NodeJS.EventEmitter, "zone");
  await administrator.call(routes.changeZone, {
    params: { slug: edition.slug, code: "P01" },
    body: { status: "closed" },
  });
  expect((await notice)[0]).toMatchObject({ zone: "P01", status: "closed" });
});

test("a revoked device's socket is closed within a second, on any server", async () => {
  const other = await api.startAnother();
  const closings = (await Promise.all([connect(gate.token), connect(gate.token, other.url)])).map(
    (socket) => new Promise((resolve) => socket.once("disconnect", resolve)),
  );
  const revoked = Date.now();
  await administrator.call(routes.revokeDevice, { params: { id: gate.id } });
  await Promise.all(closings);
  expect(Date.now() - revoked).toBeLessThan(1_000);
  await expect(connect(gate.token)).rejects.toMatchObject({ message: "device_revoked" });
});

test("a stranger watches the totals of a public edition only", async () => {
  const open = await createEdition(administrator, api.url, { public: true });
  await (await open.pair("G1")).send([anEntry({ headcount: 6 })]);
  const stranger = await connect(undefined);
  const answer = await watch(stranger, open.slug);
  expect(answer).toMatchObject({ ok: true, snapshot: { totals: { visitsToday: 6 }, zones: [] } });
  expect(await watch(stranger)).toEqual({ ok: false, code: "unauthenticated" });
});

test("an edition that is no longer public is no longer told to strangers", async () => {
  const open = await createEdition(administrator, api.url, { public: true });
  const door = await open.pair("G1");
  const stranger = await connect(undefined);
  await watch(stranger, open.slug);
  const heard: CountTick[] = [];
  stranger.on("counts", (tick) => heard.push(tick));
  await administrator.call(routes.changeEdition, { params: { slug: open.slug }, body: { public: false } });
  const witness = await connect(door.token);
  const told = new Promise<void>((resolve) =>
    witness.on("counts", (tick) => tick.totals.visitsToday === 8 && resolve()),
  );
  await watch(witness, open.slug);
  await door.send([anEntry({ headcount: 8 })]);
  await told;
  // The answer comes after whatever was sent before it.
  expect(await watch(stranger, open.slug)).toEqual({ ok: false, code: "unauthenticated" });
  expect(heard.filter((tick) => tick.totals.visitsToday > 0)).toEqual([]);
});

test("a device watches its own edition; what is asked wrongly is answered in a word", async () => {
  const other = await createEdition(administrator, api.url);
  const socket = await connect(gate.token);
  expect(await watch(socket, other.slug)).toEqual({ ok: false, code: "forbidden" });
  expect(await watch(socket, "none-such")).toEqual({ ok: false, code: "not_found" });
  expect(await socket.emitWithAck("watch", null as never)).toEqual({ ok: false, code: "invalid" });
  await expect(connect("abd_nonsense")).rejects.toMatchObject({ message: "unauthenticated" });
});

test("after unwatch no more ticks come", async () => {
  const screen = await openScreen();
  const witness = await openScreen();
  screen.socket.emit("unwatch", { edition: edition.slug });
  // The answer to a later question comes after the unwatch was taken.
  await watch(screen.socket, "none-such");
  screen.ticks.length = 0;
  await gate.send([anEntry({ headcount: 3 })]);
  await witness.until((shown) => entered(shown) === 3);
  expect(screen.ticks).toHaveLength(0);
});
