import { setTimeout as delay } from "node:timers/promises";
import { routes } from "@abwab/contract";
import { between } from "../world/chance.ts";
import type { Item } from "../world/journal.ts";
import type { Kiosk } from "../world/kiosk.ts";
import { World } from "../world/world.ts";
import type { Scenario } from "./scenario.ts";

const BATCH = 500;
/** What stops a kiosk comes long before. */
const MOST_TAPS = 5_000;
/** What no server can read as an entry; typed as one because a broken kiosk would send it as one. */
const poisons = [
  { headcount: 0 },
  { headcount: 1.5 },
  { occurredAt: "yesterday" },
  { direction: "through" },
  { category: "\0" },
  { checkpoint: "NOWHERE" },
  { pass: "" },
] as Partial<Extract<Item, { direction: unknown }>>[];

/** Whole batches with one item that can't be recorded; then devices revoked while they send. */
export const poisonAndRevocation: Scenario = async ({ random, scale, plant }) => {
  await using world = await World.create({ random, servers: 2, ...(plant && { plant }) });
  const kiosks = await world.addKiosks(3);
  await world.addScreens(2);
  const [first] = kiosks;
  for (const poison of poisons) await sendPoisoned(world, first as Kiosk, poison);
  for (let round = 0; round < 2 * scale; round += 1) await revokeInMidStream(world);
  for (const { id, stoppedBy } of world.kiosks) {
    const expected = world.journal.revoked.has(id) ? "device_revoked" : undefined;
    if (stoppedBy !== expected) world.journal.remarks.push(`a device was stopped by ${stoppedBy}, not ${expected}`);
  }
  return await world.check();
};

async function sendPoisoned(world: World, kiosk: Kiosk, poison: (typeof poisons)[number]): Promise<void> {
  const place = between(world.random, 0, BATCH - 1);
  const items = Array.from({ length: BATCH }, (_, index) => kiosk.make(index === place ? poison : {}));
  const ids = items.map(({ id }) => id);
  await kiosk.keep(items);
  await kiosk.drain();
  const { acknowledged, refused, remarks } = world.journal;
  const recorded = ids.filter((id) => acknowledged.has(id)).length;
  if (recorded !== BATCH - 1) remarks.push(`of ${BATCH - 1} good items ${recorded} were recorded`);
  if (!refused.has(ids[place] as string)) remarks.push(`${JSON.stringify(poison)} was not refused`);
}

/** Their entries come through one server, their revocation through the other: nothing is recorded after it. */
async function revokeInMidStream(world: World): Promise<void> {
  const revoking = world.addresses;
  world.addresses = () => [world.servers[1]?.url ?? ""];
  const kiosks = await world.addKiosks(4);
  const sending = Promise.all(kiosks.map((kiosk) => tapUntilStopped(kiosk)));
  await Promise.race([sending, world.journal.more(100)]);
  await Promise.all(kiosks.map((kiosk) => revoke(world, kiosk)));
  await sending;
  world.addresses = revoking;
}

/** A person goes on tapping until the kiosk says that it sends no more. */
async function tapUntilStopped(kiosk: Kiosk): Promise<void> {
  for (let made = 0; made < MOST_TAPS && kiosk.stoppedBy === undefined; made += 1) {
    await kiosk.tap();
    await delay(2);
  }
}

async function revoke({ administrator, edition, journal }: World, kiosk: Kiosk): Promise<void> {
  await administrator.call(routes.revokeDevice, { params: { id: kiosk.id } });
  const { version } = await administrator.call(routes.counts, { params: { slug: edition.slug } });
  journal.revoked.set(kiosk.id, version);
}
