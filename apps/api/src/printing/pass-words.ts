import type { BaseCategory, DocumentLocale, PassKindName } from "@abwab/contract";

/** What stands on printed passes, in one language. */
export interface PassWords {
  kinds: Readonly<Record<PassKindName, string>>;
  categories: Readonly<Record<BaseCategory, string>>;
  everyZone: string;
  /** When it is good: with a date or a moment put in. */
  on: (date: string) => string;
  from: (start: string) => string;
  until: (end: string) => string;
  listSeparator: string;
  texts: Readonly<Record<string, string | readonly string[]>>;
}

const ar: PassWords = {
  kinds: { visitor: "زائر", group: "مجموعة", accreditation: "اعتماد" },
  categories: {
    public: "الجمهور",
    pupils: "التلاميذ",
    civil_society: "المجتمع المدني",
    media: "الإعلام",
    officials: "المسؤولون",
    staff: "العاملون",
  },
  everyZone: "كل الفضاءات",
  on: (date) => `صالحة يوم ${date}`,
  from: (start) => `من ${start}`,
  until: (end) => `إلى ${end}`,
  listSeparator: "، ",
  texts: {
    sheetTitle: "شارات",
    badgeTitle: "شارة",
    groupTitle: "شارة مجموعة",
    qr: "رمز QR للشارة",
    people: "عدد الأشخاص",
    pupils: "تلاميذ",
    adults: "مرافقون",
    category: "الفئة",
    opens: "تفتح",
    valid: "الصلاحية",
    howBadge: "أظهر الرمز عند كل باب. احتفظ به لنفسك ولا تنشر صورته.",
    howTitle: "كيف تُستعمل هذه الشارة",
    howGroup: [
      "تحمل كل حافلة نسخة من هذه الورقة: كل النسخ صالحة.",
      "عند كل باب أظهروا الرمز وقولوا كم يدخل منكم الآن.",
      "يمكنكم الوصول على دفعات إلى أن يكتمل العدد.",
      "إن تعذرت قراءة الرمز فأملوا الحروف والأرقام المكتوبة تحته.",
      "لا تنشروا صورة الرمز: من يحمله يدخل باسمكم.",
    ],
  },
};

const fr: PassWords = {
  kinds: { visitor: "Visiteur", group: "Groupe", accreditation: "Accréditation" },
  categories: {
    public: "Public",
    pupils: "Élèves",
    civil_society: "Société civile",
    media: "Médias",
    officials: "Officiels",
    staff: "Personnel",
  },
  everyZone: "Tous les espaces",
  on: (date) => `Valable le ${date}`,
  from: (start) => `Du ${start}`,
  until: (end) => `Jusqu’au ${end}`,
  listSeparator: ", ",
  texts: {
    sheetTitle: "Badges",
    badgeTitle: "Badge",
    groupTitle: "Badge de groupe",
    qr: "Code QR du badge",
    people: "Nombre de personnes",
    pupils: "Élèves",
    adults: "Accompagnateurs",
    category: "Catégorie",
    opens: "Donne accès à",
    valid: "Validité",
    howBadge: "Présentez le code à chaque porte. Gardez-le pour vous\u00a0: n’en publiez pas de photo.",
    howTitle: "Comment utiliser ce badge",
    howGroup: [
      "Chaque car emporte une copie de cette page\u00a0: toutes les copies sont valables.",
      "À chaque porte, montrez le code et dites combien d’entre vous entrent.",
      "Vous pouvez arriver en plusieurs fois, jusqu’à l’effectif indiqué.",
      "Si le code ne se lit pas, dictez les lettres et les chiffres écrits dessous.",
      "Ne publiez pas de photo du code\u00a0: qui le porte entre à votre place.",
    ],
  },
};

const en: PassWords = {
  kinds: { visitor: "Visitor", group: "Group", accreditation: "Accreditation" },
  categories: {
    public: "Public",
    pupils: "Pupils",
    civil_society: "Civil society",
    media: "Media",
    officials: "Officials",
    staff: "Staff",
  },
  everyZone: "Every space",
  on: (date) => `Valid on ${date}`,
  from: (start) => `From ${start}`,
  until: (end) => `Until ${end}`,
  listSeparator: ", ",
  texts: {
    sheetTitle: "Passes",
    badgeTitle: "Pass",
    groupTitle: "Group pass",
    qr: "QR code of the pass",
    people: "People",
    pupils: "Pupils",
    adults: "Adults",
    category: "Category",
    opens: "Opens",
    valid: "Valid",
    howBadge: "Show the code at each door. Keep it to yourself: do not post a picture of it.",
    howTitle: "How to use this pass",
    howGroup: [
      "Each bus carries a copy of this page: all copies are good.",
      "At each door show the code and say how many of you come in now.",
      "You may arrive in several parts, up to the number above.",
      "If the code can’t be read, dictate the letters and digits under it.",
      "Do not post a picture of the code: whoever has it comes in in your place.",
    ],
  },
};

export const passWords: Readonly<Record<DocumentLocale, PassWords>> = { ar, fr, en };
