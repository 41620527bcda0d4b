/** Parts of the names of Moroccan schools. */
const KINDS = ["مدرسة", "إعدادية", "ثانوية", "مجموعة مدارس", "روض"];
const FIRST = [
  "ابن",
  "الإمام",
  "المختار",
  "محمد",
  "عمر",
  "علي",
  "مولاي",
  "سيدي",
  "الأمير",
  "فاطمة",
  "خديجة",
  "يوسف",
  "طارق",
];
const LAST = [
  "خلدون",
  "السوسي",
  "الخطابي",
  "إسماعيل",
  "تاشفين",
  "الفهري",
  "الخطيب",
  "المنصور",
  "الراشدي",
  "النخيل",
  "الزيتون",
  "الوحدة",
  "المسيرة",
  "الأطلس",
  "السلام",
  "النور",
  "الفتح",
  "الأمل",
  "البيروني",
  "الكندي",
  "الفارابي",
  "الرازي",
];
const CITIES = [
  "الجديدة",
  "سطات",
  "برشيد",
  "أزمور",
  "آسفي",
  "مراكش",
  "فاس",
  "طنجة",
  "وجدة",
  "أكادير",
  "الرباط",
  "سلا",
  "القنيطرة",
  "تازة",
  "خريبكة",
  "بني ملال",
  "الناظور",
  "الحسيمة",
  "العيون",
  "الداخلة",
  "ورزازات",
  "زاكورة",
  "تطوان",
  "مكناس",
];
const LETTERS = Array.from("ابتثجحخدرزسشصضطعغفقكلمنهوي");

/** A list of schools as a ministry sends it, the same each time; hardly two have one name. */
export function largeList(rows: number): string {
  const random = randomOf(20250517);
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? "";
  const word = (): string => Array.from({ length: 4 + Math.floor(random() * 4) }, () => pick(LETTERS)).join("");
  const lines = ["اسم المؤسسة;المدينة;عدد التلاميذ;عدد المؤطرين;الهاتف"];
  for (let row = 0; row < rows; row += 1) {
    const name = `${pick(KINDS)} ${pick(FIRST)} ${pick(LAST)} ${word()}`;
    lines.push(`${name};${pick(CITIES)};${20 + (row % 60)};${2 + (row % 4)};06${10_000_000 + row}`);
  }
  return `${lines.join("\r\n")}\r\n`;
}

/** Mulberry32: numbers from 0 to 1, the same for a seed. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
