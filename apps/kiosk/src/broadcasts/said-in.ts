import type { BroadcastTexts } from "@abwab/contract";
import { languages, type Language } from "@abwab/ui";

/** The words in a language; where they were not said in it, in the first one there is, which is named. */
export function saidIn(texts: BroadcastTexts, language: Language): { text: string; language: Language } {
  const found = [language, ...languages].find((each) => texts[each] !== undefined) ?? language;
  return { text: texts[found] ?? "", language: found };
}
