import type { OutlookStep } from "@abwab/contract";
import { type DayCurve, expectedAt, instantAt, placeOf } from "@abwab/domain";
import type { DayView } from "./outlook-subject.ts";

export const STEP_MINUTES = 10;
const STEP = STEP_MINUTES * 60_000;

export interface ComparedCurves {
  yesterday: DayCurve | undefined;
  /** At least two, else there is no mean to speak of. */
  typical: readonly DayCurve[];
  earlier: DayCurve | undefined;
}

/**
 * The day in steps of ten minutes, from opening to closing and beyond where anything was counted.
 *
 * @param day ms since the epoch: its beginning and end
 */
export function outlookSteps(
  view: DayView,
  day: { from: number; to: number },
  compared: ComparedCurves,
): OutlookStep[] {
  const { curve, soFar, forecast, state } = view;
  const { from, to } = spanOf(curve, day);
  const steps: OutlookStep[] = [];
  for (let at = from; at <= to; at += STEP) {
    const isCounted = state === "over" || at <= soFar.now;
    const same = (other: DayCurve): number => other.until(instantAt(other.hours, placeOf(curve.hours, at)));
    const ahead = isCounted || forecast === undefined ? undefined : expectedAt(soFar, forecast, at);
    steps.push({
      at: new Date(at).toISOString(),
      counted: isCounted ? Math.round(curve.until(at)) : null,
      yesterday: compared.yesterday ? Math.round(same(compared.yesterday)) : null,
      typical: compared.typical.length < 2 ? null : Math.round(mean(compared.typical.map(same))),
      earlier: compared.earlier ? Math.round(same(compared.earlier)) : null,
      expected: ahead ? Math.round(ahead.expected) : null,
      low: ahead ? Math.floor(ahead.low) : null,
      high: ahead ? Math.ceil(ahead.high) : null,
    });
  }
  return steps;
}

function spanOf(curve: DayCurve, day: { from: number; to: number }): { from: number; to: number } {
  const grid = (at: number, round: (steps: number) => number): number =>
    day.from + round((at - day.from) / STEP) * STEP;
  let from = grid(Math.max(curve.hours.from, day.from), Math.floor);
  let to = grid(Math.max(Math.min(curve.hours.to, day.to), from + STEP), Math.ceil);
  while (from - STEP >= day.from && curve.until(from) !== 0) from -= STEP;
  while (to + STEP <= day.to && curve.until(to) !== curve.total) to += STEP;
  return { from, to };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
