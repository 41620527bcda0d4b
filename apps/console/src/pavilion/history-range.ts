import type { Edition, HistoryStep } from "@abwab/contract";
import { addDays, createCalendar, openIntervals } from "@abwab/domain";

export const ALL_DAYS = "all";

/** What the chart is asked to show: one day by minutes or hours, or all days by the day. */
export interface HistoryView {
  /** `YYYY-MM-DD`, or `ALL_DAYS`. */
  readonly day: string;
  readonly step: Exclude<HistoryStep, "1d">;
  readonly by: "flow" | "category";
}

export interface HistoryRange {
  readonly from: string;
  readonly to: string;
  readonly step: HistoryStep;
}

const HOUR = 3_600_000;

/** While a day is under way, its chart ends with the hour that fills now, but shows at least this much. */
const LEAST = 6 * HOUR;

/** The time to ask for: a day from an hour before it opens to an hour after it closes, or to now; or whole days. */
export function historyRange(edition: Edition, view: HistoryView, now: number): HistoryRange {
  const calendar = createCalendar(edition.timeZone, edition.dayCutoff);
  const iso = (instant: number) => new Date(instant).toISOString();
  if (view.day === ALL_DAYS) {
    const dates = edition.days.map(({ date }) => date).toSorted();
    const [first, last] = [dates[0], dates.at(-1)];
    if (first === undefined || last === undefined) throw new RangeError("an edition has at least one day");
    return { from: iso(calendar.startOf(first)), to: iso(calendar.startOf(addDays(last, 1))), step: "1d" };
  }
  const start = calendar.startOf(view.day);
  const end = calendar.startOf(addDays(view.day, 1));
  const [hours] = openIntervals(
    calendar,
    edition.days.filter(({ date }) => date === view.day),
  );
  const from = hours ? Math.max(start, hours.from - HOUR) : start;
  const to = hours ? Math.max(hours.to, Math.min(end, hours.to + HOUR)) : end;
  const sofar = now > from && now < to ? Math.max(from + LEAST, (Math.floor(now / HOUR) + 1) * HOUR) : to;
  return { from: iso(from), to: iso(Math.min(to, sofar)), step: view.step };
}

/** The edition's day before one; undefined for its first, and for all of them. */
export const dayBefore = (edition: Edition, day: string): string | undefined =>
  day === ALL_DAYS
    ? undefined
    : edition.days
        .map(({ date }) => date)
        .filter((date) => date < day)
        .toSorted()
        .at(-1);
