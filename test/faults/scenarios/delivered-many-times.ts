import { between } from "../world/chance.ts";
import { World } from "../world/world.ts";
import type { Scenario } from "./scenario.ts";

const TIMES = 10;

/** The same batch ten times at once to two servers; then one id with ten different contents at once. */
export const deliveredManyTimes: Scenario = async ({ random, scale, plant }) => {
  await using world = await World.create({ random, servers: 2, ...(plant && { plant }) });
  const kiosks = await world.addKiosks(2);
  await world.addScreens(2);
  const urlOf = (time: number): string => world.addresses()[time % 2] as string;
  for (let round = 0; round < 4 * scale; round += 1) {
    for (const kiosk of kiosks) {
      const items = Array.from({ length: between(random, 2, 30) }, () => kiosk.make());
      // The outbox sends them, too.
      await kiosk.keep(items);
      await atOnce((time) => kiosk.deliver(items, urlOf(time)));
      await kiosk.drain();
      const same = kiosk.make();
      const { id } = same;
      await atOnce((time) => kiosk.deliver([{ ...same, headcount: time + 1 }], urlOf(time)));
      const refused = world.journal.refused.get(id)?.filter((code) => code === "id_reused").length ?? 0;
      if (refused !== TIMES - 1) world.journal.remarks.push(`${TIMES} contents of one id: ${refused} were refused`);
    }
  }
  return await world.check();
};

const atOnce = (deliver: (time: number) => Promise<unknown>): Promise<unknown> =>
  Promise.all(Array.from({ length: TIMES }, (_, time) => deliver(time)));
