import { routes } from "@abwab/contract";
import { startFaultProxy } from "@abwab/testing/fault-proxy";
import { today } from "../../support/test-edition.ts";
import { between, oneOf, shuffled } from "../world/chance.ts";
import { aVoidOf, deliverPiecemeal } from "../world/deliver-piecemeal.ts";
import type { Item } from "../world/journal.ts";
import type { Kiosk } from "../world/kiosk.ts";
import { World } from "../world/world.ts";
import type { Scenario } from "./scenario.ts";

const DAY = 24 * 60 * 60_000;
const MINUTE = 60_000;
const dayBefore = (days: number): string =>
  new Date(Date.parse(`${today()}T12:00:00Z`) - days * DAY).toISOString().slice(0, 10);
const aroundTheClock = (date: string) => ({ date, opensAt: "00:00", closesAt: "00:00" });

/**
 * Entries of three days from several kiosks in any order, voids before their entries, recounts of any moment in
 * between, and asks whose answer was lost: the person went in all the same, or went away.
 */
export const anyOrder: Scenario = async ({ random, scale, plant }) => {
  const days = [2, 1, 0].map((ago) => aroundTheClock(dayBefore(ago)));
  await using world = await World.create({ random, servers: 2, edition: { days }, ...(plant && { plant }) });
  const kiosks = await world.addKiosks(5);
  await world.addScreens(2);
  for (let round = 0; round < 2 * scale; round += 1) {
    const recounts = Promise.all(Array.from({ length: 12 }, () => recountSomewhere(world, random)));
    await Promise.all(kiosks.map((kiosk) => deliverPiecemeal(kiosk, crossings(kiosk, random, 60), random)));
    await recounts;
    await askInVain(world, kiosks[0] as Kiosk, round % 2 === 0);
  }
  return await world.check();
};

/** Crossings of any moment of the last two days, a quarter of them taken back, in an order of their own. */
function crossings(kiosk: Kiosk, random: () => number, count: number): Item[] {
  const items: Item[] = [];
  for (let made = 0; made < count; made += 1) {
    const at = Date.now() - between(random, 0, 2 * DAY);
    const entry = kiosk.make({ occurredAt: new Date(at).toISOString() });
    items.push(entry);
    if (random() >= 0.25) continue;
    const takenBackAt = new Date(at + between(random, 0, 14 * MINUTE)).toISOString();
    items.push(aVoidOf(entry.id, takenBackAt, random));
  }
  return shuffled(random, items);
}

async function recountSomewhere({ administrator, edition }: World, random: () => number): Promise<void> {
  const params = { slug: edition.slug, code: oneOf(random, ["SITE", "P01"]) };
  const countedAt = new Date(Date.now() - between(random, 0, 2 * DAY)).toISOString();
  const body = { inside: between(random, 0, 500), countedAt, reason: "counted by hand" };
  await administrator.call(routes.recountZone, { params, body });
}

/** A3: an ask whose answer never came keeps its id: it becomes `happened`, or is taken back. */
async function askInVain(world: World, kiosk: Kiosk, wentIn: boolean): Promise<void> {
  await using proxy = await startFaultProxy(world.url);
  proxy.faults.cuts = [{ containing: '"claim":"ask"', at: "answer", times: 1 }];
  const asked = kiosk.make({ direction: "in", claim: "ask" });
  const isAnswered = await kiosk.deliver([asked], proxy.url).then(
    () => true,
    () => false,
  );
  if (isAnswered) world.journal.remarks.push("the answer to an ask was not lost");
  await kiosk.keep([{ ...asked, claim: "happened" }]);
  if (!wentIn) await kiosk.takeBack(asked.id);
  await kiosk.drain();
}
