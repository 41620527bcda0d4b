import type { Client } from "@abwab/api-client";
import { routes, type Edition } from "@abwab/contract";
import { createCalendar } from "@abwab/domain";

const minuteMs = 60_000;
/** How long the crowd has been there when the demo begins, so that its screens are full at once. */
const longestMs = 30 * minuteMs;

/**
 * Since when nothing has been counted at the site: half an hour ago at the most, and not before today began. The
 * crowd of that time is delivered late, as kiosks do that were without network.
 */
export async function quietSince(staff: Client, { slug, timeZone, dayCutoff }: Edition, now: number): Promise<number> {
  const calendar = createCalendar(timeZone, dayCutoff);
  const earliest = Math.max(now - longestMs, calendar.startOf(calendar.dayOf(now)));
  const from = Math.ceil(earliest / minuteMs) * minuteMs;
  if (from >= now) return now;
  const query = { from: new Date(from).toISOString(), to: new Date(now).toISOString(), step: "1m" } as const;
  const { points } = await staff.call(routes.history, { params: { slug }, query });
  const last = points.findLast((point) => point.entered !== 0 || point.exited !== 0);
  return last === undefined ? from : Math.min(now, Date.parse(last.at) + minuteMs);
}
