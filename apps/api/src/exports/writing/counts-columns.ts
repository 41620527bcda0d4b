import type { DocumentLocale, ExportBreakdown } from "@abwab/contract";
import type { Column } from "./column.ts";

/** The columns of a breakdown, in the order in which they stand. */
const breakdowns: Readonly<Record<ExportBreakdown, (locale: DocumentLocale) => Column[]>> = {
  zone: (locale) => [
    { key: "zone", kind: "code", sql: "zone.code", width: 10, heading: { ar: "الفضاء", fr: "Espace", en: "Zone" } },
    {
      key: "zoneName",
      kind: "text",
      sql: `(zone.names->>'${locale}')`,
      width: 40,
      heading: { ar: "اسم الفضاء", fr: "Nom de l’espace", en: "Name of the zone" },
    },
  ],
  day: () => [{ key: "day", kind: "date", sql: "day", width: 12, heading: { ar: "اليوم", fr: "Jour", en: "Day" } }],
  hour: () => [
    {
      key: "hour",
      kind: "time",
      sql: "date_trunc('hour', placed_at)",
      width: 20,
      heading: { ar: "الساعة", fr: "Heure", en: "Hour" },
    },
  ],
  quarter_hour: () => [
    {
      key: "quarterHour",
      kind: "time",
      sql: "date_bin('15 minutes', placed_at, 'epoch')",
      width: 20,
      heading: { ar: "ربع الساعة", fr: "Quart d’heure", en: "Quarter of an hour" },
    },
  ],
  category: () => [
    {
      key: "category",
      kind: "code",
      sql: "category",
      width: 14,
      heading: { ar: "الفئة", fr: "Catégorie", en: "Category" },
    },
  ],
};

const order = Object.keys(breakdowns) as ExportBreakdown[];

const sumOf = (direction: "in" | "out"): string =>
  `coalesce(sum(headcount) filter (where direction = '${direction}'), 0)`;

const figures: readonly Column[] = [
  {
    key: "entered",
    kind: "number",
    sql: sumOf("in"),
    width: 12,
    heading: { ar: "الداخلون", fr: "Entrées", en: "Entered" },
  },
  {
    key: "exited",
    kind: "number",
    sql: sumOf("out"),
    width: 12,
    heading: { ar: "الخارجون", fr: "Sorties", en: "Exited" },
  },
];

/** What counts are grouped and ordered by, and their columns. */
export function countsColumns(
  by: readonly ExportBreakdown[],
  locale: DocumentLocale,
): { grouped: Column[]; columns: Column[] } {
  const grouped = order.filter((each) => by.includes(each)).flatMap((each) => breakdowns[each](locale));
  return { grouped, columns: [...grouped, ...figures] };
}
