import { type Client, createClient } from "@abwab/api-client";
import { type ClientEvents, LIVE_NAMESPACE, routes, type ServerEvents } from "@abwab/contract";
import { once } from "node:events";
import { io, type Socket } from "socket.io-client";
import { refusal } from "../support/refusal.ts";
import { startTestApi, type TestApi, type TestServer } from "../support/test-api.ts";
import { createEdition, type TestDevice, type TestEdition } from "../support/test-edition.ts";

let api: TestApi;
let other: TestServer;
let administrator: Client;
let edition: TestEdition;
let gate: TestDevice;
const sockets: Socket<ServerEvents, ClientEvents>[] = [];

beforeAll(async () => {
  api = await startTestApi();
  other = await api.startAnother();
  administrator = await api.as("administrator");
});
afterAll(() => api[Symbol.asyncDispose]());
beforeEach(async () => {
  edition = await createEdition(administrator, api.url);
  gate = await edition.pair("G1");
});
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.disconnect();
});

const as = (token: string, url = api.url): Client => createClient({ baseUrl: url, token });
const configuration = (client = gate.client) => client.call(routes.deviceConfiguration);
const roll = async (client = gate.client): Promise<string> => (await client.call(routes.rollDeviceToken)).token;
const issue = async (): Promise<string> => {
  const params = { slug: edition.slug };
  return (await administrator.call(routes.issuePass, { params, body: { kind: "visitor" } })).pass.code;
};
const revoke = (code: string) =>
  administrator.call(routes.revokePass, { params: { slug: edition.slug, code }, body: { reason: "lost" } });

async function connect(token: string, url = api.url): Promise<Socket<ServerEvents, ClientEvents>> {
  const socket: Socket<ServerEvents, ClientEvents> = io(url + LIVE_NAMESPACE, {
    transports: ["websocket"],
    forceNew: true,
    reconnection: false,
    auth: { token },
  });
  sockets.push(socket);
  await once(socket as never, "connect");
  return socket;
}

describe("a device's token", () => {
  it("stays good beside the rolled one until that is first used, then it ends, on every server", async () => {
    const next = await roll();
    expect((await configuration()).device.id).toBe(gate.id);
    expect((await configuration(as(next, other.url))).device.id).toBe(gate.id);
    expect((await configuration(as(next))).device.id).toBe(gate.id);
    expect(await refusal(configuration())).toBe("unauthenticated");
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await refusal(configuration(as(gate.token, other.url)))).toBe("unauthenticated");
  });

  it("whose answer was lost is rolled again: the one that nobody got opens nothing", async () => {
    const lost = await roll();
    const next = await roll();
    expect(await refusal(configuration(as(lost)))).toBe("unauthenticated");
    expect((await configuration(as(next))).device.id).toBe(gate.id);
  });

  it("that was rolled and not used ends with another pairing", async () => {
    const next = await roll();
    const { pairingCode } = await administrator.call(routes.renewPairingCode, { params: { id: gate.id } });
    const { token } = await createClient({ baseUrl: api.url }).call(routes.pair, { body: { pairingCode } });
    expect(await refusal(configuration(as(next)))).toBe("unauthenticated");
    expect((await configuration(as(token))).device.id).toBe(gate.id);
  });

  it("of a revoked device is refused, the rolled one too, and not rolled", async () => {
    const next = await roll();
    await administrator.call(routes.revokeDevice, { params: { id: gate.id } });
    expect(await refusal(roll())).toBe("device_revoked");
    expect(await refusal(configuration(as(next)))).toBe("device_revoked");
    expect(await refusal(configuration(as(next, other.url)))).toBe("device_revoked");
  });

  it("used for the first time by many requests at once, on two servers, is taken by all", async () => {
    const next = await roll();
    const clients = Array.from({ length: 12 }, (_, index) => as(next, index % 2 === 0 ? api.url : other.url));
    const answers = await Promise.all(clients.map((client) => configuration(client)));
    expect(new Set(answers.map(({ device }) => device.id))).toEqual(new Set([gate.id]));
  });

  it("of a socket that ended closes the socket; that of the new one stays open", async () => {
    const before = await connect(gate.token, other.url);
    const closed = once(before as never, "disconnect");
    const after = await connect(await roll());
    await closed;
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(after.connected).toBe(true);
  });
});

