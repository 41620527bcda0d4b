import type { Names } from "@abwab/contract";

export interface Region {
  /** ISO 3166-2, as it is stored. */
  readonly code: string;
  readonly names: Names;
}

/**
 * The twelve regions of Morocco in the order of their official numbers (decree 2-15-40 of 2015), named as by the High
 * Commission for Planning (HCP); codes of ISO 3166-2.
 */
export const regions: readonly Region[] = [
  {
    code: "MA-01",
    names: { ar: "طنجة تطوان الحسيمة", fr: "Tanger-Tétouan-Al Hoceïma", en: "Tanger-Tetouan-Al Hoceima" },
  },
  { code: "MA-02", names: { ar: "الشرق", fr: "Oriental", en: "Oriental" } },
  { code: "MA-03", names: { ar: "فاس مكناس", fr: "Fès-Meknès", en: "Fès-Meknès" } },
  { code: "MA-04", names: { ar: "الرباط سلا القنيطرة", fr: "Rabat-Salé-Kénitra", en: "Rabat-Salé-Kénitra" } },
  { code: "MA-05", names: { ar: "بني ملال خنيفرة", fr: "Béni Mellal-Khénifra", en: "Béni Mellal-Khénifra" } },
  { code: "MA-06", names: { ar: "الدار البيضاء سطات", fr: "Casablanca-Settat", en: "Casablanca-Settat" } },
  { code: "MA-07", names: { ar: "مراكش آسفي", fr: "Marrakech-Safi", en: "Marrakech-Safi" } },
  { code: "MA-08", names: { ar: "درعة تافيلالت", fr: "Drâa-Tafilalet", en: "Drâa-Tafilalet" } },
  { code: "MA-09", names: { ar: "سوس ماسة", fr: "Souss-Massa", en: "Souss-Massa" } },
  { code: "MA-10", names: { ar: "كلميم واد نون", fr: "Guelmim-Oued Noun", en: "Guelmim-Oued Noun" } },
  {
    code: "MA-11",
    names: { ar: "العيون الساقية الحمراء", fr: "Laâyoune-Sakia El Hamra", en: "Laâyoune-Sakia El Hamra" },
  },
  { code: "MA-12", names: { ar: "الداخلة وادي الذهب", fr: "Dakhla-Oued Ed-Dahab", en: "Dakhla-Oued Ed-Dahab" } },
];

/** Stored for whoever comes from outside Morocco: the code that ISO 3166 leaves to its users for what it does not name. */
export const ABROAD = "XX";
