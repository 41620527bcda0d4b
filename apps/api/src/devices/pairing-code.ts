import { createHash, randomInt } from "node:crypto";

/** Crockford's base 32: no I, L, O and U. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** A code that is shown has 40 bits, one that is printed and lives longer has 80. */
const LENGTHS = { shown: 8, printed: 16 } as const;
export type CodeKind = keyof typeof LENGTHS;
const LOOK_ALIKES: Record<string, string> = { O: "0", I: "1", L: "1" };

/** Random letters in groups of four: `XXXX-XXXX`. */
export function newPairingCode(kind: CodeKind = "shown"): string {
  const code = Array.from({ length: LENGTHS[kind] }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
  return code.replaceAll(/(.{4})(?=.)/g, "$1-");
}

/**
 * What is stored of a code as somebody typed it: case, blanks, hyphens and letters that look like digits don't matter.
 * undefined for what can't be a code.
 */
export function hashPairingCode(typed: string): Buffer<ArrayBuffer> | undefined {
  const code = typed
    .toUpperCase()
    .replaceAll(/[\s\p{Dash}]/gu, "")
    .replaceAll(/[OIL]/g, (letter) => LOOK_ALIKES[letter] ?? letter);
  if (
    (code.length !== LENGTHS.shown && code.length !== LENGTHS.printed) ||
    ![...code].every((letter) => ALPHABET.includes(letter))
  )
    return undefined;
  return Buffer.from(createHash("sha256").update(code).digest());
}
