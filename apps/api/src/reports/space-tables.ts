import type { Zone } from "@abwab/contract";
import type { Movement } from "./day-facts.ts";
import { isolated } from "../printing/isolated.ts";
import type { ReportLanguage } from "./report-language.ts";
import type { ReportSubject } from "./report-subject.ts";

type Movements = ReadonlyMap<string, Movement>;
type Spaces = Pick<ReportSubject, "zones" | "countsExits">;

/** Where a space counts no exits. */
const NOT_COUNTED = "–";
const NOTHING: Movement = { entered: 0, exited: 0 };

/** Pavilions, most entered first, with their shares; and which most and fewest entered. */
export function pavilionTable({ zones, countsExits }: Spaces, movements: Movements, language: ReportLanguage) {
  const { words, format, locale } = language;
  const rows = zones
    .filter(({ kind }) => kind === "pavilion")
    .map((zone) => ({ zone, ...(movements.get(zone.code) ?? NOTHING) }))
    .toSorted((a, b) => b.entered - a.entered || (a.zone.code < b.zone.code ? -1 : 1));
  const entered = rows.reduce((total, row) => total + row.entered, 0);
  const exited = rows.reduce((total, row) => total + row.exited, 0);
  const most = Math.max(1, ...rows.map((row) => row.entered));
  const countsAny = rows.some(({ zone }) => countsExits.has(zone.code));
  const first = rows[0];
  const last = rows.at(-1);
  const nameOf = (row: { zone: Zone }): string => isolated(row.zone.names[locale]);
  return {
    highlights:
      first === undefined || last === undefined || first === last || entered === 0
        ? []
        : [
            words.busiest(nameOf(first), format.number(first.entered)),
            words.quietest(nameOf(last), format.number(last.entered)),
          ],
    rows: rows.map((row) => ({
      code: row.zone.code,
      name: row.zone.names[locale],
      entered: format.number(row.entered),
      exited: countsExits.has(row.zone.code) || row.exited !== 0 ? format.number(row.exited) : NOT_COUNTED,
      share: format.share(entered === 0 ? 0 : row.entered / entered),
      bar: Math.max(0, row.entered / most),
    })),
    total: {
      entered: format.number(entered),
      exited: exited === 0 && !countsAny ? NOT_COUNTED : format.number(exited),
    },
  };
}

/** The site and every space that is no pavilion. */
export function otherSpaces({ zones, countsExits }: Spaces, movements: Movements, language: ReportLanguage) {
  const { words, format, locale } = language;
  return zones
    .filter(({ kind }) => kind !== "pavilion")
    .map((zone) => {
      const { entered, exited } = movements.get(zone.code) ?? NOTHING;
      return {
        code: zone.code,
        name: zone.names[locale],
        kind: words.kinds[zone.kind],
        entered: format.number(entered),
        exited: countsExits.has(zone.code) || exited !== 0 ? format.number(exited) : NOT_COUNTED,
      };
    });
}

/** Visits by category, most first, staff last and apart. */
export function categoryRows(categories: ReadonlyMap<string, number>, visits: number, language: ReportLanguage) {
  const { format } = language;
  const most = Math.max(1, ...categories.values());
  const isStaff = (category: string): boolean => category === "staff";
  return [...categories]
    .toSorted(([a, x], [b, y]) => Number(isStaff(a)) - Number(isStaff(b)) || y - x || (a < b ? -1 : 1))
    .map(([category, entered]) => ({
      name: language.category(category),
      value: format.number(entered),
      share: isStaff(category) ? "" : format.share(visits === 0 ? 0 : entered / visits),
      bar: Math.max(0, entered / most),
      apart: isStaff(category),
    }));
}
