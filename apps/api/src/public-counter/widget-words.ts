import type { DocumentLocale } from "@abwab/contract";

export interface WidgetWords {
  title: string;
  noScript: string;
  /** What the script says; `{}` is where a figure, a date or an hour stands. */
  live: Readonly<Record<"waiting" | "visitsToday" | "visitsAll" | "all" | "asOf" | "old" | "gone", string>>;
}

export const widgetWords: Readonly<Record<DocumentLocale, WidgetWords>> = {
  ar: {
    title: "عداد الزيارات",
    noScript: "لا يُعرض العداد دون JavaScript.",
    live: {
      waiting: "في الانتظار…",
      visitsToday: "زيارة اليوم",
      visitsAll: "زيارة في المجموع",
      all: "في المجموع: {}",
      asOf: "إلى غاية {}",
      old: "أرقام قديمة، إلى غاية {}",
      gone: "لم يعد هذا العداد متاحاً.",
    },
  },
  fr: {
    title: "Compteur de visites",
    noScript: "Le compteur ne s’affiche pas sans JavaScript.",
    live: {
      waiting: "En attente…",
      visitsToday: "visites aujourd’hui",
      visitsAll: "visites au total",
      all: "Au total\u00a0: {}",
      asOf: "À {}",
      old: "Chiffres anciens, de {}",
      gone: "Ce compteur n’est plus disponible.",
    },
  },
  en: {
    title: "Counter of visits",
    noScript: "The counter needs JavaScript.",
    live: {
      waiting: "Waiting…",
      visitsToday: "visits today",
      visitsAll: "visits in total",
      all: "In total: {}",
      asOf: "As of {}",
      old: "Old figures, as of {}",
      gone: "This counter is no longer available.",
    },
  },
};
