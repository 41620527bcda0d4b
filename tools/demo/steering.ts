import { setTimeout as delay } from "node:timers/promises";
import { ApiProblem, Unreachable, type Client } from "@abwab/api-client";
import { routes } from "@abwab/contract";
import { listAll } from "../virtual-kiosk/list-all.ts";
import type { DemoKiosk } from "./demo-kiosk.ts";

const lookEveryMs = 1_000;
/** A kiosk at a gate hears of a change by its socket, some a little later than others. */
const hearsWithinMs = 700;

/** Looks whether zones or messages were changed, and has the kiosks show it, until it is stopped. */
export async function followSteering(
  staff: Client,
  slug: string,
  kiosks: readonly DemoKiosk[],
  signal: AbortSignal,
): Promise<void> {
  const params = { slug };
  let before = "";
  while (!signal.aborted) {
    try {
      const zones = await listAll((cursor) =>
        staff.call(routes.listZones, { params, query: { limit: 500, ...cursor }, signal }),
      );
      const { items: broadcasts } = await staff.call(routes.listBroadcasts, { params, signal });
      const states = zones.map(({ code, status, message }) => [code, status, message]);
      const now = JSON.stringify([
        states,
        broadcasts.map(({ id, revision, withdrawnAt }) => [id, revision, withdrawnAt]),
      ]);
      if (now !== before) {
        for (const [index, kiosk] of kiosks.entries()) kiosk.refreshAt(Date.now() + ((index * 97) % hearsWithinMs));
      }
      before = now;
    } catch (error) {
      // A service that is away or has no time changes nothing for the moment; the kiosks' entries meet the same.
      if (!signal.aborted && !(error instanceof Unreachable) && !(error instanceof ApiProblem)) throw error;
    }
    await delay(lookEveryMs);
  }
}
