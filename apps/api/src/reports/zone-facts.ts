import type { SettledFigure, Zone } from "@abwab/contract";
import { type QuarterOfZone, type ZoneDay, zoneDayOf } from "../attendance/zone-quarters.ts";
import { type Movement, sums } from "./day-facts.ts";
import type { DayReading, Settlement } from "./day-reading.ts";

/** What of a zone's day is not in the figures by day; null where it is still being read from the ledger. */
export interface ZoneCourse {
  quarters: QuarterOfZone[];
  /** The most that were inside at the end of a minute, ms since the epoch; null where that is not counted. */
  inside: { at: number; inside: number } | null;
}

/** A zone's day: settled figures where it is settled, else live ones (C5). */
export interface ZoneDayFacts extends Movement {
  date: string;
  settled: Settlement | null;
  /** Entered, without staff. */
  visits: number;
  /** What came since it was settled. */
  since: number | null;
  categories: ReadonlyMap<string, number>;
  /** Of all pavilions, by code. */
  pavilions: ReadonlyMap<string, number>;
  course: (ZoneCourse & { day: ZoneDay }) | null;
}

export interface ZoneFacts extends Movement {
  days: readonly ZoneDayFacts[];
  visits: number;
  since: number;
  categories: ReadonlyMap<string, number>;
  /** Among the pavilions; null of a zone that is none, and where none was visited. */
  standing: Standing | null;
  busiest: ZoneDayFacts | null;
}

/** A pavilion's part of the visits of all, and its place among them. */
export interface Standing {
  share: number;
  rank: number;
  of: number;
}

/** @param courses by date */
export function zoneFacts(
  zone: Zone,
  zones: readonly Zone[],
  readings: readonly DayReading[],
  courses: ReadonlyMap<string, ZoneCourse | null>,
): ZoneFacts {
  const pavilions = new Set(zones.filter(({ kind }) => kind === "pavilion").map(({ code }) => code));
  const days = readings.map((reading) =>
    zoneDayFacts(zone.code, pavilions, reading, courses.get(reading.date) ?? null),
  );
  const sumOf = (figure: (day: ZoneDayFacts) => number): number => days.reduce((total, day) => total + figure(day), 0);
  const most = Math.max(0, ...days.map(({ visits }) => visits));
  return {
    days,
    entered: sumOf(({ entered }) => entered),
    exited: sumOf(({ exited }) => exited),
    visits: sumOf(({ visits }) => visits),
    since: sumOf(({ since }) => since ?? 0),
    categories: sums(days.flatMap(({ categories }) => [...categories])),
    standing: standingOf(zone.code, sums(days.flatMap((day) => [...day.pavilions]))),
    busiest: most === 0 ? null : (days.find(({ visits }) => visits === most) ?? null),
  };
}

function zoneDayFacts(
  code: string,
  pavilions: ReadonlySet<string>,
  { date, settled, figures }: DayReading,
  course: ZoneCourse | null,
): ZoneDayFacts {
  const all = settled?.figures ?? figures;
  const own = all.filter(({ zone }) => zone === code);
  const visits = visitsOf(own);
  const counted = all.filter(({ zone, category }) => pavilions.has(zone) && category !== "staff");
  return {
    date,
    settled,
    entered: own.reduce((total, { entered }) => total + entered, 0),
    exited: own.reduce((total, { exited }) => total + exited, 0),
    visits,
    since: settled && visitsOf(figures.filter(({ zone }) => zone === code)) - visits,
    categories: sums(own.map(({ category, entered }) => [category, entered])),
    pavilions: sums([
      ...[...pavilions].map((zone) => [zone, 0] as const),
      ...counted.map(({ zone, entered }) => [zone, entered] as const),
    ]),
    course: course && { ...course, day: zoneDayOf(date, course.quarters) },
  };
}

/** null of a zone that is no pavilion, and where no pavilion was visited. */
export function standingOf(code: string, pavilions: ReadonlyMap<string, number>): Standing | null {
  const own = pavilions.get(code);
  const all = [...pavilions.values()];
  const total = all.reduce((sum, visits) => sum + visits, 0);
  if (own === undefined || total <= 0) return null;
  return { share: own / total, rank: 1 + all.filter((visits) => visits > own).length, of: all.length };
}

const visitsOf = (figures: readonly SettledFigure[]): number =>
  figures.reduce((total, { category, entered }) => (category === "staff" ? total : total + entered), 0);
