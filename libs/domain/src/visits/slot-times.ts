import { addDays, type Calendar } from "../calendar.ts";
import type { Interval } from "../opening-hours.ts";

/**
 * Times one after another, each as long as the others, from an hour to another of each day. What would end after the
 * last hour is left out. Over a change of the clock they stay as long as they are: the day has more of them or fewer.
 *
 * @param from,to `HH:MM` local; a `to` not after `from` is on the next date
 */
export function slotTimes(
  calendar: Calendar,
  days: readonly string[],
  { from, to, minutes }: { from: string; to: string; minutes: number },
): Interval[] {
  const length = minutes * 60_000;
  return [...new Set(days)].toSorted().flatMap((day) => {
    const start = calendar.instantOf(day, from);
    const end = calendar.instantOf(to > from ? day : addDays(day, 1), to);
    const count = Math.max(0, Math.floor((end - start) / length));
    return Array.from({ length: count }, (_, index) => ({
      from: start + index * length,
      to: start + (index + 1) * length,
    }));
  });
}
