import { addDays, openIntervals, type Calendar } from "@abwab/domain";
import type { CurvesQuery, Edition } from "@abwab/contract";

/** Which stretch of time a zone's small curve shows. */
export interface TrailWindow {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  readonly step: CurvesQuery["step"];
  readonly stepMs: number;
  /** Whether its last bucket is the one that fills now. */
  readonly live: boolean;
}

/** Entries a bucket, the oldest first. */
export interface Trail {
  readonly window: TrailWindow;
  readonly values: readonly number[];
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** The last hour by the minute while the day shown is under way; else that day's opening hours by ten minutes. */
export function trailWindow(edition: Edition, calendar: Calendar, day: string, now: number): TrailWindow {
  if (calendar.dayOf(now) === day) {
    const to = Math.floor(now / MINUTE) * MINUTE + MINUTE;
    return { from: to - HOUR - MINUTE, to, step: "1m", stepMs: MINUTE, live: true };
  }
  const [hours] = openIntervals(
    calendar,
    edition.days.filter(({ date }) => date === day),
  );
  const { from, to } = hours ?? { from: calendar.startOf(day), to: calendar.startOf(addDays(day, 1)) };
  return { from, to, step: "10m", stepMs: 10 * MINUTE, live: false };
}

/** The hour before a past moment, by the minute. */
export function hourBefore(moment: number): TrailWindow {
  const to = Math.floor(moment / MINUTE) * MINUTE;
  return { from: to - HOUR, to, step: "1m", stepMs: MINUTE, live: false };
}

/** The trail moved on to `now`, with what has entered since in the bucket that fills now. */
export function addEntered(trail: Trail, entered: number, now: number): Trail {
  const { window } = trail;
  if (!window.live) return trail;
  const passed = Math.max(0, Math.floor((now - window.to) / window.stepMs) + 1);
  if (passed === 0 && entered === 0) return trail;
  const moved = [...trail.values, ...Array.from({ length: Math.min(passed, trail.values.length) }, () => 0)];
  const values = moved.slice(-trail.values.length);
  const last = values.length - 1;
  values[last] = (values[last] ?? 0) + entered;
  const shift = passed * window.stepMs;
  return { window: { ...window, from: window.from + shift, to: window.to + shift }, values };
}

/** What a curve draws: whole buckets only, each the mean of its neighbours, so that single minutes don't rattle. */
export function curveOf(trail: Trail, reach = 2): number[] {
  const whole = trail.window.live ? trail.values.slice(0, -1) : trail.values;
  return whole.map((_, index) => {
    const near = whole.slice(Math.max(0, index - reach), index + reach + 1);
    return near.reduce((sum, value) => sum + value, 0) / near.length;
  });
}
