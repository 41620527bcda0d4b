import { createClient, type Client } from "@abwab/api-client";
import { type EntriesRequest, type EntriesResponse, type NewEdition, routes } from "@abwab/contract";
import { v7 as newId } from "uuid";

const called = (name: string) => ({ ar: name, fr: name, en: name });
const TIME_ZONE = "Africa/Casablanca";

/** Today in the time zone of the test editions, `YYYY-MM-DD`. */
export const today = (): string => new Intl.DateTimeFormat("en-CA", { timeZone: TIME_ZONE }).format(new Date());

export interface TestEdition {
  slug: string;
  /** Creates a device bound to the checkpoint and pairs it. */
  pair(checkpoint: string): Promise<TestDevice>;
}

export interface TestDevice {
  id: string;
  token: string;
  client: Client;
  /** Sends items as the device; its clock is right unless the request says otherwise. */
  send(entries: EntriesRequest["entries"], device?: EntriesRequest["device"]): Promise<EntriesResponse>;
}

/**
 * An open edition whose only day is today, around the clock: `SITE` with gates G1 and G2, pavilion P01 with door
 * P01-A, and ARENA with door ARENA-A that counts entries only.
 */
export async function createEdition(
  administrator: Client,
  url: string,
  given: Partial<NewEdition> = {},
): Promise<TestEdition> {
  const slug = given.slug ?? `edition-${newId().slice(-12)}`;
  const edition: NewEdition = {
    names: called("Edition"),
    city: "El Jadida",
    venue: "Park",
    timeZone: TIME_ZONE,
    dayCutoff: "00:00",
    days: [{ date: today(), opensAt: "00:00", closesAt: "00:00" }],
    status: "open",
    public: false,
    categories: [],
    originSample: 0,
    pupilsPerAdult: null,
    published: [],
    ...given,
    slug,
  };
  await administrator.call(routes.createEdition, { body: edition });
  const params = { slug };
  for (const [code, kind] of [
    ["SITE", "site"],
    ["P01", "pavilion"],
    ["ARENA", "arena"],
  ] as const) {
    await administrator.call(routes.createZone, { params, body: { code, kind, names: called(code) } });
  }
  for (const [code, zone, directions] of [
    ["G1", "SITE", ["in", "out"]],
    ["G2", "SITE", ["in", "out"]],
    ["P01-A", "P01", ["in", "out"]],
    ["ARENA-A", "ARENA", ["in"]],
  ] as const) {
    await administrator.call(routes.createCheckpoint, {
      params,
      body: { code, zone, directions: [...directions], names: called(code) },
    });
  }
  return { slug, pair: (checkpoint) => pairDevice(administrator, url, slug, checkpoint) };
}

async function pairDevice(administrator: Client, url: string, slug: string, checkpoint: string): Promise<TestDevice> {
  const { pairingCode, device } = await administrator.call(routes.createDevice, {
    params: { slug },
    body: { name: `kiosk at ${checkpoint}`, checkpoint },
  });
  const { token } = await createClient({ baseUrl: url }).call(routes.pair, { body: { pairingCode } });
  return deviceWith(url, device.id, token);
}

export function deviceWith(url: string, id: string, token: string): TestDevice {
  const client = createClient({ baseUrl: url, token });
  return {
    id,
    token,
    client,
    send: (entries, device = {}) =>
      client.call(routes.recordEntries, { body: { device: { clock: new Date().toISOString(), ...device }, entries } }),
  };
}

type EntryInput = Extract<EntriesRequest["entries"][number], { direction: unknown }>;
type VoidInput = Extract<EntriesRequest["entries"][number], { voids: unknown }>;

/** One person in, just now. */
export const anEntry = (given: Partial<EntryInput> = {}): EntryInput => ({
  id: newId(),
  direction: "in",
  headcount: 1,
  occurredAt: new Date().toISOString(),
  ...given,
});

export const aVoid = (entryId: string, given: Partial<VoidInput> = {}): VoidInput => ({
  id: newId(),
  voids: entryId,
  occurredAt: new Date().toISOString(),
  ...given,
});
