import { ApiProblem } from "@abwab/api-client";
import type { SmallDisk } from "../world/small-disk.ts";
import type { SupervisedProduct } from "../world/supervised-product.ts";
import { startLyingServer } from "../world/lying-server.ts";
import { World } from "../world/world.ts";

/** The data disk fills up under load: 503 and no false acknowledgement, and once there is room all is recorded. */
export async function fullDisk(
  supervised: SupervisedProduct,
  disk: SmallDisk,
  random: () => number,
  isLying = false,
): Promise<string[]> {
  const { url, databaseUrl } = supervised.product;
  await using liar = isLying ? await startLyingServer(url, 3) : undefined;
  await using world = await World.around(random, url, databaseUrl);
  if (liar !== undefined) world.addresses = () => [liar.url];
  const kiosks = await world.addKiosks(3);
  fillOutboxes(2);
  await Promise.all(kiosks.map((kiosk) => kiosk.drain()));

  disk.fill();
  const refusals = new Set<string>();
  // What was allocated before is used up first; then nothing fits any more.
  for (let tries = 0; tries < 400 && refusals.size === 0; tries += 1) {
    fillOutboxes(1);
    for (const kiosk of kiosks) {
      const items = kiosk.outbox.slice(0, 500);
      await kiosk.send(items).catch((error: unknown) => {
        if (error instanceof ApiProblem) refusals.add(`${error.status}`);
        else if (!(error instanceof Error) || error.name !== "Unreachable") throw error;
      });
    }
  }
  disk.free();
  await supervised.serves(60_000);
  await Promise.all(kiosks.map((kiosk) => kiosk.drain()));
  const problems = await world.check();
  if (!isLying && [...refusals].join() !== "503") problems.push(`on a full disk it answered ${[...refusals].join()}`);
  return problems;

  function fillOutboxes(batches: number): void {
    for (const kiosk of kiosks) {
      for (let made = 0; made < 500 * batches; made += 1) kiosk.tap({ operator: "someone-with-a-long-name" });
    }
  }
}