describe("a kiosk's configuration", () => {
  it("brings the keys that verify passes; a retired one stays, a revoked one goes", async () => {
    const params = { slug: edition.slug };
    const [first] = (await configuration()).publicKeys;
    const second = await administrator.call(routes.rotatePassKey, { params });
    const keyIds = async () => (await configuration()).publicKeys.map(({ keyId }) => keyId);
    expect(await keyIds()).toEqual([first?.keyId, second.keyId]);
    const keyParams = { ...params, keyId: first?.keyId ?? "" };
    await administrator.call(routes.revokePassKey, { params: keyParams, body: { reason: "leaked" } });
    expect(await keyIds()).toEqual([second.keyId]);
  });

  it("A2: brings the codes of revoked passes, on every server at once, and only of its edition", async () => {
    const [kept, lost] = [await issue(), await issue()];
    await configuration(as(gate.token, other.url));
    await revoke(lost);
    expect((await configuration(as(gate.token, other.url))).revocations).toEqual([lost]);
    expect((await configuration()).revocations).not.toContain(kept);
    const elsewhere = await (await createEdition(administrator, api.url)).pair("G1");
    expect((await configuration(elsewhere.client)).revocations).toEqual([]);
  });

  it("has another tag when a pass is revoked or an operator comes, and else the same", async () => {
    const headers = { authorization: `Bearer ${gate.token}` };
    const tag = async () =>
      (await fetch(`${api.url}/api/v1/device/configuration`, { headers })).headers.get("etag") ?? "";
    const first = await tag();
    await issue();
    expect(await tag()).toBe(first);
    await revoke(await issue());
    const second = await tag();
    const params = { slug: edition.slug };
    await administrator.call(routes.createOperator, { params, body: { code: "A1", name: "Amina" } });
    const known = await fetch(`${api.url}/api/v1/device/configuration`, {
      headers: { ...headers, "if-none-match": await tag() },
    });
    expect([second === first, (await tag()) === second, known.status]).toEqual([false, false, 304]);
  });

  it("brings how often to ask where visitors come from", async () => {
    await administrator.call(routes.changeEdition, { params: { slug: edition.slug }, body: { originSample: 20 } });
    expect((await configuration()).originSample).toBe(20);
  });
});

describe("a kiosk online", () => {
  it("hears of a revoked pass within a second, whichever server it is connected to", async () => {
    const code = await issue();
    const heard = [await connect(gate.token), await connect(gate.token, other.url)].map((socket) =>
      once(socket as never, "revoked"),
    );
    const begun = Date.now();
    await revoke(code);
    expect(await Promise.all(heard)).toEqual([[{ passes: [code] }], [{ passes: [code] }]]);
    expect(Date.now() - begun).toBeLessThan(1_000);
  });

  it("is told of another configuration when it is its own: its edition, its door, its zone, itself", async () => {
    const door = await edition.pair("P01-A");
    const [atGate, atDoor] = [await connect(gate.token), await connect(door.token, other.url)];
    const told = { gate: 0, door: 0 };
    atGate.on("configuration", () => (told.gate += 1));
    atDoor.on("configuration", () => (told.door += 1));
    const changes = [
      () =>
        administrator.call(routes.changeZone, { params: { slug: edition.slug, code: "P01" }, body: { capacity: 5 } }),
      () =>
        administrator.call(routes.changeDevice, { params: { slug: edition.slug, id: gate.id }, body: { name: "x" } }),
      () => administrator.call(routes.changeEdition, { params: { slug: edition.slug }, body: { originSample: 3 } }),
      () =>
        administrator.call(routes.createOperator, { params: { slug: edition.slug }, body: { code: "A1", name: "x" } }),
      () => administrator.call(routes.rotatePassKey, { params: { slug: edition.slug } }),
      // Of no concern to either.
      () => edition.pair("G2"),
      async () => revoke(await issue()),
    ];
    const counts: (typeof told)[] = [];
    for (const change of changes) {
      await change();
      await new Promise((resolve) => setTimeout(resolve, 400));
      counts.push({ ...told });
    }
    expect(counts.map(({ gate: atG, door: atD }) => [atG, atD])).toEqual([
      [0, 1],
      [1, 1],
      [2, 2],
      [3, 3],
      [4, 4],
      [4, 4],
      [4, 4],
    ]);
  });
});

test("a device that rolls its token again and again is told to wait, and keeps the one it has", async () => {
  for (let times = 0; times < 20; times += 1) await roll();
  await expect(roll()).rejects.toMatchObject({ code: "too_many_attempts", retryAfterSeconds: expect.any(Number) });
  await expect(gate.client.callIfChanged(routes.deviceConfiguration, undefined)).resolves.toBeDefined();
});
