import { connectToDatabase } from "@abwab/postgres";
import { CLOCK_SKEW_MS } from "@abwab/contract";
import { between, oneOf } from "../world/chance.ts";
import { World } from "../world/world.ts";
import type { Scenario } from "./scenario.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Clocks a day ahead, a day behind, right, and set anew from one request to the next; entries five days late. */
export const wrongClocks: Scenario = async ({ random, scale, plant }) => {
  await using world = await World.create({ random, ...(plant && { plant }) });
  const kiosks = await world.addKiosks(4);
  await world.addScreens(1);
  /** When it really happened, and whether a clock was wrong. */
  const truth = new Map<string, { at: number; isSkewed: boolean }>();
  for (let round = 0; round < 4 * scale; round += 1) {
    for (const kiosk of kiosks) {
      kiosk.clockOffsetMs = oneOf(random, [-DAY, DAY, 0, -3 * MINUTE, 40 * MINUTE]);
      for (const agoMs of [0, between(random, 0, 30 * MINUTE), 5 * DAY]) {
        await kiosk.longAgo(agoMs, async () => {
          for (let made = 0; made < 5; made += 1) {
            const at = Date.now() - agoMs;
            truth.set(await kiosk.tap(), { at, isSkewed: kiosk.clockOffsetMs !== 0 });
          }
        });
      }
    }
    await Promise.all(kiosks.map((kiosk) => kiosk.drain()));
  }
  return [...(await misplaced(world.databaseUrl, truth)), ...(await world.check())];
};

/** E6: placed within two minutes of when it really happened, and flagged exactly where a clock was wrong. */
async function misplaced(
  databaseUrl: string,
  truth: Map<string, { at: number; isSkewed: boolean }>,
): Promise<string[]> {
  const client = await connectToDatabase(databaseUrl);
  try {
    const { rows } = await client.query<{ id: string; placed_at: Date; flags: number }>(
      "select id, placed_at, flags from ledger where kind = 'entry'",
    );
    return rows.flatMap(({ id, placed_at, flags }) => {
      const told = truth.get(id);
      if (told === undefined) return [];
      const off = placed_at.getTime() - told.at;
      if (Math.abs(off) > CLOCK_SKEW_MS) return [`${id} is placed ${Math.round(off / 1000)} s from when it happened`];
      return ((flags & 8) !== 0) === told.isSkewed ? [] : [`${id} is flagged ${flags} and clock skew ${told.isSkewed}`];
    });
  } finally {
    await client.end();
  }
}
