/** What clerks type, by what makes it hard. */
export const questions: readonly { readonly what: string; readonly texts: readonly string[] }[] = [
  {
    what: "as it is written",
    texts: ["Lycée Mohammed V", "مدرسة النور", "Ibn Khaldoun", "المسيرة الخضراء", "Radio Atlas"],
  },
  { what: "other letters, accents, marks", texts: ["لالة مريم", "الامل", "ecole annour", "المَسيرة", "مـــولاي اسماعيل"] },
  {
    what: "Latin spellings of Arabic names",
    texts: ["khouarizmi", "abdelkrim khatabi", "ibn rushd", "salah din ayyoubi"],
  },
  { what: "typing errors", texts: ["Mohamed Zerktuoni", "Youssef Tachfin", "القاضي عايض", "Moutanabi"] },
  { what: "half a word, while typing", texts: ["kha", "المس", "moul", "ان", "ab"] },
  { what: "name and place", texts: ["النور الجديدة", "Al Amal Casablanca", "ecole badr safi", "khawarizmi oujda"] },
  { what: "a word that thousands share", texts: ["école", "مدرسة", "association", "الثانوية", "lycee"] },
  { what: "nothing like it", texts: ["Zzyzx", "Quetzalcoatl", "xxxxxx"] },
];
