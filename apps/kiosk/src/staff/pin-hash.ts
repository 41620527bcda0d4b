import { PIN_ROUNDS } from "@abwab/contract";

/**
 * PBKDF2-SHA-256 of a PIN as `deviceOperator` of the contract describes it, in base64url. Slow on purpose. Only a page
 * from a secure origin can compute it: rejects elsewhere.
 */
export async function pinHash(edition: string, operator: string, pin: string): Promise<string> {
  const text = new TextEncoder();
  const key = await crypto.subtle.importKey("raw", text.encode(pin), "PBKDF2", false, ["deriveBits"]);
  const salt = text.encode(`${edition}:${operator}`);
  const bits = await crypto.subtle.deriveBits(
    { name: "PBKDF2", hash: "SHA-256", salt, iterations: PIN_ROUNDS },
    key,
    256,
  );
  return btoa(String.fromCharCode(...new Uint8Array(bits)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}
