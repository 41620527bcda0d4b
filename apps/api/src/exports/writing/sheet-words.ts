import type { DocumentLocale } from "@abwab/contract";

interface SheetWords {
  ledger: string;
  counts: string;
  about: string;
  edition: string;
  contents: string;
  days: string;
  all: string;
  zones: string;
  categories: string;
  timeZone: string;
  version: string;
  settledDays: string;
  noSettledDays: string;
  settledDay: string;
  ledgerMeaning: string;
  countsMeaning: string;
  meaning: string;
}

/** `{…}` stands for what is filled in. */
export const sheetWords: Readonly<Record<DocumentLocale, SheetWords>> = {
  ar: {
    ledger: "سجل العبور",
    counts: "الأعداد",
    about: "عن هذا الملف",
    edition: "الدورة",
    contents: "المحتوى",
    days: "الأيام",
    all: "الكل",
    zones: "الفضاءات",
    categories: "الفئات",
    timeZone: "المنطقة الزمنية",
    version: "مقروء إلى غاية النسخة",
    settledDays: "الأيام المحصورة",
    noSettledDays: "لا يوجد",
    settledDay: "{day}: المراجعة {revision}، النسخة {version}",
    meaning: "الدلالة",
    ledgerMeaning:
      "سطر لكل عبور مسجل ولكل تصحيح له. عدد الأشخاص في سطر الإلغاء سالب؛ وفي سطر الجرد هو عدد الموجودين بالداخل.",
    countsMeaning: "الداخلون والخارجون: مجموع أعداد الأشخاص في السجل، بما فيها التصحيحات، لكل الفئات المذكورة.",
  },
  fr: {
    ledger: "Registre",
    counts: "Comptages",
    about: "À propos",
    edition: "Édition",
    contents: "Contenu",
    days: "Jours",
    all: "tous",
    zones: "Espaces",
    categories: "Catégories",
    timeZone: "Fuseau horaire",
    version: "Lu jusqu’à la version",
    settledDays: "Jours arrêtés",
    noSettledDays: "aucun",
    settledDay: "{day} : révision {revision}, version {version}",
    meaning: "Définition",
    ledgerMeaning:
      "Une ligne par passage enregistré et par correction. Une annulation porte un nombre négatif ; un recomptage, le nombre de présents.",
    countsMeaning:
      "Entrées et sorties : somme des personnes du registre, corrections comprises, pour les catégories indiquées.",
  },
  en: {
    ledger: "Ledger",
    counts: "Counts",
    about: "About",
    edition: "Edition",
    contents: "Contents",
    days: "Days",
    all: "all",
    zones: "Zones",
    categories: "Categories",
    timeZone: "Time zone",
    version: "Read up to version",
    settledDays: "Settled days",
    noSettledDays: "none",
    settledDay: "{day}: revision {revision}, version {version}",
    meaning: "Definition",
    ledgerMeaning:
      "A row for every recorded crossing and for every correction. A void has a negative headcount; a recount, the number inside.",
    countsMeaning:
      "Entered and exited: sums of the ledger's headcounts, corrections included, of the categories named.",
  },
};
