import type { EditionCopy, EditionDay } from "@abwab/contract";

/** Each day with its own hours, else those of the same day by number; after the last of the earlier ones, of that. */
export function copiedDays(wanted: EditionCopy["days"], earlier: readonly EditionDay[]): EditionDay[] {
  return inOrder(wanted).map(({ date, opensAt, closesAt }, index) => {
    const same = inOrder(earlier)[Math.min(index, earlier.length - 1)];
    return { date, opensAt: opensAt ?? same?.opensAt ?? "09:00", closesAt: closesAt ?? same?.closesAt ?? "18:00" };
  });
}

/** The date that takes the place of each earlier one; those beyond the new edition's last day have none. */
export function datesByNumber(earlier: readonly EditionDay[], days: readonly EditionDay[]): Map<string, string> {
  const dates = inOrder(days).map(({ date }) => date);
  return new Map(
    inOrder(earlier).flatMap(({ date }, index) => {
      const next = dates[index];
      return next === undefined ? [] : [[date, next] as const];
    }),
  );
}

const inOrder = <Day extends { date: string }>(days: readonly Day[]): Day[] =>
  days.toSorted((a, b) => a.date.localeCompare(b.date));
