import {
  addDays,
  countedDay,
  type DayCurve,
  type DayForecast,
  type DaySoFar,
  type EditionForecast,
  type Estimate,
  forecastDay,
  forecastEdition,
} from "@abwab/domain";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import type { MinutesOfDay } from "./day-minutes.ts";

export type DayState = "before" | "running" | "over";

/** All that an outlook is made of, read at one commit. */
export interface OutlookReading {
  edition: EditionConfiguration;
  now: number;
  currentDay: string;
  /** The edition's days up to the running one, in order. */
  days: readonly MinutesOfDay[];
  /** Visits counted on dates that are no days of the edition. */
  outside: number;
  /** Days of the earlier edition, in order; empty without one. */
  earlier: readonly DayCurve[];
}

/** A day as it looks from now. */
export interface DayView {
  date: string;
  state: DayState;
  curve: DayCurve;
  /** Undefined of a day to come whose edition has a running one before it. */
  soFar: DaySoFar;
  forecast: DayForecast | undefined;
}

export function viewDay(reading: OutlookReading, date: string): DayView | undefined {
  const { edition, now } = reading;
  const index = reading.days.findIndex(({ curve }) => curve.date === date);
  const curve = reading.days[index]?.curve;
  if (curve === undefined) return undefined;
  const state = stateOf(edition, date, now);
  const soFar: DaySoFar = {
    date,
    hours: curve.hours,
    counted: Math.round(curve.until(now)),
    until: curve.until,
    now,
    past: reading.days.slice(0, index).map((day) => day.curve),
    earlier: { same: reading.earlier[index], before: reading.earlier[index - 1] },
  };
  // What was placed a moment ahead of the clock is counted all the same.
  const counted = Math.max(soFar.counted, curve.total);
  const forecast = state === "over" ? countedDay(counted) : forecastDay({ ...soFar, counted });
  return { date, state, curve, soFar: { ...soFar, counted }, forecast };
}

export function stateOf({ calendar }: EditionConfiguration, date: string, now: number): DayState {
  if (now < calendar.startOf(date)) return "before";
  return now < calendar.startOf(addDays(date, 1)) ? "running" : "over";
}

/** The edition's total as forecast from its running day; undefined while that day has no forecast. */
export function viewEdition(reading: OutlookReading, current: DayView): EditionForecast | undefined {
  if (current.forecast === undefined) return undefined;
  const forecast = forecastEdition({
    before: current.soFar.past,
    date: current.date,
    day: current.forecast,
    later: laterDays(reading),
    earlier: reading.earlier.map(({ total }) => total),
  });
  const { outside } = reading;
  const add = (estimate: Estimate): Estimate => ({
    expected: estimate.expected + outside,
    low: estimate.low + outside,
    high: estimate.high + outside,
  });
  return { ...forecast, ...add(forecast) };
}

export const laterDays = ({ edition, currentDay }: OutlookReading): string[] =>
  edition.days
    .map(({ date }) => date)
    .filter((date) => date > currentDay)
    .toSorted();

export const visitsSoFar = ({ days, outside }: OutlookReading): number =>
  days.reduce((sum, { curve }) => sum + curve.total, outside);
