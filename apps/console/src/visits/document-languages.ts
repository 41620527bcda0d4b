import type { DocumentLocale } from "@abwab/contract";

/** In which language a document is set, among the texts of the whole console. */
export const documentLanguageTexts = {
  ar: "arabic",
  fr: "french",
  en: "english",
} as const satisfies Record<DocumentLocale, string>;
