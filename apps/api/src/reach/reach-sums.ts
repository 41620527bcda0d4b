import type { NewReachFigure, Qualifier, ReachSum } from "@abwab/contract";

export interface StoredFigure extends NewReachFigure {
  id: string;
}

/**
 * Which figures the sums take. A channel's figure is read again and again and grows: of a channel, a day and an origin
 * the latest counts. One of the whole edition holds its days in it and stands before them, unless a day was read later
 * than it: then the days' sum counts if it is higher.
 */
export function countedFigures(figures: readonly StoredFigure[]): StoredFigure[] {
  const latest = new Map<string, StoredFigure>();
  for (const figure of figures.toSorted(byTime)) {
    latest.set(JSON.stringify([figure.channel, figure.origin, figure.day]), figure);
  }
  const byChannel = Map.groupBy(latest.values(), ({ channel, origin }) => JSON.stringify([channel, origin]));
  return [...byChannel.values()].flatMap((list) => {
    const whole = list.filter(({ day }) => day === null);
    const days = list.filter(({ day }) => day !== null);
    return whole.length === 0 || total(days) > total(whole) ? days : whole;
  });
}

/** What each channel reached, and all of them together, by origin: what different origins say is never added up. */
export function sumsOf(counted: readonly StoredFigure[]): ReachSum[] {
  const byOrigin = Map.groupBy(counted, ({ origin }) => origin);
  return [...byOrigin].flatMap(([origin, all]) => [
    sum(null, origin, all),
    ...[...Map.groupBy(all, ({ channel }) => channel)]
      .map(([channel, list]) => sum(channel, origin, list))
      .toSorted((a, b) => b.value - a.value),
  ]);
}

function sum(channel: string | null, origin: ReachSum["origin"], list: readonly StoredFigure[]): ReachSum {
  const at = list.toSorted(byTime).at(-1)?.at ?? "";
  return { channel, origin, value: total(list), qualifier: leastExact(list), at };
}

const total = (list: readonly StoredFigure[]): number => list.reduce((so, { value }) => so + value, 0);

/** A sum is as exact as the least exact of its parts. */
function leastExact(list: readonly StoredFigure[]): Qualifier {
  if (list.some(({ qualifier }) => qualifier === "about")) return "about";
  return list.some(({ qualifier }) => qualifier === "over") ? "over" : "exact";
}

const byTime = (a: StoredFigure, b: StoredFigure): number =>
  Date.parse(a.at) - Date.parse(b.at) || a.id.localeCompare(b.id);
