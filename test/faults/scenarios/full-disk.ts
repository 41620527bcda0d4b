import { ApiProblem, Unreachable } from "@abwab/api-client";
import type { Kiosk } from "../world/kiosk.ts";
import type { SmallDisk } from "../world/small-disk.ts";
import type { SupervisedProduct } from "../world/supervised-product.ts";
import { startLyingServer } from "../world/lying-server.ts";
import { World } from "../world/world.ts";

const BATCH = 500;
/** What was allocated before is used up first; then nothing fits any more. */
const MOST_BATCHES = 1_200;

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
  await Promise.all(kiosks.map((kiosk) => kiosk.keep(someCrossings(kiosk))));
  await Promise.all(kiosks.map((kiosk) => kiosk.drain()));

  disk.fill();
  const refusal = await fillUp(kiosks);
  // What is tapped now waits on the kiosks until there is room.
  for (const kiosk of kiosks) for (let made = 0; made < 20; made += 1) await kiosk.tap();
  disk.free();
  await supervised.serves(60_000);
  await Promise.all(kiosks.map((kiosk) => kiosk.drain()));
  const problems = await world.check();
  if (!isLying && refusal !== 503) problems.push(`on a full disk it answered ${refusal ?? "as ever"}`);
  return problems;
}

/** Delivers until a batch is refused; resolves with the status. */
async function fillUp(kiosks: readonly Kiosk[]): Promise<number | undefined> {
  for (let sent = 0; sent < MOST_BATCHES; sent += 1) {
    const kiosk = kiosks[sent % kiosks.length] as Kiosk;
    try {
      await kiosk.deliver(someCrossings(kiosk));
    } catch (error) {
      if (error instanceof ApiProblem) return error.status;
      if (!(error instanceof Unreachable)) throw error;
    }
  }
  return undefined;
}

const someCrossings = (kiosk: Kiosk) =>
  Array.from({ length: BATCH }, () => kiosk.make({ operator: "someone-with-a-long-name" }));
