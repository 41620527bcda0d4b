/** Letters that are written one for the other, or that NFKD leaves whole. The rest is marks, which are dropped. */
const LETTERS: Readonly<Record<string, string>> = {
  ٱ: "ا",
  ة: "ه",
  ى: "ي",
  ی: "ي",
  ے: "ي",
  ک: "ك",
  گ: "ك",
  ڭ: "ك",
  ݣ: "ك",
  ڨ: "ق",
  ڤ: "ف",
  پ: "ب",
  چ: "ش",
  ژ: "ج",
  ہ: "ه",
  ھ: "ه",
  ە: "ه",
  œ: "oe",
  æ: "ae",
  ø: "o",
  ß: "ss",
  đ: "d",
  ð: "d",
  ł: "l",
  ı: "i",
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "gu");

/** Tatweel, the lone hamza, which lists leave out as often as not, and whatever can't be seen: marks of direction … */
const UNSEEN = /[\u0640\u0621\p{Cf}\p{M}]/gu;
const ARABIC_DIGIT = /[\u0660-\u0669\u06f0-\u06f9]/gu;
const FINAL = /^[a-z0-9 \u0627-\u063a\u0641-\u064a]*$/u;
/** French drops a vowel before these: what follows is a word of its own. Other apostrophes stand inside of a word. */
const ELISION = /(?<![\p{L}\p{N}])(l|d|qu)['’‘ʼ`´](?=\p{L})/gu;
const APOSTROPHE = /(?<=\p{L})['’‘ʼʿʾ`´](?=\p{L})/gu;
const BETWEEN_WORDS = /[^\p{L}\p{N}]+/gu;

/**
 * A name as names are compared: one form for all variants of Arabic letters (أ إ آ ٱ ا, ة ه, ى ي, ؤ و, ئ ي), no
 * tatweel, vowel signs, accents, ligatures, capitals or invisible characters, ASCII digits, one space between words
 * and nothing else. Folding what is folded changes nothing. Empty where the text has neither letters nor digits.
 */
export function foldName(text: string): string {
  const folded = fold(text);
  // A letter that hid between two marks may be seen only once those are gone: of other scripts than ours, that is.
  return FINAL.test(folded) ? folded : fold(folded);
}

function fold(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(UNSEEN, "")
    .replace(LETTER, (letter) => LETTERS[letter] ?? letter)
    .replace(ARABIC_DIGIT, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .replace(ELISION, "$1 ")
    .replace(APOSTROPHE, "")
    .replace(BETWEEN_WORDS, " ")
    .trim();
}
