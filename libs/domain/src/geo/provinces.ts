export interface MoroccanProvince {
  /** Code of the High Commission for Planning: the region's two digits, a dot, three digits. */
  readonly code: string;
  readonly region: string;
  /** ISO 3166-2. */
  readonly iso: string;
  readonly type: "province" | "prefecture";
  readonly nameAr: string;
  readonly nameFr: string;
  readonly nameEn: string;
}

type Row = readonly [code: string, iso: string, type: "province" | "prefecture", fr: string, ar: string, en?: string];

/** In the order of regions. The English name stands where it is another than the French one. */
const rows: readonly Row[] = [
  ["01.511", "MA-TNG", "prefecture", "Tanger-Assilah", "طنجة-أصيلة", "Tanger-Asilah"],
  ["01.573", "MA-MDF", "prefecture", "M'diq-Fnideq", "المضيق-الفنيدق"],
  ["01.571", "MA-TET", "province", "Tétouan", "تطوان"],
  ["01.227", "MA-FAH", "province", "Fahs-Anjra", "الفحص-أنجرة"],
  ["01.331", "MA-LAR", "province", "Larache", "العرائش"],
  ["01.051", "MA-HOC", "province", "Al Hoceima", "الحسيمة"],
  ["01.151", "MA-CHE", "province", "Chefchaouen", "شفشاون"],
  ["01.405", "MA-OUZ", "province", "Ouezzane", "وزان"],
  ["02.411", "MA-OUJ", "prefecture", "Oujda-Angad", "وجدة-أنجاد"],
  ["02.381", "MA-NAD", "province", "Nador", "الناضور"],
  ["02.167", "MA-DRI", "province", "Driouch", "الدريوش"],
  ["02.275", "MA-JRA", "province", "Jerada", "جرادة"],
  ["02.113", "MA-BER", "province", "Berkane", "بركان"],
  ["02.533", "MA-TAI", "province", "Taourirt", "تاوريرت"],
  ["02.265", "MA-GUF", "province", "Guercif", "جرسيف"],
  ["02.251", "MA-FIG", "province", "Figuig", "فجيج"],
  ["03.231", "MA-FES", "prefecture", "Fès", "فاس"],
  ["03.061", "MA-MEK", "prefecture", "Meknès", "مكناس", "Meknes"],
  ["03.171", "MA-HAJ", "province", "El Hajeb", "الحاجب"],
  ["03.271", "MA-IFR", "province", "Ifrane", "إفران"],
  ["03.591", "MA-MOU", "province", "Moulay Yacoub", "مولاي يعقوب"],
  ["03.451", "MA-SEF", "province", "Sefrou", "صفرو"],
  ["03.131", "MA-BOM", "province", "Boulemane", "بولمان"],
  ["03.531", "MA-TAO", "province", "Taounate", "تاونات"],
  ["03.561", "MA-TAZ", "province", "Taza", "تازة"],
  ["04.421", "MA-RAB", "prefecture", "Rabat", "الرباط"],
  ["04.441", "MA-SAL", "prefecture", "Salé", "سلا"],
  ["04.501", "MA-SKH", "prefecture", "Skhirate-Témara", "الصخيرات-تمارة"],
  ["04.281", "MA-KEN", "province", "Kénitra", "القنيطرة"],
  ["04.291", "MA-KHE", "province", "Khémisset", "الخميسات"],
  ["04.481", "MA-SIK", "province", "Sidi Kacem", "سيدي قاسم", "Sidi-Kacem"],
  ["04.491", "MA-SIL", "province", "Sidi Slimane", "سيدي سليمان", "Sidi-Slimane"],
  ["05.091", "MA-BEM", "province", "Béni Mellal", "بني ملال"],
  ["05.081", "MA-AZI", "province", "Azilal", "أزيلال"],
  ["05.255", "MA-FQH", "province", "Fquih Ben Salah", "الفقيه بن صالح"],
  ["05.301", "MA-KHN", "province", "Khénifra", "خنيفرة"],
  ["05.311", "MA-KHO", "province", "Khouribga", "خريبكة"],
  ["06.141", "MA-CAS", "prefecture", "Casablanca", "الدار البيضاء"],
  ["06.371", "MA-MOH", "prefecture", "Mohammadia", "المحمدية", "Mohammedia"],
  ["06.181", "MA-JDI", "province", "El Jadida", "الجديدة"],
  ["06.385", "MA-NOU", "province", "Nouaceur", "النواصر"],
  ["06.355", "MA-MED", "province", "Médiouna", "مديونة"],
  ["06.111", "MA-BES", "province", "Benslimane", "بنسليمان"],
  ["06.117", "MA-BRR", "province", "Berrechid", "برشيد"],
  ["06.461", "MA-SET", "province", "Settat", "سطات"],
  ["06.467", "MA-SIB", "province", "Sidi Bennour", "سيدي بنور"],
  ["07.351", "MA-MAR", "prefecture", "Marrakech", "مراكش"],
  ["07.161", "MA-CHI", "province", "Chichaoua", "شيشاوة"],
  ["07.041", "MA-HAO", "province", "Al Haouz", "الحوز"],
  ["07.191", "MA-KES", "province", "El Kelâa Des-Sraghna", "قلعة السراغنة", "El Kelaa des Sraghna"],
  ["07.211", "MA-ESI", "province", "Essaouira", "الصويرة"],
  ["07.427", "MA-REH", "province", "Rehamna", "الرحامنة"],
  ["07.431", "MA-SAF", "province", "Safi", "آسفي"],
  ["07.585", "MA-YUS", "province", "Youssoufia", "اليوسفية"],
  ["08.201", "MA-ERR", "province", "Errachidia", "الرشيدية"],
  ["08.401", "MA-OUA", "province", "Ouarzazate", "ورزازات"],
  ["08.363", "MA-MID", "province", "Midelt", "ميدلت"],
  ["08.577", "MA-TIN", "province", "Tinghir", "تنغير"],
  ["08.587", "MA-ZAG", "province", "Zagora", "زاكورة"],
  ["09.001", "MA-AGD", "prefecture", "Agadir-Ida-Ou-Tanane", "أكادير-إدا وتنان", "Agadir Ida-Outanane"],
  ["09.273", "MA-INE", "prefecture", "Inezgane-Aït Melloul", "إنزكان-آيت ملول"],
  ["09.163", "MA-CHT", "province", "Chtouka-Aït Baha", "اشتوكة-آيت باها", "Chtouka Ait Baha"],
  ["09.541", "MA-TAR", "province", "Taroudannt", "تارودانت"],
  ["09.581", "MA-TIZ", "province", "Tiznit", "تيزنيت"],
  ["09.551", "MA-TAT", "province", "Tata", "طاطا"],
  ["10.261", "MA-GUE", "province", "Guelmim", "كلميم"],
  ["10.071", "MA-ASZ", "province", "Assa-Zag", "آسا-الزاك"],
  ["10.521", "MA-TNT", "province", "Tan-Tan", "طانطان"],
  ["10.473", "MA-SIF", "province", "Sidi Ifni", "سيدي إفني"],
  ["11.321", "MA-LAA", "province", "Laâyoune", "العيون", "Laayoune"],
  ["11.121", "MA-BOD", "province", "Boujdour", "بوجدور"],
  ["11.537", "MA-TAF", "province", "Tarfaya", "طرفاية"],
  ["11.221", "MA-ESM", "province", "Es-Semara", "السمارة"],
  ["12.391", "MA-OUD", "province", "Oued Ed-Dahab", "وادي الذهب"],
  ["12.066", "MA-AOU", "province", "Aousserd", "أوسرد"],
];

/**
 * Morocco's 13 prefectures and 62 provinces: codes and French names of the High Commission for Planning (HCP, general
 * census of 2024, CC BY 4.0), Arabic and English names as in common use, codes of ISO 3166-2.
 */
export const moroccanProvinces: readonly MoroccanProvince[] = rows.map(([code, iso, type, nameFr, nameAr, nameEn]) => ({
  code,
  region: regionOf(code),
  iso,
  type,
  nameAr,
  nameFr,
  nameEn: nameEn ?? nameFr,
}));

/** The region of a province, by its code. */
export function regionOf(province: string): string {
  return province.slice(0, 2);
}
