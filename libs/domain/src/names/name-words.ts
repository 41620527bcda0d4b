import { commonWord, isEmptyWord, type WordSort } from "./common-words.ts";
import { consonantsOf } from "./consonants.ts";
import { foldName } from "./fold-name.ts";

/** One word of a name, in the forms in which it is looked for. */
export interface NameWord {
  /** Folded, without its article. */
  readonly text: string;
  readonly isArabic: boolean;
  /** What it means, where it is a word that is translated; a number in digits. */
  readonly meaning: string | undefined;
  readonly sort: WordSort;
  /** Its consonants, see `consonantsOf`: more than one form where what looks like an article may be none. */
  readonly sounds: readonly string[];
}

const ARABIC = /\p{Script=Arabic}/u;
const ARABIC_ARTICLE = /^(?:وال|فال|ال|لل)(?=..)/u;
/** "elkhawarizmi" is "el khawarizmi", but "alami" is no "al ami": both are kept. */
const LATIN_ARTICLE = /^[ae]l(?=[a-z]{4})/u;
/** The servant of one of God's names: two words in Arabic, in Latin letters one or two, with the article or without. */
const SERVANT_APART = /(?<![\p{L}\p{N}])(?:(عبد) (?=ال\p{L})|([ae]bd(?:[aeou]?[a-z]|ou)?) (?:[ae]l )?(?=[a-z]))/gu;
const ARABIC_SERVANT = /^عبدال(?=..)/u;
const LATIN_SERVANT = /^[ae]bd[aeou]*(?=[a-z]{3})/u;

/** The words of a name that say something, in their order. Articles, "de" and "و" are none, unless there is nothing else. */
export function nameWords(name: string): NameWord[] {
  const text = foldName(name).replace(SERVANT_APART, "$1$2");
  const words = text.split(" ").filter((word) => word !== "");
  const telling = words.filter((word) => !isEmptyWord(word));
  const read = (telling.length === 0 ? words : telling).map((word) => readWord(word));
  // A collège is a "ثانوية إعدادية" in full, and no lycée.
  return read.some(({ meaning }) => meaning === "college") ? read.filter(({ meaning }) => meaning !== "lycee") : read;
}

/** Names are made of the same words over and over. */
const MOST_REMEMBERED = 50_000;
const remembered = new Map<string, NameWord>();

function readWord(word: string): NameWord {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const read = readNewWord(word);
  remembered.set(word, read);
  return read;
}

function readNewWord(word: string): NameWord {
  const isArabic = ARABIC.test(word);
  const text = isArabic ? word.replace(ARABIC_ARTICLE, "") : word;
  const common = commonWord(word) ?? commonWord(text);
  const number = /^\d+$/u.test(text);
  return {
    text,
    isArabic,
    meaning: common?.key ?? (number ? String(Number(text)) : undefined),
    sort: number ? "number" : (common?.sort ?? "strong"),
    sounds: [...new Set(isArabic ? arabicSounds(word, text) : latinSounds(word))].filter((sound) => sound !== ""),
  };
}

function arabicSounds(word: string, text: string): string[] {
  if (ARABIC_SERVANT.test(word)) return [`bd${consonantsOf(word.replace(ARABIC_SERVANT, "ال")).slice(1)}`];
  // Of a short word the article may be a part: إلياس.
  return text.length <= 3 ? [consonantsOf(text), consonantsOf(word)] : [consonantsOf(text)];
}

function latinSounds(word: string): string[] {
  const name = word.replace(LATIN_SERVANT, "");
  if (name !== word) {
    const forms = name.startsWith("l") ? [name.slice(1), name] : [name];
    return forms.map((form) => `bd${consonantsOf(form)}`);
  }
  return [consonantsOf(word), consonantsOf(word.replace(LATIN_ARTICLE, ""))];
}
