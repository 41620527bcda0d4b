import { useTranslation } from "react-i18next";
import { directionOf, isLanguage, languages, type Direction, type Language } from "./languages.ts";

export interface ChosenLanguage {
  language: Language;
  direction: Direction;
  change: (language: Language) => Promise<unknown>;
}

/** The language on screen, and the way to another one. */
export function useLanguage(): ChosenLanguage {
  const { i18n } = useTranslation();
  const language = isLanguage(i18n.language) ? i18n.language : languages[0];
  return { language, direction: directionOf(language), change: (next) => i18n.changeLanguage(next) };
}
