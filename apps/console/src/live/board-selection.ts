import type { CountRow, Zone } from "@abwab/contract";
import { density, fullness } from "./zone-measures.ts";

export const zoneKinds = ["site", "pavilion", "arena", "children", "hall", "other"] as const;
export const boardKinds = ["all", ...zoneKinds] as const;
export type BoardKind = (typeof boardKinds)[number];
export const boardFilters = ["all", "open", "hold", "closed", "busiest"] as const;
export type BoardFilter = (typeof boardFilters)[number];
export const boardSorts = [
  "code",
  "name",
  "kind",
  "state",
  "entered",
  "exited",
  "inside",
  "fullness",
  "density",
  "pace",
  "edition",
] as const;
export type BoardSort = (typeof boardSorts)[number];

export interface BoardChoice {
  readonly kind: BoardKind;
  readonly filter: BoardFilter;
  readonly sort: BoardSort;
  /** The other way round than what one asks first: the most first for figures, the first letter for words. */
  readonly reverse: boolean;
  readonly search: string;
}

/** How many zones "busiest" shows. */
export const BUSIEST = 12;

type RowOf = (zone: string) => CountRow | undefined;
type Measure = (zone: Zone, row: CountRow | undefined) => number | undefined;

const measures: Partial<Record<BoardSort, Measure>> = {
  entered: (_, row) => row?.enteredToday,
  // A zone without *inside* counts no exits.
  exited: (_, row) => (row?.inside === null ? undefined : row?.exitedToday),
  inside: (_, row) => row?.inside ?? undefined,
  pace: (_, row) => row?.perMinute,
  fullness,
  density,
  edition: (_, row) => row?.enteredEdition,
};

const statuses: readonly Zone["status"][] = ["open", "hold", "closed"];
/** Zones as people think of the park: the whole site first. */
export const byKind = (a: Zone, b: Zone): number =>
  zoneKinds.indexOf(a.kind) - zoneKinds.indexOf(b.kind) || byCode(a, b);
const byCode = (a: Zone, b: Zone) => a.code.localeCompare(b.code, "en", { numeric: true });

const words: Partial<Record<BoardSort, (rowOf: RowOf, language: string) => (a: Zone, b: Zone) => number>> = {
  name: (_, language) => (a, b) => nameIn(a, language).localeCompare(nameIn(b, language), language),
  kind: () => byKind,
  state: (rowOf) => (a, b) => statuses.indexOf(statusOf(a, rowOf)) - statuses.indexOf(statusOf(b, rowOf)),
};
const nameIn = ({ names }: Zone, language: string): string =>
  language === "ar" || language === "fr" ? names[language] : names.en;
const statusOf = (zone: Zone, rowOf: RowOf): Zone["status"] => rowOf(zone.code)?.status ?? zone.status;

/** Equal ones by code; what has no such figure last, whichever way round. */
function inOrder({ sort, reverse }: BoardChoice, rowOf: RowOf, language: string) {
  const turn = reverse ? -1 : 1;
  const measure = measures[sort];
  if (measure === undefined) {
    const compare = words[sort]?.(rowOf, language) ?? byCode;
    return (a: Zone, b: Zone) => turn * compare(a, b) || byCode(a, b);
  }
  return (a: Zone, b: Zone) => {
    const [left, right] = [measure(a, rowOf(a.code)), measure(b, rowOf(b.code))];
    if (left === right) return byCode(a, b);
    if (left === undefined) return 1;
    return right === undefined ? -1 : turn * (right - left);
  };
}

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

/** The zones to show, in order; names are ordered as the reader's language does. */
export function selectZones(zones: readonly Zone[], rowOf: RowOf, choice: BoardChoice, language = "en"): Zone[] {
  const found = zones.filter(
    (zone) => (choice.kind === "all" || zone.kind === choice.kind) && matches(zone, choice.search),
  );
  if (choice.filter === "busiest") {
    const pace = { ...choice, sort: "pace", reverse: false } as const;
    return found
      .filter((zone) => zone.kind !== "site" && (rowOf(zone.code)?.perMinute ?? 0) > 0)
      .toSorted(inOrder(pace, rowOf, language))
      .slice(0, BUSIEST);
  }
  const wanted = choice.filter === "all" ? found : found.filter((zone) => statusOf(zone, rowOf) === choice.filter);
  return wanted.toSorted(inOrder(choice, rowOf, language));
}
