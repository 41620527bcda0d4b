import { setTimeout as delay } from "node:timers/promises";
import type { Client } from "@abwab/api-client";
import { routes } from "@abwab/contract";
import { listAll } from "../virtual-kiosk/list-all.ts";
import { pairKiosks } from "../virtual-kiosk/pair-kiosks.ts";
import { seededRandom } from "../virtual-kiosk/seeded-random.ts";
import { DemoKiosk } from "./demo-kiosk.ts";
import { findCurrentEdition } from "./find-current-edition.ts";
import type { DemoOptions } from "./options.ts";
import { parkOf } from "./park.ts";
import { PoorNetwork } from "./poor-network.ts";
import { quietSince } from "./quiet-since.ts";
import type { Status } from "./show-status.ts";
import { followSteering } from "./steering.ts";
import { Visitors } from "./visitors.ts";

const loopMs = 200;
/** How long the last entries may take when the demo is stopped. */
const farewellMs = 3_000;

export interface RunningCrowd {
  readonly edition: string;
  stop(): Promise<void>;
  /** Rejects when the crowd cannot go on. */
  readonly failed: Promise<never>;
}

/** Pairs a kiosk for every checkpoint of the edition that is on now, and lets a crowd go through them. */
export async function runCrowd(
  staff: Client,
  baseUrl: string,
  options: Omit<DemoOptions, "url">,
  show: (status: Status) => void,
): Promise<RunningCrowd> {
  const edition = await findCurrentEdition(staff, Date.now());
  const { slug } = edition;
  const params = { slug };
  const zones = await listAll((cursor) => staff.call(routes.listZones, { params, query: { limit: 500, ...cursor } }));
  const checkpoints = await listAll((cursor) =>
    staff.call(routes.listCheckpoints, { params, query: { limit: 500, ...cursor } }),
  );
  const paired = await pairKiosks(staff, {
    baseUrl,
    edition: slug,
    checkpoints,
    nameFor: ({ code }) => `Demo ${code}`,
  });

  const begun = Date.now();
  // Not all kiosks send at the same moment.
  const kiosks = new Map(
    paired.map((kiosk, index) => [kiosk.checkpoint.code, new DemoKiosk(kiosk, begun + index * 11)]),
  );
  const all = [...kiosks.values()];
  const network = new PoorNetwork(all, seededRandom(`network ${options.seed}`));
  const present = (await staff.call(routes.counts, { params })).zones;
  const { speed } = options;
  // A crowd that hurries has not been there before: half an hour of it would be twelve days.
  const since = speed > 1 ? begun : await quietSince(staff, edition, begun);
  let second = Math.floor(since / 1000);
  let networkSecond = Math.ceil(begun / 1000);
  const visitors = new Visitors(
    parkOf(zones, checkpoints),
    edition,
    options.seed,
    options.rate / speed,
    second,
    present,
  );
  /** When a second of the crowd's really is, ms since the epoch. */
  const really = (crowds: number): number => {
    const at = crowds * 1000;
    return at <= begun ? at : begun + (at - begun) / speed;
  };

  const stopping = new AbortController();
  const ending = new AbortController();
  let sent = 0;
  const played = (async () => {
    while (!stopping.signal.aborted) {
      for (; really(second) <= Date.now(); second += 1) {
        const at = Math.floor(really(second));
        for (const crossing of visitors.next(second, at)) {
          kiosks.get(crossing.checkpoint)?.count(speed > 1 ? { ...crossing, at } : crossing);
        }
      }
      for (; networkSecond <= Date.now() / 1000; networkSecond += 1) network.next(networkSecond);
      const now = Date.now();
      for (const kiosk of all) {
        kiosk.tick(now, ending.signal).then(
          (count) => (sent += count),
          (error: unknown) => stopping.abort(error),
        );
      }
      show({ sent, waiting: all.reduce((sum, kiosk) => sum + kiosk.pending, 0), kiosks: all, at: now });
      await delay(loopMs);
    }
  })();
  const steered = followSteering(staff, slug, all, stopping.signal).catch((error: unknown) => stopping.abort(error));
  const failed = new Promise<never>((_, reject) => {
    stopping.signal.addEventListener(
      "abort",
      () => stopping.signal.reason instanceof Error && reject(stopping.signal.reason),
    );
  });
  const stop = async (): Promise<void> => {
    stopping.abort("asked to stop");
    await Promise.all([played, steered]);
    // Nothing that was counted stays behind, unless the service is away.
    const farewell = setTimeout(() => ending.abort(), farewellMs);
    await Promise.allSettled(all.map((kiosk) => sayFarewell(kiosk, ending.signal)));
    clearTimeout(farewell);
    ending.abort();
  };
  return { edition: slug, stop, failed };
}

async function sayFarewell(kiosk: DemoKiosk, signal: AbortSignal): Promise<void> {
  kiosk.link = "good";
  do await kiosk.send(signal);
  while (kiosk.pending > 0 && !signal.aborted);
}
