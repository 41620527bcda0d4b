import { setTimeout as delay } from "node:timers/promises";
import { type FaultProxy, startFaultProxy } from "@abwab/testing/fault-proxy";
import { between } from "../world/chance.ts";
import { Traffic } from "../world/traffic.ts";
import { World } from "../world/world.ts";
import type { Scenario } from "./scenario.ts";

type Harm = (proxy: FaultProxy) => Promise<void>;

const cutAnswer =
  (containing: string, answerBytes: number): Harm =>
  async ({ faults }) => {
    faults.cuts = [{ containing, at: "answer", answerBytes, times: 2 }];
  };

/** What happens to the way between server and database; after each, entries have to come through again. */
const harms: Record<string, Harm> = {
  "the commit happened, and its answer never came": cutAnswer("record_entries", 0),
  "the answer broke off in its midst": cutAnswer("record_entries", 7),
  "a void's answer never came": cutAnswer("record_voids", 0),
  "the commit never reached the database": async ({ faults }) => {
    faults.cuts = [{ containing: "record_entries", at: "request", times: 2 }];
  },
  "every connection broke at once": async (proxy) => proxy.cutOnce(),
  "the database could not be reached for a while": async (proxy) => {
    await proxy.cut();
    await delay(200);
    await proxy.restore();
  },
  "the line was slow": async ({ faults }) => {
    Object.assign(faults, { delayMs: 15, bytesPerSecond: 400_000, cuts: [] });
  },
};

/** The connection to the database dies in every way, during COMMIT too: that is unknown, and settled by id. */
export const lostConnections: Scenario = async ({ random, scale, plant }) => {
  let proxy: FaultProxy | undefined;
  const through = async (url: string): Promise<string> => (proxy = await startFaultProxy(url)).url;
  await using world = await World.create({ random, through, ...(plant && { plant }) });
  await using _ = proxy;
  const kiosks = await world.addKiosks(6);
  await world.addScreens(2);
  await using traffic = new Traffic(world);
  for (let round = 0; round < scale; round += 1) {
    for (const harm of Object.values(harms)) {
      await traffic.more(between(random, 50, 150));
      if (proxy !== undefined) await harm(proxy);
    }
    await traffic.more(200);
    await proxy?.restore();
  }
  await traffic.end();
  if (kiosks.every(({ network }) => network.failures === 0)) world.journal.remarks.push("no kiosk noticed any fault");
  return await world.check();
};
