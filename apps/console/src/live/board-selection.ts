import type { CountRow, Zone } from "@abwab/contract";

export const boardFilters = ["all", "open", "restricted", "busiest"] as const;
export type BoardFilter = (typeof boardFilters)[number];
export const boardSorts = ["code", "entered", "inside", "pace", "fullness"] as const;
export type BoardSort = (typeof boardSorts)[number];

export interface BoardView {
  readonly filter: BoardFilter;
  readonly sort: BoardSort;
  readonly search: string;
}

/** How many zones "busiest" shows. */
export const BUSIEST = 12;

type RowOf = (zone: string) => CountRow | undefined;

/** Share of the capacity that is inside; undefined where either is unknown. */
export function fullness(zone: Zone, row: CountRow | undefined): number | undefined {
  if (zone.capacity === null || row === undefined || row.inside === null) return undefined;
  return row.inside / zone.capacity;
}

const unknownLast = Number.NEGATIVE_INFINITY;
const measures: Record<Exclude<BoardSort, "code">, (zone: Zone, row: CountRow | undefined) => number> = {
  entered: (_, row) => row?.enteredToday ?? unknownLast,
  inside: (_, row) => row?.inside ?? unknownLast,
  pace: (_, row) => row?.perMinute ?? unknownLast,
  fullness: (zone, row) => fullness(zone, row) ?? unknownLast,
};

const kinds: readonly Zone["kind"][] = ["site", "pavilion", "arena", "children", "hall", "other"];
/** Zones as people think of the park: the whole site first. */
export const byKind = (a: Zone, b: Zone): number => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || byCode(a, b);

const byCode = (a: Zone, b: Zone) => a.code.localeCompare(b.code, "en", { numeric: true });
const byMost = (sort: BoardSort, rowOf: RowOf) => (a: Zone, b: Zone) => {
  if (sort === "code") return byCode(a, b);
  const [left, right] = [measures[sort](a, rowOf(a.code)), measures[sort](b, rowOf(b.code))];
  // Two unknown measures: -Infinity minus itself is no number.
  return left === right ? byCode(a, b) : right - left;
};

/** Text without case, accents, Arabic marks of vowels and variants of alif, for searching as people type. */
export function searchable(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{M}|\u0640/gu, "")
    .replaceAll("\u0671", "\u0627")
    .replaceAll("\u0649", "\u064a")
    .replaceAll("\u0629", "\u0647")
    .toLowerCase();
}

function matches(zone: Zone, search: string): boolean {
  const wanted = searchable(search.trim());
  if (wanted === "") return true;
  return [zone.code, ...Object.values(zone.names)].some((text) => searchable(text).includes(wanted));
}

/** The zones to show, in order. Most first; equal ones, and those without the measure, by code. */
export function selectZones(zones: readonly Zone[], rowOf: RowOf, view: BoardView): Zone[] {
  const found = zones.filter((zone) => matches(zone, view.search));
  const statusOf = (zone: Zone) => rowOf(zone.code)?.status ?? zone.status;
  switch (view.filter) {
    case "open":
      return found.filter((zone) => statusOf(zone) === "open").toSorted(byMost(view.sort, rowOf));
    case "restricted":
      return found.filter((zone) => statusOf(zone) !== "open").toSorted(byMost(view.sort, rowOf));
    case "busiest":
      return found
        .filter((zone) => (rowOf(zone.code)?.perMinute ?? 0) > 0)
        .toSorted(byMost("pace", rowOf))
        .slice(0, BUSIEST);
    case "all":
      return found.toSorted(byMost(view.sort, rowOf));
  }
}
