const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;
const DAY = 24 * 60 * MINUTE;

/** Days of an edition: dates in its time zone, each beginning at the cut-off hour (E7). */
export interface Calendar {
  /** The date, `YYYY-MM-DD`, to which an instant (ms since the epoch) belongs. */
  dayOf(instant: number): string;
  /** The instant at which a day begins: its date at the cut-off hour. */
  startOf(day: string): number;
  /** The zone's offset from UTC at an instant, in ms. */
  offsetAt(instant: number): number;
  /** The instant of a local date and hour `HH:MM`; in a gap of the clock, the one it jumps to. */
  instantOf(date: string, hour: string): number;
}

/**
 * @param timeZone an IANA name
 * @param cutoff `HH:MM`; "04:00" lets an event that ends at two in the morning end on its own day
 */
export function createCalendar(timeZone: string, cutoff: string): Calendar {
  const offsetAt = offsetsOf(timeZone);
  const cutoffMs = minutesOf(cutoff) * MINUTE;
  const instantOf = (date: string, hour: string): number => {
    const wall = Date.parse(`${date}T00:00:00Z`) + minutesOf(hour) * MINUTE;
    // The offset is read near the wrong instant first; the second reading settles all but the gap itself.
    const guess = wall - offsetAt(wall);
    return wall - offsetAt(guess);
  };
  return {
    dayOf: (instant) => dateOf(instant + offsetAt(instant) - cutoffMs),
    startOf: (day) => instantOf(day, cutoff),
    offsetAt,
    instantOf,
  };
}

/** The date after `day`, or `count` days on. */
export function addDays(day: string, count: number): string {
  return dateOf(Date.parse(`${day}T00:00:00Z`) + count * DAY);
}

/** Minutes since midnight of `HH:MM`. */
export function minutesOf(hour: string): number {
  return Number(hour.slice(0, 2)) * 60 + Number(hour.slice(3, 5));
}

const dates = new Map<number, string>();

function dateOf(wall: number): string {
  const number = Math.floor(wall / DAY);
  let text = dates.get(number);
  if (text === undefined) {
    text = new Date(number * DAY).toISOString().slice(0, -14);
    if (dates.size > 5_000) dates.clear();
    dates.set(number, text);
  }
  return text;
}

/**
 * The zone's offset from UTC in milliseconds at an instant. Asking Intl costs microseconds, so an answer is kept for
 * its quarter of an hour: no zone has ever changed its clocks within one since 2000.
 */
function offsetsOf(timeZone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" });
  const known = new Map<number, number>();
  let [lastQuarter, lastOffset] = [Number.NaN, 0];
  return (instant) => {
    const quarter = Math.floor(instant / QUARTER);
    // Most instants are of one quarter of an hour, the present one.
    if (quarter === lastQuarter) return lastOffset;
    let offset = known.get(quarter);
    if (offset === undefined) {
      offset = parseOffset(format.formatToParts(quarter * QUARTER));
      if (known.size > 20_000) known.clear();
      known.set(quarter, offset);
    }
    [lastQuarter, lastOffset] = [quarter, offset];
    return offset;
  };
}

function parseOffset(parts: Intl.DateTimeFormatPart[]): number {
  const name = parts.find((part) => part.type === "timeZoneName")?.value ?? "GMT";
  const match = /^GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/.exec(name);
  if (match === null) throw new RangeError(`An offset that is not understood: ${name}`);
  const [, sign, hours = "0", minutes = "0", seconds = "0"] = match;
  const size = (Number(hours) * 60 + Number(minutes)) * MINUTE + Number(seconds) * 1000;
  return sign === "-" ? -size : size;
}
