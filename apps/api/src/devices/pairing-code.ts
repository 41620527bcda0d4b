import { createHash, randomInt } from "node:crypto";

/** Crockford's base 32: no I, L, O and U. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 8;
const LOOK_ALIKES: Record<string, string> = { O: "0", I: "1", L: "1" };

/** 40 random bits, shown `XXXX-XXXX`. */
export function newPairingCode(): string {
  const code = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
  return `${code.slice(0, 4)}-${code.slice(4)}`;
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
  if (code.length !== LENGTH || ![...code].every((letter) => ALPHABET.includes(letter))) return undefined;
  return Buffer.from(createHash("sha256").update(code).digest());
}
