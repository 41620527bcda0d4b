import { addDays, type Calendar } from "@abwab/domain";
import type { StoredItem } from "./stored-item.ts";

const DAY_MS = 24 * 60 * 60_000;

/** An item at the same local hours of another day, as long as before. */
export function onDay(item: StoredItem, calendar: Calendar, day: string, from: Calendar = calendar): StoredItem {
  const local = new Date(item.startsAt + from.offsetAt(item.startsAt)).toISOString();
  // After midnight and before the cut-off it belongs to the day before.
  const datesLater = Math.round((Date.parse(local.slice(0, 10)) - Date.parse(from.dayOf(item.startsAt))) / DAY_MS);
  const startsAt = calendar.instantOf(addDays(day, datesLater), local.slice(11, 16));
  return { ...item, startsAt, endsAt: startsAt + item.endsAt - item.startsAt };
}
