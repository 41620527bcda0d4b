import { between } from "../world/chance.ts";
import type { ServerProcess } from "../world/server-process.ts";
import { Traffic } from "../world/traffic.ts";
import { World } from "../world/world.ts";
import type { Scenario } from "./scenario.ts";

/** Two, then four servers on one database; one killed, one added under load; screens on each. */
export const manyServers: Scenario = async ({ random, scale, plant }) => {
  await using world = await World.create({ random, servers: 2, ...(plant && { plant }) });
  await world.addKiosks(6);
  const most = scale < 1 ? 2 : 4;
  await world.addScreens(4);
  await using traffic = new Traffic(world);
  const some = (): Promise<void> => traffic.more(150);
  for (let round = 0; round < scale; round += 1) {
    await some();
    while (world.servers.length < most) await world.addServer();
    await world.addScreens(4);
    await some();
    const victim = world.servers[between(random, 0, most - 1)] as ServerProcess;
    await victim.end("SIGKILL");
    const added = world.addServer();
    await some();
    await added;
    await some();
    // Screens connect to the address they know, so the killed server comes back before they are looked at.
    await victim.start();
  }
  await traffic.end();
  await world.screensReturn();
  return await world.check();
};
