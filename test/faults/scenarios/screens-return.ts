import { type FaultProxy, startFaultProxy } from "@abwab/testing/fault-proxy";
import type { ServerProcess } from "../world/server-process.ts";
import { Traffic } from "../world/traffic.ts";
import { World } from "../world/world.ts";
import type { Scenario, Scene } from "./scenario.ts";

export interface ScreensScene extends Scene {
  count: number;
  /** Harms the way to the screens once they are back. */
  harm?: (proxy: FaultProxy) => void;
}

/** Many screens lose their server in one instant and come back all at once, while entries come in. */
export const screensReturn = async ({ random, plant, count, harm }: ScreensScene): Promise<string[]> => {
  await using world = await World.create({ random, ...(plant && { plant }) });
  await using proxy = await startFaultProxy(world.url);
  await world.addKiosks(3);
  await world.addScreens(count, 60_000, () => [proxy.url]);
  await using traffic = new Traffic(world);
  await traffic.more(100);
  const [server] = world.servers as [ServerProcess];
  await server.end("SIGKILL");
  await server.start();
  const begun = Date.now();
  await traffic.more(100);
  await world.screensReturn();
  process.stderr.write(`faults: ${count} screens were back after ${Date.now() - begun} ms\n`);
  harm?.(proxy);
  await traffic.more(100);
  await traffic.end();
  return await world.check();
};

export const screensReturnScenario: Scenario = (scene) => screensReturn({ ...scene, count: 20 });
