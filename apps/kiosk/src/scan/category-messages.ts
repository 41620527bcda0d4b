import { defineMessages, useMessages } from "@abwab/ui";
import { baseCategories, type BaseCategory } from "@abwab/contract";
import { useCallback } from "react";

export const categoryMessages = defineMessages("category", {
  ar: {
    public: "الجمهور",
    pupils: "التلاميذ",
    civil_society: "المجتمع المدني",
    media: "الإعلام",
    officials: "المسؤولون",
    staff: "العاملون",
  },
  fr: {
    public: "Public",
    pupils: "Élèves",
    civil_society: "Société civile",
    media: "Médias",
    officials: "Officiels",
    staff: "Personnel",
  },
  en: {
    public: "Public",
    pupils: "Pupils",
    civil_society: "Civil society",
    media: "Media",
    officials: "Officials",
    staff: "Staff",
  },
});

const isBase = (category: string): category is BaseCategory => baseCategories.some((one) => one === category);

/** A category in words; one that the edition added itself has only its code. */
export function useCategoryName(): (category: string) => string {
  const t = useMessages(categoryMessages);
  return useCallback((category) => (isBase(category) ? t(category) : category.replaceAll("_", " ")), [t]);
}
