import { createClient, type Client } from "@abwab/api-client";
import { type PairingSheetRequest, routes } from "@abwab/contract";
import { queryDatabase } from "../support/query-database.ts";
import { refusal } from "../support/refusal.ts";
import { describeWithPdfText, linesOf } from "../support/pdf-text.ts";
import { startTestApi, type TestApi } from "../support/test-api.ts";
import { createEdition, type TestEdition } from "../support/test-edition.ts";

let api: TestApi;
let administrator: Client;
let token: string;
let edition: TestEdition;
let params: { slug: string };
beforeAll(async () => {
  api = await startTestApi();
  administrator = await api.as("administrator");
  ({ token } = await administrator.call(routes.createApiToken, { body: { name: "printer", role: "organiser" } }));
});
afterAll(() => api[Symbol.asyncDispose]());
beforeEach(async () => {
  edition = await createEdition(administrator, api.url);
  params = { slug: edition.slug };
});

const create = (body: object = {}) => administrator.call(routes.createDevices, { params, body });
const stranger = () => createClient({ baseUrl: api.url });

async function sheet(body: Partial<PairingSheetRequest>): Promise<Response> {
  return fetch(`${api.url}/api/v1/editions/${edition.slug}/devices/pairing-sheet`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}
const codesOn = async (answer: Response): Promise<string[]> =>
  linesOf(Buffer.from(await answer.arrayBuffer()))
    .join("\n")
    .match(/[0-9A-Z]{4}-[0-9A-Z]{4}/g) ?? [];

describe("devices in bulk", () => {
  it("are made for every checkpoint, named after it and numbered on", async () => {
    await create({ checkpoints: ["G1"] });
    const { devices } = await create({ perCheckpoint: 2 });
    expect(devices.map(({ name, checkpoint }) => [name, checkpoint])).toEqual([
      ["G1-2", "G1"],
      ["G1-3", "G1"],
      ["G2-1", "G2"],
      ["G2-2", "G2"],
      ["P01-A-1", "P01-A"],
      ["P01-A-2", "P01-A"],
      ["ARENA-A-1", "ARENA-A"],
      ["ARENA-A-2", "ARENA-A"],
    ]);
  });

  it("are made as a whole or not at all", async () => {
    expect(await refusal(create({ checkpoints: ["G1", "NOWHERE"] }))).toBe("not_found");
    expect((await administrator.call(routes.listDevices, { params })).items).toEqual([]);
  });

  it("are revoked at once, and once is as good as twice", async () => {
    const { devices } = await create();
    const body = { devices: devices.map(({ id }) => id) };
    expect(await administrator.call(routes.revokeDevices, { params, body })).toEqual({ revoked: 4 });
    expect(await administrator.call(routes.revokeDevices, { params, body })).toEqual({ revoked: 0 });
    const { items } = await administrator.call(routes.listDevices, { params });
    expect(items.every(({ revokedAt }) => revokedAt !== undefined)).toBe(true);
  });

  it("of another edition are not touched", async () => {
    const other = await createEdition(administrator, api.url);
    const { id } = await other.pair("G1");
    const body = { devices: [id] };
    expect(await refusal(administrator.call(routes.revokeDevices, { params, body }))).toBe("not_found");
    expect((await sheet(body)).status).toBe(404);
  });
});

describeWithPdfText("a sheet of pairing codes", () => {
  it.each(["ar", "fr", "en"] as const)("is a PDF in %s", async (locale) => {
    const { devices } = await create({ perCheckpoint: 3 });
    const answer = await sheet({ devices: devices.map(({ id }) => id), locale });
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "application/pdf"]);
    expect(await codesOn(answer)).toHaveLength(24);
  });

  it("pairs each device once, with a code of sixteen characters", async () => {
    const { devices } = await create({ checkpoints: ["G1"] });
    const pairingCode = (await codesOn(await sheet({ devices: devices.map(({ id }) => id), locale: "fr" }))).join("-");
    const paired = await stranger().call(routes.pair, { body: { pairingCode } });
    expect(paired.device.name).toBe("G1-1");
    expect(await refusal(stranger().call(routes.pair, { body: { pairingCode } }))).toBe("pairing_code_used");
  });

  it("ends the codes there were, lives as long as it says, and is kept as hashes only", async () => {
    const first = await administrator.call(routes.createDevice, { params, body: { name: "kiosk", checkpoint: "G1" } });
    const devices = [first.device.id];
    await sheet({ devices, validHours: 12 });
    expect(await refusal(stranger().call(routes.pair, { body: { pairingCode: first.pairingCode } }))).toBe(
      "pairing_code_unknown",
    );
    const [kept] = await queryDatabase<{ hours: number; after: string }>(
      api.database,
      `select extract(epoch from pairing_expires_at - now()) / 3600 as hours,
         (select after::text from audit_event where action = 'device.print-codes' and subject = $2) as after
       from device where id = $1`,
      [first.device.id, `edition ${edition.slug}`],
    );
    expect(Number(kept?.hours)).toBeGreaterThan(11.5);
    expect(Number(kept?.hours)).toBeLessThanOrEqual(12);
    expect(JSON.parse(kept?.after ?? "")).toEqual({ devices: ["kiosk"], validHours: 12 });
  });
});
