import { hash } from "node:crypto";

// What stands before a payload and behind it: as long as in a visitor's pass, signature and all.
const HEADER = Buffer.from('{"alg":"EdDSA","kid":"bench-0123456789ab"}').toString("base64url");
const SIGNATURE = hash("sha512", "bench", "base64url");

/** The token of a bench's pass by its number. The counting path knows a token by its digest, so none is signed. */
export function passToken(number: number): string {
  const payload = `{"jti":"${passCode(number)}","k":"v","c":"public","nbf":1747432800,"exp":1778968800}`;
  return `${HEADER}.${Buffer.from(payload).toString("base64url")}.${SIGNATURE}`;
}

export const passCode = (number: number): string => String(number).padStart(12, "0");
