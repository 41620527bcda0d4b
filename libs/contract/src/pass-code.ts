/** Crockford's base 32: no I, L, O and U. */
export const PASS_CODE_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
export const PASS_CODE_LENGTH = 12;
const LOOK_ALIKES: Record<string, string> = { O: "0", I: "1", L: "1" };
const START_OF_CODE = /^[0-9A-HJKMNP-TV-Z]{1,12}$/;

/**
 * A pass's code as somebody typed it: case, blanks, hyphens and letters that look like digits don't matter.
 * undefined for what can't be one, such as a token.
 */
export function readPassCode(typed: string): string | undefined {
  const start = readPassCodeStart(typed);
  return start?.length === PASS_CODE_LENGTH ? start : undefined;
}

/** The same of the first letters of a code. */
export function readPassCodeStart(typed: string): string | undefined {
  // What is much longer is a token: not worth a look at each of its letters.
  if (typed.length > 64) return undefined;
  const plain = typed
    .toUpperCase()
    .replaceAll(/[\s\p{Dash}\u200e\u200f]/gu, "")
    .replaceAll(/[OIL]/g, (letter) => LOOK_ALIKES[letter] ?? letter);
  return START_OF_CODE.test(plain) ? plain : undefined;
}

/** As it is printed: `XXXX-XXXX-XXXX`. */
export const showPassCode = (code: string): string => code.replace(/^(.{4})(.{4})(.{4})$/, "$1-$2-$3");
