import { foldName } from "@abwab/domain";
import { useLanguage } from "@abwab/ui";
import { useMemo } from "react";
import { type CellValue, ordered } from "./cell-value.ts";
import type { TableView } from "./use-table-view.ts";

export interface ValuedColumn<Row> {
  key: string;
  value: (row: Row) => CellValue;
}

/** The rows that hold every word looked for, in the order asked for; without either, as they came. */
export function useRowsShown<Row>(
  rows: readonly Row[],
  columns: readonly ValuedColumn<Row>[],
  { sort, find }: Pick<TableView, "sort" | "find">,
): readonly Row[] {
  const { language } = useLanguage();
  // Columns are made anew with every drawing of a page; the rows are looked through anew only when it matters.
  return useMemo(() => {
    const words = foldName(find).split(" ").filter(Boolean);
    const textOf = (row: Row): string => foldName(columns.map(({ value }) => value(row) ?? "").join(" "));
    const found =
      words.length === 0
        ? rows
        : rows.filter((row) => {
            const text = textOf(row);
            return words.every((word) => text.includes(word));
          });
    const by = columns.find(({ key }) => key === sort?.key);
    return by && sort ? ordered(found, by.value, sort.falls, language) : found;
  }, [rows, columns, sort, find, language]);
}
