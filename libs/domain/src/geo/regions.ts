export interface MoroccanRegion {
  /** Its official number, two digits. */
  readonly code: string;
  /** ISO 3166-2. */
  readonly iso: string;
  readonly nameAr: string;
  readonly nameFr: string;
  readonly nameEn: string;
}

/**
 * The twelve regions of Morocco in the order of their official numbers (decree 2-15-40 of 2015), named as by the High
 * Commission for Planning (HCP, general census of 2024, CC BY 4.0); codes of ISO 3166-2.
 */
export const moroccanRegions: readonly MoroccanRegion[] = [
  {
    code: "01",
    iso: "MA-01",
    nameAr: "طنجة تطوان الحسيمة",
    nameFr: "Tanger-Tétouan-Al Hoceïma",
    nameEn: "Tanger-Tetouan-Al Hoceima",
  },
  { code: "02", iso: "MA-02", nameAr: "الشرق", nameFr: "Oriental", nameEn: "Oriental" },
  { code: "03", iso: "MA-03", nameAr: "فاس مكناس", nameFr: "Fès-Meknès", nameEn: "Fès-Meknès" },
  {
    code: "04",
    iso: "MA-04",
    nameAr: "الرباط سلا القنيطرة",
    nameFr: "Rabat-Salé-Kénitra",
    nameEn: "Rabat-Salé-Kénitra",
  },
  {
    code: "05",
    iso: "MA-05",
    nameAr: "بني ملال خنيفرة",
    nameFr: "Béni Mellal-Khénifra",
    nameEn: "Béni Mellal-Khénifra",
  },
  { code: "06", iso: "MA-06", nameAr: "الدار البيضاء سطات", nameFr: "Casablanca-Settat", nameEn: "Casablanca-Settat" },
  { code: "07", iso: "MA-07", nameAr: "مراكش آسفي", nameFr: "Marrakech-Safi", nameEn: "Marrakech-Safi" },
  { code: "08", iso: "MA-08", nameAr: "درعة تافيلالت", nameFr: "Drâa-Tafilalet", nameEn: "Drâa-Tafilalet" },
  { code: "09", iso: "MA-09", nameAr: "سوس ماسة", nameFr: "Souss-Massa", nameEn: "Souss-Massa" },
  { code: "10", iso: "MA-10", nameAr: "كلميم واد نون", nameFr: "Guelmim-Oued Noun", nameEn: "Guelmim-Oued Noun" },
  {
    code: "11",
    iso: "MA-11",
    nameAr: "العيون الساقية الحمراء",
    nameFr: "Laâyoune-Sakia El Hamra",
    nameEn: "Laâyoune-Sakia El Hamra",
  },
  {
    code: "12",
    iso: "MA-12",
    nameAr: "الداخلة وادي الذهب",
    nameFr: "Dakhla-Oued Ed-Dahab",
    nameEn: "Dakhla-Oued Ed-Dahab",
  },
];
