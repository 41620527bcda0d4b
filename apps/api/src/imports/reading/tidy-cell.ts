/** Letters as a PDF or an old system draws them, each in its place in the word: one letter in all of them. */
const DRAWN = /[\ufb1d-\ufdff\ufe70-\ufefc]+/gu;
/** Tatweel, and what can't be seen: marks of direction, joiners, soft hyphens. */
const UNSEEN = /[\u0640\p{Cf}]/gu;
const SPACES = /[\s\p{Z}]+/gu;
const DIGIT = /[\u0660-\u0669\u06f0-\u06f9]/gu;

/** A cell's text without what nobody typed on purpose: letters and digits stay as they are. */
export function tidyCell(text: string): string {
  return text
    .replace(DRAWN, (letters) => letters.normalize("NFKC"))
    .normalize("NFC")
    .replace(UNSEEN, "")
    .replace(SPACES, " ")
    .trim();
}

/** Arabic-Indic and Persian digits as ASCII ones. */
export const asciiDigits = (text: string): string =>
  text.replace(DIGIT, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
