import type { DocumentLocale } from "@abwab/contract";
import { arabicCommunique } from "./words/arabic-communique.ts";
import { englishCommunique } from "./words/english-communique.ts";
import { frenchCommunique } from "./words/french-communique.ts";
import type { CommuniqueWords } from "./words/words-of-communiques.ts";

export const communiqueWords: Readonly<Record<DocumentLocale, CommuniqueWords>> = {
  ar: arabicCommunique,
  fr: frenchCommunique,
  en: englishCommunique,
};
