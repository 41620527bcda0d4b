import { languages } from "@abwab/ui";
import { steeringMessages } from "./steering-messages.ts";

export const phrases = ["phraseFull", "phraseShow", "phrasePause", "phraseOther", "phraseDone", "phraseLeave"] as const;
export type Phrase = (typeof phrases)[number];

/** A ready-made phrase in all languages: nobody asks at a door which one its staff read. */
export const inAllLanguages = (phrase: Phrase): string =>
  languages.map((language) => steeringMessages.texts[language][phrase]).join(" · ");
