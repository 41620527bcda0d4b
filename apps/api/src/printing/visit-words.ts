import type { DocumentLocale } from "@abwab/contract";

/** What stands on the papers of group visits, in one language. */
export interface VisitWords {
  hours: (from: string, to: string) => string;
  /** Of a group that may come when it likes. */
  anyHour: string;
  anyDay: (days: string) => string;
  doors: (codes: string) => string;
  listOf: (day: string) => string;
  /** Under the title of a list. */
  groups: (groups: number, people: number) => string;
  everyZone: string;
  withoutHour: string;
  texts: Readonly<Record<string, string | readonly string[]>>;
}

/** A number within a sentence from right to left. */
const isolated = (text: string | number): string => `\u2066${text}\u2069`;

const ar: VisitWords = {
  hours: (from, to) => `من ${from} إلى ${to}`,
  anyHour: "في أي ساعة من ساعات الافتتاح",
  anyDay: (days) => `في أي يوم من الأيام: ${days}`,
  doors: (codes) => `الأبواب: ${isolated(codes)}`,
  listOf: (day) => `مجموعات يوم ${day}`,
  groups: (groups, people) => `عدد المجموعات: ${groups}، عدد الأشخاص: ${people}`,
  everyZone: "كل الفضاءات",
  withoutHour: "بدون ساعة محددة",
  texts: {
    separator: "، ",
    confirmationTitle: "تأكيد زيارة جماعية",
    listTitle: "لائحة المجموعات",
    qr: "رمز QR لشارة المجموعة",
    day: "اليوم",
    hour: "ساعة الوصول",
    entrance: "مكان الدخول",
    venue: "العنوان",
    people: "عدد الأشخاص",
    total: "المجموع",
    pupils: "تلاميذ",
    adults: "بالغون",
    organisation: "المؤسسة",
    city: "المدينة",
    arrivedBlank: "الواصلون",
    nobody: "لا تنتظر أي مجموعة في هذا اليوم.",
    howTitle: "ما الذي تحضرونه وما الذي تُظهرونه",
    howVisit: [
      "أحضروا هذه الورقة مطبوعة أو على هاتف: تحمل كل حافلة نسخة منها، وكل النسخ صالحة.",
      "احضروا في الساعة وإلى المكان المكتوبين أعلاه. يمكن أن تصل الحافلات واحدة بعد أخرى.",
      "عند الباب أظهروا الرمز وقولوا كم تلميذا وكم بالغا يدخل الآن.",
      "إن تعذرت قراءة الرمز فأملوا الحروف والأرقام المكتوبة تحته.",
      "إن تغير العدد أو الموعد فأخبروا المنظمين: تصلكم ورقة جديدة بدل هذه.",
    ],
  },
};

const fr: VisitWords = {
  hours: (from, to) => `de ${from} à ${to}`,
  anyHour: "à toute heure d’ouverture",
  anyDay: (days) => `un jour au choix\u00a0: ${days}`,
  doors: (codes) => `Portes\u00a0: ${codes}`,
  listOf: (day) => `Groupes du ${day}`,
  groups: (groups, people) => `Groupes\u00a0: ${groups}, personnes\u00a0: ${people}`,
  everyZone: "Tous les espaces",
  withoutHour: "Sans heure fixée",
  texts: {
    separator: ", ",
    confirmationTitle: "Confirmation de visite de groupe",
    listTitle: "Liste des groupes",
    qr: "Code QR du badge de groupe",
    day: "Jour",
    hour: "Heure d’arrivée",
    entrance: "Entrée",
    venue: "Adresse",
    people: "Nombre de personnes",
    total: "Total",
    pupils: "Élèves",
    adults: "Adultes",
    organisation: "Organisme",
    city: "Ville",
    arrivedBlank: "Arrivés",
    nobody: "Aucun groupe n’est attendu ce jour-là.",
    howTitle: "Ce qu’il faut apporter et montrer",
    howVisit: [
      "Apportez cette page, imprimée ou sur un téléphone\u00a0: chaque car en a une copie, toutes sont valables.",
      "Venez à l’heure et à l’entrée indiquées. Les cars peuvent arriver l’un après l’autre.",
      "À la porte, montrez le code et dites combien d’élèves et d’adultes entrent maintenant.",
      "Si le code ne se lit pas, dictez les lettres et les chiffres écrits dessous.",
      "Si le nombre ou le jour change, prévenez les organisateurs\u00a0: une nouvelle page remplacera celle-ci.",
    ],
  },
};

const en: VisitWords = {
  hours: (from, to) => `from ${from} to ${to}`,
  anyHour: "at any opening hour",
  anyDay: (days) => `on any day: ${days}`,
  doors: (codes) => `Doors: ${codes}`,
  listOf: (day) => `Groups of ${day}`,
  groups: (groups, people) => `Groups: ${groups}, people: ${people}`,
  everyZone: "Every space",
  withoutHour: "Without an hour",
  texts: {
    separator: ", ",
    confirmationTitle: "Confirmation of a group visit",
    listTitle: "List of groups",
    qr: "QR code of the group pass",
    day: "Day",
    hour: "Hour of arrival",
    entrance: "Entrance",
    venue: "Address",
    people: "People",
    total: "Total",
    pupils: "Pupils",
    adults: "Adults",
    organisation: "Organisation",
    city: "City",
    arrivedBlank: "Arrived",
    nobody: "No group is expected on this day.",
    howTitle: "What to bring and to show",
    howVisit: [
      "Bring this page, printed or on a phone: each bus carries a copy, and all copies are good.",
      "Come at the hour and to the entrance above. Buses may arrive one after another.",
      "At the door show the code and say how many pupils and adults come in now.",
      "If the code can’t be read, dictate the letters and digits under it.",
      "If the number or the day changes, tell the organisers: another page will take the place of this one.",
    ],
  },
};

export const visitWords: Readonly<Record<DocumentLocale, VisitWords>> = { ar, fr, en };
