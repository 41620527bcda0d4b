import type { EntryFlag } from "@abwab/contract";
import type { Column } from "./column.ts";

/**
 * The ledger as the API shows it, with the day to which a row belongs, the gate's staff and the province that somebody
 * said. No pass: its digest would tell one visitor from another (P1).
 */
export const ledgerColumns = (flags: readonly EntryFlag[]): readonly Column[] => [
  {
    key: "version",
    kind: "number",
    sql: "version",
    width: 10,
    heading: { ar: "نسخة الالتزام", fr: "Version", en: "Version" },
  },
  {
    key: "id",
    kind: "code",
    sql: "ledger.id",
    width: 38,
    heading: { ar: "معرّف السطر", fr: "Identifiant", en: "Id" },
  },
  { key: "kind", kind: "code", sql: "ledger.kind", width: 12, heading: { ar: "النوع", fr: "Nature", en: "Kind" } },
  { key: "day", kind: "date", sql: "day", width: 12, heading: { ar: "اليوم", fr: "Jour", en: "Day" } },
  { key: "zone", kind: "code", sql: "zone.code", width: 10, heading: { ar: "الفضاء", fr: "Espace", en: "Zone" } },
  {
    key: "checkpoint",
    kind: "code",
    sql: "checkpoint.code",
    width: 12,
    heading: { ar: "نقطة العبور", fr: "Point de passage", en: "Checkpoint" },
  },
  {
    key: "direction",
    kind: "code",
    sql: "direction",
    width: 10,
    heading: { ar: "الاتجاه", fr: "Sens", en: "Direction" },
  },
  {
    key: "headcount",
    kind: "number",
    sql: "headcount",
    width: 10,
    heading: { ar: "عدد الأشخاص", fr: "Personnes", en: "Headcount" },
  },
  {
    key: "category",
    kind: "code",
    sql: "category",
    width: 14,
    heading: { ar: "الفئة", fr: "Catégorie", en: "Category" },
  },
  {
    key: "placedAt",
    kind: "time",
    sql: "placed_at",
    width: 20,
    heading: { ar: "وقت الاحتساب", fr: "Compté à", en: "Counted at" },
  },
  {
    key: "occurredAt",
    kind: "time",
    sql: "occurred_at",
    width: 20,
    heading: { ar: "الوقت حسب الجهاز", fr: "Heure de l’appareil", en: "Device's time" },
  },
  {
    key: "receivedAt",
    kind: "time",
    sql: "received_at",
    width: 20,
    heading: { ar: "وقت الاستلام", fr: "Reçu à", en: "Received at" },
  },
  {
    key: "deviceId",
    kind: "code",
    sql: "device_id",
    width: 38,
    heading: { ar: "الجهاز", fr: "Appareil", en: "Device" },
  },
  {
    key: "operator",
    kind: "text",
    sql: "operator",
    width: 12,
    heading: { ar: "رمز العون", fr: "Code de l’agent", en: "Operator's code" },
  },
  {
    key: "origin",
    kind: "text",
    sql: "origin",
    width: 12,
    heading: { ar: "رمز الإقليم", fr: "Code de la province", en: "Province code" },
  },
  flagsColumn(flags),
  {
    key: "voids",
    kind: "code",
    sql: "voids",
    width: 38,
    heading: { ar: "يلغي السطر", fr: "Annule", en: "Voids" },
  },
  { key: "reason", kind: "text", sql: "reason", width: 40, heading: { ar: "السبب", fr: "Motif", en: "Reason" } },
];

function flagsColumn(flags: readonly EntryFlag[]): Column {
  const words = flags.map((flag, index) => `case when flags & ${2 ** index} <> 0 then '${flag}' end`).join(", ");
  // Above them are bits of the service's own.
  const none = `flags & ${2 ** flags.length - 1} = 0`;
  return {
    key: "flags",
    kind: "code",
    sql: `case when not (${none}) then concat_ws(' ', ${words}) end`,
    json: `case when ${none} then '[]' else to_json(array_remove(array[${words}], null)) end`,
    width: 18,
    heading: { ar: "الملاحظات", fr: "Signalements", en: "Flags" },
  };
}
