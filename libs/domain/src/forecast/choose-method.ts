import { instantAt, placeOf } from "./day-curve.ts";
import {
  blend,
  type DayMethod,
  type DaySoFar,
  type Estimate,
  knownDays,
  referenceOf,
  standardDay,
  yesterdayShare,
} from "./day-forecast.ts";
import { measuredErrors, type MeasuredError, type MeasuredPlace } from "./measured-errors.ts";
import { standardShape, typicalShape, type Shape } from "./typical-day.ts";

/** What a method was measured to be wrong by at this part of the day, beside the baseline. */
export interface MethodError {
  readonly method: MeasuredError;
  readonly baseline: MeasuredError;
}

export interface DayForecast extends Estimate {
  readonly method: DayMethod;
  /** null of a day that is over. */
  readonly error: MethodError | null;
  /** How the rest of the day is taken to come. */
  readonly shape: Shape;
}

/**
 * The forecast of a day by the better method, which is the baseline wherever the other did not beat it on made and on
 * replayed days alike. undefined where nothing can be said yet.
 */
export function forecastDay(
  day: DaySoFar,
  measured: readonly MeasuredPlace[] = measuredErrors,
): DayForecast | undefined {
  const place = placeOf(day.hours, day.now);
  const near = nearest(place, measured);
  const reference = referenceOf(day);
  if (reference === undefined) {
    const estimate = standardDay(day);
    return (
      estimate &&
      whole({
        ...estimate,
        method: "standard_shape",
        error: near && errorOf(near, "standardShape"),
        shape: standardShape,
      })
    );
  }
  if (near !== null && beatsBaseline(near)) {
    const estimate = blend(day);
    const shape = typicalShape(day.date, knownDays(day));
    if (estimate && shape) return whole({ ...estimate, method: "blend", error: errorOf(near, "blend"), shape });
  }
  const estimate = yesterdayShare(day);
  const error = near && errorOf(near, "yesterdayShare");
  return estimate && whole({ ...estimate, method: "yesterday_share", error, shape: reference.share });
}

/** Of a day that is over. */
export function countedDay(counted: number): DayForecast {
  return { expected: counted, low: counted, high: counted, method: "counted", error: null, shape: () => 1 };
}

/** What will have been counted of a day at a later moment of it, when the rest comes as the forecast takes it to. */
export function expectedAt(day: DaySoFar, forecast: DayForecast, instant: number): Estimate {
  const seen = forecast.shape(placeOf(day.hours, day.now));
  const then = forecast.shape(placeOf(day.hours, instant));
  // A shape without a rest says nothing of how it comes: evenly until closing.
  const evenly = (instant - day.now) / Math.max(instantAt(day.hours, 1) - day.now, 1);
  const part = Math.min(Math.max(seen < 1 ? (then - seen) / (1 - seen) : evenly, 0), 1);
  const at = (total: number): number => day.counted + part * (total - day.counted);
  return { expected: at(forecast.expected), low: at(forecast.low), high: at(forecast.high) };
}

export function beatsBaseline({ blend: better, yesterdayShare: baseline }: MeasuredPlace): boolean {
  return better.made < baseline.made && better.replayed < baseline.replayed;
}

function nearest(place: number, measured: readonly MeasuredPlace[]): MeasuredPlace | null {
  return measured.reduce<MeasuredPlace | null>(
    (best, each) => (best === null || Math.abs(each.place - place) < Math.abs(best.place - place) ? each : best),
    null,
  );
}

const errorOf = (at: MeasuredPlace, method: "blend" | "yesterdayShare" | "standardShape"): MethodError => ({
  method: at[method],
  baseline: at.yesterdayShare,
});

/** Persons are whole, and the range holds the figure. */
function whole(forecast: DayForecast): DayForecast {
  return {
    ...forecast,
    expected: Math.round(forecast.expected),
    low: Math.floor(forecast.low),
    high: Math.ceil(forecast.high),
  };
}
