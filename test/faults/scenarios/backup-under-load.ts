import { seed } from "../world/fault-test.ts";
import { SupervisedProduct } from "../world/supervised-product.ts";
import { Traffic } from "../world/traffic.ts";
import { World } from "../world/world.ts";
import { seededRandom } from "../../../tools/virtual-kiosk/seeded-random.ts";

export interface BackupUnderLoad {
  /** Ids that were acknowledged when the backup began. */
  acknowledgedBefore: string[];
  /** All that was sent before the product was stopped. */
  sent: Set<string>;
  problems: string[];
}

/** Entries stream in through the real product while `takeBackup` does its work. */
export async function backupUnderLoad(directory: string, takeBackup: () => Promise<unknown>): Promise<BackupUnderLoad> {
  const random = seededRandom(`${seed} backup`);
  await using original = await SupervisedProduct.start(directory);
  const { url, databaseUrl } = original.product;
  await using world = await World.around(random, url, databaseUrl);
  await world.addKiosks(6);
  await using traffic = new Traffic(world);
  await traffic.more(300);
  const acknowledgedBefore = [...world.journal.acknowledged.keys()];
  await takeBackup();
  await traffic.more(50);
  await traffic.end();
  return { acknowledgedBefore, sent: new Set(world.journal.sent.keys()), problems: await world.check() };
}
