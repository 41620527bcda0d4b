import type { DayFigures, SettledFigure, ZoneKind } from "@abwab/contract";
import type { DayReading, Settlement } from "./day-reading.ts";

export interface Movement {
  entered: number;
  exited: number;
}

export interface Peak {
  /** Start of the quarter of an hour, ms since the epoch. */
  at: number;
  visits: number;
}

/** So many rows, and what they add to those counted in and out. */
export interface CorrectionSum extends Movement {
  count: number;
}

export interface Corrections {
  voids: CorrectionSum;
  adjustments: CorrectionSum;
  /** How often a person said how many are inside: it moves no visit. */
  recounts: number;
}

/** A day's figures: frozen ones where it is settled, else the live ones; never both in one (C5). */
export interface DayFacts extends DayFigures {
  date: string;
  settled: Settlement | null;
  /** What came since it was settled. */
  since: DayFigures | null;
  /** By zone, everyone. */
  zones: ReadonlyMap<string, Movement>;
  /** Visits of the site, by category; staff, who are in no visits, too. */
  categories: ReadonlyMap<string, number>;
  /** Visits of the site by quarter of an hour, in order; null where no curve was kept. */
  curve: { at: number; visits: number }[] | null;
  /** null when nobody came. */
  peak: Peak | null;
  corrections: Corrections;
}

type KindOf = (zone: string) => ZoneKind | undefined;

export function dayFacts(reading: DayReading, kindOf: KindOf): DayFacts {
  const { settled } = reading;
  const figures = settled?.figures ?? reading.figures;
  const own = totalsOf(figures, kindOf);
  const live = totalsOf(reading.figures, kindOf);
  const curve = curveOf(reading);
  return {
    date: reading.date,
    settled,
    ...own,
    since: settled && {
      visits: live.visits - own.visits,
      pavilionVisits: live.pavilionVisits - own.pavilionVisits,
    },
    zones: movements(figures),
    categories: sums(figures.filter(({ zone }) => kindOf(zone) === "site").map((row) => [row.category, row.entered])),
    curve,
    peak: peakOf(curve ?? []),
    corrections: correctionsOf(reading),
  };
}

/** Visits are of zones of kind `site`, pavilion visits of kind `pavilion`, both without staff. */
function totalsOf(figures: readonly SettledFigure[], kindOf: KindOf): DayFigures {
  const visitsOf = (kind: ZoneKind): number =>
    figures
      .filter((figure) => figure.category !== "staff" && kindOf(figure.zone) === kind)
      .reduce((total, figure) => total + figure.entered, 0);
  return { visits: visitsOf("site"), pavilionVisits: visitsOf("pavilion") };
}

function movements(figures: readonly SettledFigure[]): Map<string, Movement> {
  const entered = sums(figures.map((row) => [row.zone, row.entered]));
  const exited = sums(figures.map((row) => [row.zone, row.exited]));
  return new Map([...entered].map(([zone, count]) => [zone, { entered: count, exited: exited.get(zone) ?? 0 }]));
}

function curveOf({ quarters }: DayReading): { at: number; visits: number }[] | null {
  if (quarters === null) return null;
  const site = sums(quarters.map(({ at, entered }) => [at * 1000, entered]));
  return [...site].map(([at, visits]) => ({ at, visits })).toSorted((a, b) => a.at - b.at);
}

/** The first of the busiest. */
function peakOf(curve: readonly { at: number; visits: number }[]): Peak | null {
  const most = Math.max(0, ...curve.map(({ visits }) => visits));
  return most === 0 ? null : (curve.find(({ visits }) => visits === most) ?? null);
}

function correctionsOf({ corrections }: DayReading): Corrections {
  const of = (kind: "void" | "adjustment"): CorrectionSum => {
    const rows = corrections.filter((row) => row.kind === kind);
    const towards = (direction: "in" | "out"): number =>
      rows.reduce((total, row) => (row.direction === direction ? total + row.headcount : total), 0);
    return { count: countOf(rows), entered: towards("in"), exited: towards("out") };
  };
  return {
    voids: of("void"),
    adjustments: of("adjustment"),
    recounts: countOf(corrections.filter(({ kind, byPerson }) => kind === "anchor" && byPerson)),
  };
}

const countOf = (rows: readonly { count: number }[]): number => rows.reduce((total, { count }) => total + count, 0);

export function sums<Key>(parts: readonly (readonly [Key, number])[]): Map<Key, number> {
  const totals = new Map<Key, number>();
  for (const [key, count] of parts) totals.set(key, (totals.get(key) ?? 0) + count);
  return totals;
}
