import type { Client } from "@abwab/api-client";
import { routes, type Edition } from "@abwab/contract";
import { createCalendar } from "@abwab/domain";
import { FatalError } from "../start/fatal-error.ts";
import { listAll } from "../virtual-kiosk/list-all.ts";

/** The open edition that is on now. Throws FatalError where there is none. */
export async function findCurrentEdition(staff: Client, now: number): Promise<Edition> {
  const editions = await listAll((cursor) => staff.call(routes.listEditions, { query: { limit: 100, ...cursor } }));
  const current = editions.find(({ status, timeZone, dayCutoff, days }) => {
    const today = createCalendar(timeZone, dayCutoff).dayOf(now);
    return status === "open" && days.some((day) => day.date === today);
  });
  if (current) return current;
  throw new FatalError(
    "No open edition has today among its days: open one in the console, or start with the sample data.",
  );
}
