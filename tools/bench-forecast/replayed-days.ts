import { createCalendar, openIntervals, type CountedDay } from "@abwab/domain";
import { readRows } from "../replay/read-rows.ts";

const STEP = 10 * 60_000;
const STEPS = 72;
const calendar = createCalendar("Africa/Casablanca", "00:00");

export interface ReplayedDays {
  /** The site's days. */
  readonly site: CountedDay[];
  /** Those of every single counter: each gate of the site, each pavilion. */
  readonly counters: CountedDay[][];
}

/** A replay file of ten-minute slots from 09:00 to 21:00, as days to forecast. */
export async function readReplayedDays(file: string): Promise<ReplayedDays> {
  const counts = new Map<string, Map<string, number[]>>();
  for await (const { zone, checkpoint, direction, slotStart, headcount } of readRows(file)) {
    if (direction !== "in") continue;
    const date = calendar.dayOf(slotStart);
    const step = Math.floor((slotStart - calendar.instantOf(date, "09:00")) / STEP);
    for (const counter of zone === "SITE" ? ["SITE", checkpoint] : [checkpoint]) {
      const days = counts.get(counter) ?? new Map<string, number[]>();
      counts.set(counter, days);
      const steps = days.get(date) ?? Array.from({ length: STEPS }, () => 0);
      days.set(date, steps);
      steps[step] = (steps[step] ?? 0) + headcount;
    }
  }
  const daysOf = (days: ReadonlyMap<string, readonly number[]>): CountedDay[] =>
    [...days].toSorted(([a], [b]) => a.localeCompare(b)).map(([date, steps]) => countedDay(date, steps));
  const site = counts.get("SITE") ?? new Map<string, number[]>();
  return {
    site: daysOf(site),
    counters: [...counts].filter(([counter]) => counter !== "SITE").map(([, days]) => daysOf(days)),
  };
}

function countedDay(date: string, counts: readonly number[]): CountedDay {
  const [hours] = openIntervals(calendar, [{ date, opensAt: "09:00", closesAt: "21:00" }]);
  if (hours === undefined) throw new RangeError("a day has its hours");
  return { date, hours, from: hours.from, stepMs: STEP, counts };
}
