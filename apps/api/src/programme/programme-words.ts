import type { DocumentLocale, ProgrammeKind } from "@abwab/contract";

/** What stands on the printed programme and in calendars, in one language. */
export interface ProgrammeWords {
  kinds: Readonly<Record<ProgrammeKind, string>>;
  speakers: (names: string) => string;
  texts: Readonly<Record<string, string>>;
}

const ar: ProgrammeWords = {
  kinds: { seminar: "ندوة", show: "عرض", workshop: "ورشة", guided_visit: "زيارة موجهة" },
  speakers: (names) => `المتدخلون: ${names}`,
  texts: {
    separator: "، ",
    title: "البرنامج",
    hour: "الساعة",
    what: "النشاط",
    place: "القاعة",
    nothing: "لا شيء في البرنامج.",
  },
};
const fr: ProgrammeWords = {
  kinds: { seminar: "Séminaire", show: "Spectacle", workshop: "Atelier", guided_visit: "Visite guidée" },
  speakers: (names) => `Intervenants\u00a0: ${names}`,
  texts: {
    separator: ", ",
    title: "Programme",
    hour: "Heure",
    what: "Activité",
    place: "Salle",
    nothing: "Rien n’est au programme.",
  },
};
const en: ProgrammeWords = {
  kinds: { seminar: "Seminar", show: "Show", workshop: "Workshop", guided_visit: "Guided visit" },
  speakers: (names) => `Speakers: ${names}`,
  texts: {
    separator: ", ",
    title: "Programme",
    hour: "Hour",
    what: "Activity",
    place: "Hall",
    nothing: "Nothing is on the programme.",
  },
};

export const programmeWords: Readonly<Record<DocumentLocale, ProgrammeWords>> = { ar, fr, en };
