/** How long after its start nobody wonders where a group is. */
export const LATE_AFTER_MS = 15 * 60_000;

export type GroupVisitState = "expected" | "partly_arrived" | "arrived" | "late" | "no_show" | "cancelled";

/** What is planned and what has come of it. */
export interface VisitFacts {
  cancelled: boolean;
  /** People, pupils and adults. */
  planned: number;
  arrived: number;
  /** When it is to arrive, ms since the epoch; null without an hour. */
  startsAt: number | null;
  /** When the day it may come on is over, ms since the epoch. */
  overAt: number;
}

/**
 * How a group's visit stands. Who has arrived stays arrived: only a visit of which nobody came is late, and once the
 * day is over missing.
 *
 * @param now ms since the epoch
 */
export function visitState(
  { cancelled, planned, arrived, startsAt, overAt }: VisitFacts,
  now: number,
): GroupVisitState {
  if (cancelled) return "cancelled";
  if (arrived > 0) return arrived < planned ? "partly_arrived" : "arrived";
  if (now >= overAt) return "no_show";
  return startsAt !== null && now >= startsAt + LATE_AFTER_MS ? "late" : "expected";
}

/** Whether more pupils come with each adult than allowed; null allows any number. */
export function exceedsRatio(group: { pupils: number; adults: number }, pupilsPerAdult: number | null): boolean {
  return pupilsPerAdult !== null && group.pupils > group.adults * pupilsPerAdult;
}
