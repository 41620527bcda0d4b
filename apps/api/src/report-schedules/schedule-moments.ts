import type { ReportSchedule } from "@abwab/contract";
import { addDays, openIntervals } from "@abwab/domain";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";

const MINUTE = 60_000;

/** When a schedule is due, and of which day the reports are. */
export interface ScheduledMoment {
  day: string;
  /** ms since the epoch */
  at: number;
}

type Held = Pick<EditionConfiguration, "days" | "calendar">;
type Planned = Pick<ReportSchedule, "moment" | "offsetMinutes">;

/**
 * Every moment of a schedule, in order: the hours are of the edition's time zone, whose clock may change, and a day may
 * close after midnight or end at a cut-off of the next date (E7).
 */
export function scheduledMoments({ days, calendar }: Held, { moment, offsetMinutes }: Planned): ScheduledMoment[] {
  const offset = offsetMinutes * MINUTE;
  const all = days
    .map((day): ScheduledMoment => {
      const closing = openIntervals(calendar, [day])[0]?.to ?? 0;
      const cutoff = calendar.startOf(addDays(day.date, 1));
      return { day: day.date, at: (moment === "cutoff" ? cutoff : closing) + offset };
    })
    .toSorted((a, b) => a.at - b.at);
  return moment === "end" ? all.slice(-1) : all;
}

/**
 * Those that came after `after` and not after `now`.
 *
 * @param after ms since the epoch; what was before is none of the schedule's
 */
export function momentsDue(edition: Held, planned: Planned, after: number, now: number): ScheduledMoment[] {
  return scheduledMoments(edition, planned).filter(({ at }) => at > after && at <= now);
}

/** The first that is still to come. */
export function nextMoment(edition: Held, planned: Planned, now: number): ScheduledMoment | undefined {
  return scheduledMoments(edition, planned).find(({ at }) => at > now);
}
