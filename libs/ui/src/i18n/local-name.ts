import type { Names } from "@abwab/contract";
import type { Language } from "./languages.ts";

/** A thing's name in the language on screen. */
export const localName = (names: Names, language: Language): string => names[language];
