/** Characters of Crockford's base 32: those on a screen, and those on a printed sheet, which live longer. */
const LENGTHS: readonly number[] = [8, 16];
const LONGEST = Math.max(...LENGTHS);
const misread: Readonly<Record<string, string>> = { O: "0", I: "1", L: "1" };

/**
 * A code as somebody types or reads it out: case, blanks and hyphens don't matter, and letters that Crockford's
 * alphabet leaves out because they look like digits become those digits.
 */
export function readPairingCode(text: string): string {
  const characters = text.toUpperCase().replace(/[^0-9A-Z]/g, "");
  return [...characters]
    .map((one) => misread[one] ?? one)
    .join("")
    .slice(0, LONGEST);
}

/** As it is shown, in groups of four: `XXXX-XXXX`. */
export const showPairingCode = (code: string): string => code.replace(/(.{4})(?=.)/g, "$1-");

export const isCompleteCode = (code: string): boolean => LENGTHS.includes(code.length);

/** The code in a pairing link, `/kiosk/#pair=CODE`. */
export function codeInLink(hash: string): string | undefined {
  const code = new URLSearchParams(hash.replace(/^#/, "")).get("pair");
  return code ? readPairingCode(code) : undefined;
}
