import { PASS_CODE_ALPHABET, PASS_CODE_LENGTH } from "@abwab/contract";
import { randomBytes } from "node:crypto";

const LETTERS = PASS_CODE_ALPHABET.length;

/** 60 random bits. */
export function newPassCode(): string {
  // The alphabet has 32 letters, which 256 is a multiple of: no letter is likelier than another.
  return Array.from(randomBytes(PASS_CODE_LENGTH), (byte) => PASS_CODE_ALPHABET[byte % LETTERS]).join("");
}
