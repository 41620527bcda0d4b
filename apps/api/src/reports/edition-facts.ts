import type { DayFigures } from "@abwab/contract";
import { addCorrections } from "./correction-rows.ts";
import { type Corrections, type DayFacts, type Movement, sums } from "./day-facts.ts";

/** The figures of all days together, each day's settled ones where it is settled. */
export interface EditionFacts extends DayFigures {
  days: readonly DayFacts[];
  settledDays: number;
  /** What came since, over the settled days. */
  since: DayFigures;
  busiest: DayFacts | null;
  zones: ReadonlyMap<string, Movement>;
  categories: ReadonlyMap<string, number>;
  corrections: Corrections;
}

export function editionFacts(days: readonly DayFacts[]): EditionFacts {
  const sumOf = (figure: (day: DayFacts) => number): number => days.reduce((total, day) => total + figure(day), 0);
  const most = Math.max(0, ...days.map(({ visits }) => visits));
  const moves = days.flatMap(({ zones }) => [...zones]);
  const entered = sums(moves.map(([zone, moved]) => [zone, moved.entered]));
  const exited = sums(moves.map(([zone, moved]) => [zone, moved.exited]));
  return {
    days,
    settledDays: days.filter(({ settled }) => settled !== null).length,
    visits: sumOf(({ visits }) => visits),
    pavilionVisits: sumOf(({ pavilionVisits }) => pavilionVisits),
    since: {
      visits: sumOf(({ since }) => since?.visits ?? 0),
      pavilionVisits: sumOf(({ since }) => since?.pavilionVisits ?? 0),
    },
    busiest: most === 0 ? null : (days.find(({ visits }) => visits === most) ?? null),
    zones: new Map([...entered].map(([zone, count]) => [zone, { entered: count, exited: exited.get(zone) ?? 0 }])),
    categories: sums(days.flatMap(({ categories }) => [...categories])),
    corrections: addCorrections(days.map(({ corrections }) => corrections)),
  };
}
