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
  device: () => [
    {
      key: "deviceId",
      kind: "code",
      sql: "ledger.device_id",
      width: 38,
      heading: { ar: "الجهاز", fr: "Appareil", en: "Device" },
    },
    {
      key: "deviceName",
      kind: "text",
      sql: "device.name",
      width: 30,
      heading: { ar: "اسم الجهاز", fr: "Nom de l’appareil", en: "Name of the device" },
    },
  ],
  organisation: () => [
    {
      key: "organisationId",
      kind: "code",
      sql: "organisation_id",
      width: 38,
      heading: { ar: "معرّف الهيئة", fr: "Identifiant de l’organisme", en: "Organisation's id" },
    },
    {
      key: "organisation",
      kind: "text",
      sql: "organisation",
      width: 40,
      heading: { ar: "المدرسة أو الهيئة", fr: "Organisme", en: "Organisation" },
    },
    {
      key: "organisationType",
      kind: "code",
      sql: "organisation_type",
      width: 16,
      heading: { ar: "نوع الهيئة", fr: "Type d’organisme", en: "Type of organisation" },
    },
  ],
  region: () => [
    {
      key: "region",
      kind: "code",
      sql: "region",
      width: 10,
      heading: { ar: "رمز الجهة", fr: "Code région", en: "Region's code" },
    },
    {
      key: "regionName",
      kind: "text",
      sql: "region_name",
      width: 30,
      heading: { ar: "الجهة", fr: "Région", en: "Region" },
    },
  ],
  province: () => [
    {
      key: "province",
      kind: "code",
      sql: "province",
      width: 12,
      heading: { ar: "رمز الإقليم", fr: "Code province", en: "Province's code" },
    },
    {
      key: "provinceName",
      kind: "text",
      sql: "province_name",
      width: 30,
      heading: { ar: "العمالة أو الإقليم", fr: "Préfecture ou province", en: "Prefecture or province" },
    },
  ],
  city: () => [
    { key: "city", kind: "text", sql: "city", width: 24, heading: { ar: "المدينة", fr: "Ville", en: "City" } },
  ],
};

/** Stands beside places: what people said is a sample of them, what organisations stand for is not. */
const placeKnownBy: Column = {
  key: "placeKnownBy",
  kind: "code",
  sql: "place_known_by",
  width: 16,
  heading: { ar: "مصدر المكان", fr: "Lieu connu par", en: "Place known by" },
};

/** Whether it says where people come from. */
export const isOfPlaces = (by: readonly ExportBreakdown[]): boolean =>
  by.some((each) => each === "region" || each === "province" || each === "city");

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
  const asked = order.filter((each) => by.includes(each)).flatMap((each) => breakdowns[each](locale));
  const grouped = isOfPlaces(by) ? [...asked, placeKnownBy] : asked;
  return { grouped, columns: [...grouped, ...figures] };
}
