import { addDays, type Interval } from "@abwab/domain";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";

/** What says when a group may come. */
export interface VisitTime {
  slot: { startsAt: string } | null;
  walkIn: boolean;
  createdAt: Date;
}

/** The moments that belong to a day and to no other: from its cut-off to the next. */
export const startsOn = ({ calendar }: EditionConfiguration, day: string): Interval => ({
  from: calendar.startOf(day),
  to: calendar.startOf(addDays(day, 1)),
});

/** A day with the rest of its opening hours, where they go on after the next cut-off. */
export function wholeDay(edition: EditionConfiguration, day: string): Interval {
  const { from, to } = startsOn(edition, day);
  const closings = edition.openIntervals.filter((open) => open.from >= from && open.from < to).map((open) => open.to);
  return { from, to: Math.max(to, ...closings) };
}

/** The day of a visit: that of its slot; of a walk-in the one on which it came; undefined for any of the edition's. */
export function dayOf({ calendar }: EditionConfiguration, { slot, walkIn, createdAt }: VisitTime): string | undefined {
  if (slot !== null) return calendar.dayOf(Date.parse(slot.startsAt));
  return walkIn ? calendar.dayOf(createdAt.getTime()) : undefined;
}

/** When nobody comes any more. */
export function overAt(edition: EditionConfiguration, visit: VisitTime): number {
  const day = dayOf(edition, visit);
  const days = day === undefined ? edition.days.map(({ date }) => date) : [day];
  return Math.max(...days.map((date) => wholeDay(edition, date).to));
}
