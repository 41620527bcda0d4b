import { type FaultProxy, startFaultProxy } from "@abwab/testing/fault-proxy";
import { Traffic } from "../world/traffic.ts";
import { World } from "../world/world.ts";
import type { Scene } from "./scenario.ts";

/** Commits wait ten seconds for an answer; what was queued behind them goes after that. */
const ENOUGH_MS = 40_000;

/** Every connection to the database goes silent without an end, in the midst of commits; new ones would be sound. */
export const silentLines = async ({ random, preload }: Scene & { preload?: string }): Promise<string[]> => {
  let proxy: FaultProxy | undefined;
  const through = async (url: string): Promise<string> => (proxy = await startFaultProxy(url)).url;
  await using world = await World.create({ random, through, ...(preload && { preload }) });
  await using _ = proxy;
  await world.addKiosks(4);
  await world.addScreens(2);
  await using traffic = new Traffic(world);
  await traffic.more(100);
  proxy?.silence();
  const begun = Date.now();
  const late = new Promise<"late">((resolve) => setTimeout(() => resolve("late"), ENOUGH_MS).unref());
  const outcome = await Promise.race([traffic.more(300), late]);
  process.stderr.write(`faults: after lines went silent, entries came through again in ${Date.now() - begun} ms\n`);
  if (outcome === "late") {
    proxy?.cutOnce();
    world.journal.remarks.push(`nothing came through for ${ENOUGH_MS} ms`);
  }
  await traffic.end();
  return await world.check();
};
