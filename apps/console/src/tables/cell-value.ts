import type { CsvCell } from "@abwab/domain";
import type { Language } from "@abwab/ui";

/** What a cell says without its looks: to be ordered by, searched in and written to a file. Times as `localMoment`. */
export type CellValue = CsvCell | undefined;

const byLanguage = new Map<Language, Intl.Collator>();
function collator(language: Language): Intl.Collator {
  const made = byLanguage.get(language) ?? new Intl.Collator(language, { numeric: true, sensitivity: "base" });
  byLanguage.set(language, made);
  return made;
}

const isNothing = (value: CellValue): boolean => value === null || value === undefined || value === "";

/** Rows in the order of a value: figures by size, words as the language orders them; those without one last. */
export function ordered<Row>(
  rows: readonly Row[],
  valueOf: (row: Row) => CellValue,
  falls: boolean,
  language: Language,
): Row[] {
  const { compare } = collator(language);
  const turn = falls ? -1 : 1;
  return rows
    .map((row) => ({ row, value: valueOf(row) }))
    .toSorted(({ value: a }, { value: b }) => {
      if (isNothing(a) || isNothing(b)) return Number(isNothing(a)) - Number(isNothing(b));
      const between = typeof a === "number" && typeof b === "number" ? a - b : compare(String(a), String(b));
      return turn * between;
    })
    .map(({ row }) => row);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** An instant as a wall clock showed it, `2025-05-17 10:02:11`: it orders as text, and spreadsheets read it. */
export function localMoment(at: string | null | undefined, timeZone?: string): string | null {
  if (at === null || at === undefined) return null;
  const key = timeZone ?? "";
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat("sv-SE", {
      dateStyle: "short",
      timeStyle: "medium",
      ...(timeZone === undefined ? {} : { timeZone }),
    });
  formats.set(key, format);
  return format.format(new Date(at));
}
