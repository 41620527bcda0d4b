import { type Client, createClient } from "@abwab/api-client";
import { routes } from "@abwab/contract";
import { randomUUID } from "node:crypto";
import { createPark } from "../support/create-park.ts";
import { queryDatabase } from "../support/query-database.ts";
import { refusal } from "../support/refusal.ts";
import { startTestApi, type TestApi } from "../support/test-api.ts";

let api: TestApi;
let root: Client;
beforeAll(async () => {
  api = await startTestApi();
  root = await api.as("administrator");
  await createPark(root, { slug: "park", status: "open" });
  await createPark(root, { slug: "elsewhere", status: "open" });
});
afterAll(() => api[Symbol.asyncDispose]());

const params = { slug: "park" };
const bearer = (token: string) => createClient({ baseUrl: api.url, token });
const addDevice = () => root.call(routes.createDevice, { params, body: { name: "kiosk", checkpoint: "P01-A" } });
const pair = (pairingCode: string) => createClient({ baseUrl: api.url }).call(routes.pair, { body: { pairingCode } });

async function pairedDevice() {
  const { device, pairingCode } = await addDevice();
  const { token } = await pair(pairingCode);
  return { id: device.id, token, kiosk: bearer(token) };
}

async function listed(id: string) {
  const { items } = await root.call(routes.listDevices, { params, query: { limit: 500 } });
  const device = items.find((item) => item.id === id);
  if (device === undefined) throw new Error("The device isn't listed.");
  return device;
}

const entryAt = (checkpoint: string) =>
  ({ id: randomUUID(), checkpoint, direction: "in", headcount: 1, occurredAt: "2025-05-17T10:00:00Z" }) as const;

describe("pairing", () => {
  it("exchanges a code for a token of the device and its edition", async () => {
    const { device, pairingCode, pairingUrl, expiresAt } = await addDevice();
    expect(pairingCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(pairingUrl).toBe(`${api.url}/kiosk/#pair=${pairingCode}`);
    expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(14 * 60_000);
    const paired = await pair(pairingCode);
    expect(paired.device).toMatchObject({ id: device.id, checkpoint: "P01-A", zone: "P01" });
    expect(paired.edition.slug).toBe("park");
    expect((await bearer(paired.token).call(routes.deviceConfiguration)).device.id).toBe(device.id);
  });

  it("takes a code however somebody types it", async () => {
    const { pairingCode } = await addDevice();
    const typed = ` ${pairingCode.toLowerCase().replace("-", " ").replaceAll("0", "o").replaceAll("1", "l")} `;
    expect((await pair(typed)).token).toMatch(/^abd_/);
  });

  it("by ten at once succeeds for one", async () => {
    const { pairingCode } = await addDevice();
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () =>
        pair(pairingCode).then(
          () => "paired",
          (error: { code: string }) => error.code,
        ),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === "paired")).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === "pairing_code_used")).toHaveLength(9);
  });

  it("refuses a code that has expired, was never given, or can't be one", async () => {
    const { device, pairingCode } = await addDevice();
    await queryDatabase(
      api.database,
      "update device set pairing_expires_at = now() - interval '1 second' where id = $1",
      [device.id],
    );
    for (const code of [pairingCode, "ZZZZ-ZZZZ", "\0", "٣٣٣٣-٣٣٣٣"]) {
      expect(await refusal(pair(code))).toBe("pairing_code_unknown");
    }
  });

  it("again, with a new code, ends the earlier token", async () => {
    const { id, kiosk } = await pairedDevice();
    const { pairingCode } = await root.call(routes.renewPairingCode, { params: { id } });
    expect((await kiosk.call(routes.deviceConfiguration)).device.id).toBe(id);
    const { token } = await pair(pairingCode);
    expect(await refusal(kiosk.call(routes.deviceConfiguration))).toBe("unauthenticated");
    expect((await bearer(token).call(routes.deviceConfiguration)).device.id).toBe(id);
  });

  it("answers wrong codes 429 after sixty, and right ones from the same address still", async () => {
    await using own = await startTestApi();
    const admin = await own.as("administrator");
    await createPark(admin, { slug: "park", status: "open" });
    const wrong = () =>
      refusal(createClient({ baseUrl: own.url }).call(routes.pair, { body: { pairingCode: "ZZZZ-ZZZZ" } }));
    const codes = await Promise.all(Array.from({ length: 70 }, wrong));
    expect(codes.filter((code) => code === "pairing_code_unknown").length).toBeLessThanOrEqual(60);
    expect(await wrong()).toBe("too_many_attempts");
    const { pairingCode } = await admin.call(routes.createDevice, { params, body: { name: "k", checkpoint: "G1" } });
    expect((await createClient({ baseUrl: own.url }).call(routes.pair, { body: { pairingCode } })).token).toMatch(
      /^abd_/,
    );
  });
});

