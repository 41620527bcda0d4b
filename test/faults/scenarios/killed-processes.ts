import type { SupervisedProduct } from "../world/supervised-product.ts";
import { Traffic } from "../world/traffic.ts";
import { World } from "../world/world.ts";
import { oneOf } from "../world/chance.ts";

type Blow = (product: SupervisedProduct) => void;

const killService: Blow = (product) => product.killService();
const killDatabase: Blow = (product) => product.killDatabase();
const killBoth: Blow = (product) => {
  product.killDatabase();
  product.killService();
};

export interface Recovery {
  problems: string[];
  /** How long each time until it served again, in ms. */
  recoveries: number[];
}

/** The whole product under load: its processes are killed again and again, and it comes back by itself. */
export async function killedProcesses(
  supervised: SupervisedProduct,
  random: () => number,
  rounds: number,
): Promise<Recovery> {
  const { url, databaseUrl } = supervised.product;
  await using world = await World.around(random, url, databaseUrl);
  await world.addKiosks(6);
  await world.addScreens(3);
  await using traffic = new Traffic(world);
  const recoveries: number[] = [];
  const order = [killService, killDatabase, killBoth];
  for (let round = 0; round < rounds; round += 1) {
    await traffic.more(100);
    (order[round] ?? oneOf(random, order))(supervised);
    recoveries.push(await supervised.serves(20_000));
  }
  await traffic.more(100);
  await traffic.end();
  await world.screensReturn();
  return { problems: await world.check(), recoveries };
}
