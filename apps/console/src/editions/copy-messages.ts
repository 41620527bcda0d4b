import { defineMessages } from "@abwab/ui";

export const copyMessages = defineMessages("copy", {
  ar: {
    action: "انسخ إلى دورة جديدة",
    title: "دورة جديدة نسخةً من «{{name}}»",
    submit: "أنشئ الدورة",
    what: "ما الذي يُنقل",
    zones: "المناطق ({{count}})",
    checkpoints: "نقاط العدّ ({{count}})",
    policies: "قواعد الدخول",
    categories: "الفئات الخاصة ({{count}})",
    programme: "البرنامج ({{count}})، كل نشاط في اليوم نفسه بالترقيم وبالساعة نفسها",
    never:
      "لا تُنقل أبداً: الدخولات والأجهزة والشارات والأشخاص والهيئات والأرقام المنشورة. تبدأ الدورة مسودةً، وكل مناطقها مفتوحة.",
    daysHint: "الأيام بترتيبها: لليوم الأول ساعات اليوم الأول، وهكذا. غيّر ما تشاء.",
    left: "أنشطة في أيام لا مقابل لها، تُترك: {{count}}",
  },
  fr: {
    action: "Copier vers une nouvelle édition",
    title: "Nouvelle édition d’après « {{name}} »",
    submit: "Créer l’édition",
    what: "Ce qui est repris",
    zones: "Zones ({{count}})",
    checkpoints: "Points de comptage ({{count}})",
    policies: "Règles d’admission",
    categories: "Catégories propres ({{count}})",
    programme: "Programme ({{count}}), chaque activité au jour de même rang et à la même heure",
    never:
      "Jamais repris : entrées, appareils, badges, personnes, organismes et chiffres publiés. L’édition commence en brouillon, toutes ses zones ouvertes.",
    daysHint: "Jour après jour : le premier prend les heures du premier, et ainsi de suite. Changez ce qu’il faut.",
    left: "Activités de jours sans équivalent, laissées : {{count}}",
  },
  en: {
    action: "Copy to a new edition",
    title: "A new edition after “{{name}}”",
    submit: "Create the edition",
    what: "What is taken over",
    zones: "Zones ({{count}})",
    checkpoints: "Checkpoints ({{count}})",
    policies: "Admission rules",
    categories: "Categories of its own ({{count}})",
    programme: "Programme ({{count}}), each item on the day with the same number, at the same hour",
    never:
      "Never taken over: entries, devices, passes, people, organisations and published figures. The edition begins as a draft with all zones open.",
    daysHint: "Day by day: the first has the hours of the first, and so on. Change what you like.",
    left: "Items on days that have no match, left out: {{count}}",
  },
});
