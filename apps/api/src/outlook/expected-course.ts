import {
  expectedAt,
  instantAt,
  type Interval,
  knownDays,
  type Reached,
  type Shape,
  standardShape,
  typicalShape,
} from "@abwab/domain";
import { type DayView, laterDays, type OutlookReading, visitsSoFar } from "./outlook-subject.ts";

const STEP = 10 * 60_000;

/** How the edition's sum goes on if all comes as forecast: today's rest, then each later day within its hours. */
export function expectedCourse(reading: OutlookReading, current: DayView, later: readonly number[]): Reached[] {
  const { now } = reading;
  const { soFar, forecast } = current;
  const sumNow = visitsSoFar(reading);
  const course: Reached[] = [{ at: now, sum: sumNow }];
  if (forecast === undefined) return course;
  const before = sumNow - soFar.counted;
  for (let at = now + STEP; at < soFar.hours.to; at += STEP) {
    course.push({ at, sum: before + expectedAt(soFar, forecast, at).expected });
  }
  const known = knownDays(soFar);
  let sum = before + forecast.expected;
  course.push({ at: Math.max(soFar.hours.to, now), sum });
  for (const [index, date] of laterDays(reading).entries()) {
    const place = reading.edition.days.findIndex((day) => day.date === date);
    const hours = reading.edition.openIntervals[place];
    const total = later[index];
    if (hours === undefined || total === undefined) continue;
    course.push(...dayCourse(hours, typicalShape(date, known) ?? standardShape, sum, total));
    sum += total;
  }
  return course;
}

function dayCourse(hours: Interval, shape: Shape, sum: number, total: number): Reached[] {
  const steps = Math.max(1, Math.round((hours.to - hours.from) / STEP));
  return Array.from({ length: steps + 1 }, (_, step) => {
    const place = step / steps;
    return { at: instantAt(hours, place), sum: sum + total * (step === steps ? 1 : shape(place)) };
  });
}
