/**
 * What is left of a name when only its consonants are heard, for Arabic letters and for their Latin spellings alike:
 * "الخوارزمي", "Khawarizmi" and "Khouarizmi" are all `xrzm`. Vowels, the semivowels و ي, ع and the hamza go, since
 * Latin spellings write them in every way or not at all; letters that Moroccan spellings mix up (ت ط, س ص, د ذ ض ظ,
 * ك ق, ب p, ف v) become one.
 */
export function consonantsOf(word: string): string {
  return ARABIC.test(word) ? ofArabic(word) : ofLatin(word);
}

const ARABIC = /\p{Script=Arabic}/u;

const OF_ARABIC: Readonly<Record<string, string>> = {
  ب: "b",
  ت: "t",
  ث: "t",
  ط: "t",
  ج: "j",
  ح: "h",
  ه: "h",
  خ: "x",
  د: "d",
  ذ: "d",
  ض: "d",
  ظ: "d",
  ر: "r",
  ز: "z",
  س: "s",
  ص: "s",
  ش: "c",
  غ: "g",
  ف: "f",
  ك: "k",
  ق: "k",
  ل: "l",
  م: "m",
  ن: "n",
};

function ofArabic(word: string): string {
  // Folding made the last letter of the feminine an ه, which Latin spellings leave out.
  const stem = word.length > 2 ? word.replace(/ه$/u, "") : word;
  return Array.from(stem, (letter) => OF_ARABIC[letter] ?? (/\d/u.test(letter) ? letter : "")).join("");
}

/** In this order: what is written with two letters before its parts. Capitals mark what is already decided. */
const OF_LATIN: readonly (readonly [RegExp, string])[] = [
  [/([^cskgdtp])h$/gu, "$1"],
  [/(?:tch|sch|ch|sh)/gu, "C"],
  [/kh/gu, "X"],
  [/gh/gu, "G"],
  [/(?:th|tt)/gu, "t"],
  [/dh/gu, "d"],
  [/(?:dj|dg(?=[ei]))/gu, "j"],
  [/ph/gu, "f"],
  [/gu(?=[eiy])/gu, "k"],
  [/g(?=[eiy])/gu, "j"],
  [/c(?=[eiy])/gu, "s"],
  [/x/gu, "ks"],
  [/[gcq]/gu, "k"],
  [/v/gu, "f"],
  [/p/gu, "b"],
  // A doubled consonant is one sound, two with a vowel between are two.
  [/([bcdfghjklmnrstxzCXG])\1+/gu, "$1"],
  [/[^bdfhjklmnrstzCXG\d]/gu, ""],
];

function ofLatin(word: string): string {
  return OF_LATIN.reduce((text, [pattern, sound]) => text.replace(pattern, sound), word).toLowerCase();
}