describe("a revoked device", () => {
  it("is answered device_revoked, and revoking it again changes nothing", async () => {
    const { id, kiosk } = await pairedDevice();
    await root.call(routes.revokeDevice, { params: { id } });
    await root.call(routes.revokeDevice, { params: { id } });
    expect(await refusal(kiosk.call(routes.recordEntries, { body: { entries: [] } }))).toBe("device_revoked");
    expect((await listed(id)).revokedAt).toBeDefined();
  });

  it("is not brought back by a code from before, but by a new one", async () => {
    const { id } = await pairedDevice();
    const before = await root.call(routes.renewPairingCode, { params: { id } });
    await root.call(routes.revokeDevice, { params: { id } });
    expect(await refusal(pair(before.pairingCode))).toBe("pairing_code_unknown");
    const { pairingCode } = await root.call(routes.renewPairingCode, { params: { id } });
    await pair(pairingCode);
    expect((await listed(id)).revokedAt).toBeUndefined();
  });

  it("is answered so by every server within a second", async () => {
    await using other = await api.startAnother();
    const { id, token } = await pairedDevice();
    const elsewhere = createClient({ baseUrl: other.url, token });
    const heartbeat = () => elsewhere.call(routes.recordEntries, { body: { entries: [] } });
    await heartbeat();
    await root.call(routes.revokeDevice, { params: { id } });
    const deadline = Date.now() + 1_000;
    let answer = "accepted";
    while (answer === "accepted" && Date.now() < deadline) {
      answer = await heartbeat().then(
        () => "accepted",
        (error: { code: string }) => error.code,
      );
    }
    expect(answer).toBe("device_revoked");
  });
});

describe("a device", () => {
  it("may send what was counted at a checkpoint it was bound to before", async () => {
    const { id, kiosk } = await pairedDevice();
    const moved = await root.call(routes.changeDevice, { params: { ...params, id }, body: { checkpoint: "G1" } });
    expect(moved).toMatchObject({ checkpoint: "G1", zone: "SITE" });
    const { results } = await kiosk.call(routes.recordEntries, {
      body: { entries: [entryAt("G1"), entryAt("P01-A")] },
    });
    expect(results.map((result) => result.status)).toEqual(["recorded", "recorded"]);
  });

  it("is listed with what it said of itself last, right after it said it (C4)", async () => {
    const { id, kiosk } = await pairedDevice();
    const clock = new Date(Date.now() + 60_000).toISOString();
    await kiosk.call(routes.recordEntries, {
      body: {
        device: { pending: 12, clock, appVersion: "1.2.3", battery: { level: 0.46, charging: false } },
        entries: [],
      },
    });
    const device = await listed(id);
    expect(device).toMatchObject({
      pending: 12,
      appVersion: "1.2.3",
      battery: { level: 0.46, charging: false },
    });
    expect(device.clockOffsetMs).toBeGreaterThan(50_000);
    expect(Date.now() - Date.parse(device.lastSeenAt ?? "")).toBeLessThan(10_000);
  });

  it("does not look into another edition", async () => {
    const { kiosk } = await pairedDevice();
    expect(await refusal(kiosk.call(routes.getEdition, { params: { slug: "elsewhere" } }))).toBe("forbidden");
    expect((await kiosk.call(routes.getEdition, { params })).slug).toBe("park");
    expect(await refusal(kiosk.call(routes.listDevices, { params }))).toBe("forbidden");
  });

  it("gets its configuration only when that has changed", async () => {
    const { kiosk } = await pairedDevice();
    const first = await kiosk.callIfChanged(routes.deviceConfiguration, undefined);
    if (!first.changed) throw new Error("The first answer has a body.");
    expect(first.body).toMatchObject({
      checkpoint: { code: "P01-A" },
      zone: { code: "P01" },
      edition: { slug: "park" },
    });
    expect(await kiosk.callIfChanged(routes.deviceConfiguration, first.etag)).toEqual({ changed: false });
    await root.call(routes.changeZone, { params: { ...params, code: "P01" }, body: { message: randomUUID() } });
    expect((await kiosk.callIfChanged(routes.deviceConfiguration, first.etag)).changed).toBe(true);
  });

  it("is stored with hashes of its secrets only", async () => {
    const { id, token } = await pairedDevice();
    const [row] = await queryDatabase<{ row: string }>(
      api.database,
      "select device::text as row from device where id = $1",
      [id],
    );
    expect(row?.row).not.toContain(token.slice(4));
  });
});
