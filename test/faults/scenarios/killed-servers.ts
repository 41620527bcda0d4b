import type { OutboxStore } from "../../../apps/kiosk/src/outbox/outbox-store.ts";
import type { ServerProcess } from "../world/server-process.ts";
import { startLyingServer } from "../world/lying-server.ts";
import { Traffic } from "../world/traffic.ts";
import { World } from "../world/world.ts";
import type { Scene } from "./scenario.ts";

export interface KilledServersScene extends Scene {
  /** Something in front of the servers acknowledges what it drops. */
  isLying?: boolean;
  /** Breaks the store of every kiosk's outbox. */
  harmStore?: (store: OutboxStore) => void;
}

/** Servers killed in the midst of batches, again and again under load; whoever runs takes what the others left. */
export async function killedServers({
  random,
  scale,
  plant,
  harmStore,
  isLying = false,
}: KilledServersScene): Promise<string[]> {
  await using world = await World.create({
    random,
    servers: 2,
    ...(plant && { plant }),
    ...(harmStore && { harmStore }),
  });
  await using liar = isLying ? await startLyingServer(world.url) : undefined;
  if (liar !== undefined) world.addresses = () => [liar.url, ...world.servers.map(({ url }) => url)];
  await world.addKiosks(6);
  await world.addScreens(2, 30_000, () => world.servers.map(({ url }) => url));
  await using traffic = new Traffic(world);
  for (let round = 0; round < 4 * scale; round += 1) {
    await traffic.more(120);
    const victim = world.servers[round % 2] as ServerProcess;
    await victim.end("SIGKILL");
    await victim.start();
  }
  await traffic.end();
  await world.screensReturn();
  return await world.check();
}
