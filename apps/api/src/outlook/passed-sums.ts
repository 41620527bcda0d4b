import { milestonesUpTo } from "@abwab/domain";
import type { OutlookReading } from "./outlook-subject.ts";

export interface PassedSum {
  visits: number;
  /** Start of the minute in which the edition's sum reached it. */
  at: number;
}

/**
 * When the edition's sum passed each of some sums, ascending. Visits on dates that are no days of the edition count from
 * the beginning: they were counted for a rehearsal's evening or by a clock gone astray.
 */
export function passedSums(reading: OutlookReading, sums: readonly number[]): PassedSum[] {
  const passed: PassedSum[] = [];
  let sum = reading.outside;
  let next = 0;
  for (const { minutes } of reading.days) {
    for (const { at, visits } of minutes) {
      sum += visits;
      for (; next < sums.length && sum >= (sums[next] ?? Infinity); next += 1) {
        passed.push({ visits: sums[next] ?? 0, at });
      }
    }
  }
  return passed;
}

/** Those of the edition that still stand after all corrections. */
export const passedMilestones = (reading: OutlookReading, sum: number): PassedSum[] =>
  passedSums(reading, milestonesUpTo(sum));
