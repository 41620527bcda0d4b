import { PIN_ROUNDS } from "@abwab/contract";
import { pbkdf2 } from "node:crypto";
import { promisify } from "node:util";

const derive = promisify(pbkdf2);
const BYTES = 32;

/**
 * What kiosks check a PIN with, `deviceOperator` of the contract says how. Few digits are guessed by whoever has the
 * hash and time: the rounds make it slow, and what a PIN opens is one's name on entries.
 */
export async function hashPin(pin: string, slug: string, code: string): Promise<string> {
  const key = await derive(pin, `${slug}:${code}`, PIN_ROUNDS, BYTES, "sha256");
  return key.toString("base64url");
}
