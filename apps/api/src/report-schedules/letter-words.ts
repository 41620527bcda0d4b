import type { DocumentLocale } from "@abwab/contract";

/** What letters say beside figures. Names and figures come as they are shown. */
export interface LetterWords {
  direction: "ltr" | "rtl";
  /** Between a title and what it is of. */
  dash: string;
  subject: (edition: string, day: string) => string;
  rehearsalSubject: (subject: string) => string;
  rehearsal: string;
  visits: string;
  pavilionVisits: string;
  peak: string;
  between: (from: string, to: string) => string;
  total: string;
  totalPavilions: string;
  live: (asOf: string) => string;
  settled: string;
  settledDays: (settled: string, days: string) => string;
  noSuchDay: string;
  attached: string;
  /** Why whoever reads it was sent it. */
  why: (schedule: string) => string;
}

export const letterWords: Record<DocumentLocale, LetterWords> = {
  ar: {
    direction: "rtl",
    dash: ": ",
    subject: (edition, day) => `${edition}: أرقام ${day}`,
    rehearsalSubject: (subject) => `[تجربة] ${subject}`,
    rehearsal: "الدورة مسودة: هذه أرقام تجربة ولا تُحتسب.",
    visits: "الزيارات",
    pavilionVisits: "زيارات الأروقة",
    peak: "أكثر ربع ساعة ازدحاماً",
    between: (from, to) => `من ${from} إلى ${to}`,
    total: "زيارات الدورة كلها",
    totalPavilions: "زيارات الأروقة في الدورة كلها",
    live: (asOf) => `أرقام مباشرة إلى غاية ${asOf}؛ قد تتغير حتى يُقفل اليوم.`,
    settled: "أُقفل هذا اليوم: أرقامه ثابتة.",
    settledDays: (settled, days) => `الأيام المقفلة: ${settled} من ${days}`,
    noSuchDay: "لم يعد هذا اليوم من أيام الدورة.",
    attached: "مرفق",
    why: (schedule) => `أرسلها أبواب تلقائياً (${schedule}). لإيقافها راسل منظمي الدورة.`,
  },
  fr: {
    direction: "ltr",
    dash: " : ",
    subject: (edition, day) => `${edition} : les chiffres du ${day}`,
    rehearsalSubject: (subject) => `[Répétition] ${subject}`,
    rehearsal: "L’édition est un brouillon : ce sont les chiffres d’une répétition, ils ne comptent pas.",
    visits: "Visites",
    pavilionVisits: "Visites des pavillons",
    peak: "Quart d’heure le plus chargé",
    between: (from, to) => `de ${from} à ${to}`,
    total: "Visites de toute l’édition",
    totalPavilions: "Visites des pavillons de toute l’édition",
    live: (asOf) => `Chiffres en direct, au ${asOf} ; ils peuvent changer jusqu’à l’arrêté du jour.`,
    settled: "Le jour est arrêté : ses chiffres ne changent plus.",
    settledDays: (settled, days) => `Jours arrêtés : ${settled} sur ${days}`,
    noSuchDay: "Ce jour n’est plus de l’édition.",
    attached: "Joint",
    why: (schedule) =>
      `Envoyé automatiquement par Abwab (${schedule}). Pour ne plus le recevoir, écrivez aux organisateurs.`,
  },
  en: {
    direction: "ltr",
    dash: ": ",
    subject: (edition, day) => `${edition}: the figures of ${day}`,
    rehearsalSubject: (subject) => `[Rehearsal] ${subject}`,
    rehearsal: "The edition is a draft: these are figures of a rehearsal and don’t count.",
    visits: "Visits",
    pavilionVisits: "Pavilion visits",
    peak: "Busiest quarter of an hour",
    between: (from, to) => `from ${from} to ${to}`,
    total: "Visits of the whole edition",
    totalPavilions: "Pavilion visits of the whole edition",
    live: (asOf) => `Live figures as of ${asOf}; they may change until the day is settled.`,
    settled: "The day is settled: its figures don’t change any more.",
    settledDays: (settled, days) => `Days settled: ${settled} of ${days}`,
    noSuchDay: "This day is no day of the edition any more.",
    attached: "Attached",
    why: (schedule) => `Sent by Abwab by itself (${schedule}). To be left out, write to the organisers.`,
  },
};
