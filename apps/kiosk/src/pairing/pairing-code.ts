/** Eight characters of Crockford's base 32. */
const LENGTH = 8;
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
    .slice(0, LENGTH);
}

/** As it is shown: `XXXX-XXXX`. */
export function showPairingCode(code: string): string {
  return code.length > 4 ? `${code.slice(0, 4)}-${code.slice(4)}` : code;
}

export const isCompleteCode = (code: string): boolean => code.length === LENGTH;

/** The code in a pairing link, `/kiosk/#pair=CODE`. */
export function codeInLink(hash: string): string | undefined {
  const code = new URLSearchParams(hash.replace(/^#/, "")).get("pair");
  return code ? readPairingCode(code) : undefined;
}
