import { readPassCode } from "@abwab/contract";

/** What a camera, a reader or a person gave, taken for what it can be. */
export type ShownText =
  | { readonly kind: "token"; readonly text: string }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "other"; readonly text: string };

/**
 * A pass's token wherever it stands in the text: a reader may put its own signs before and after it. A JWS header
 * begins with `{"`, in base64url `eyJ`; an Ed25519 signature has 64 bytes, in base64url 86 characters.
 */
const TOKEN = /eyJ[\w-]+\.eyJ[\w-]+\.[\w-]{86}/;
const PRINTED_CODE = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/i;
/** The sign that a reader sends for the sort of code, where it is told to (ISO/IEC 15424). */
const SORT_OF_CODE = /^\][A-Za-z]\d/;

/** The first of the readings that makes sense; the others are what a wrong keyboard layout made of it. */
export function readShownText(...readings: readonly string[]): ShownText {
  const found = readings.map((reading) => readOne(reading.trim().replace(SORT_OF_CODE, "")));
  return found.find(({ kind }) => kind !== "other") ?? found[0] ?? { kind: "other", text: "" };
}

function readOne(text: string): ShownText {
  const [token] = TOKEN.exec(text) ?? [];
  if (token !== undefined) return { kind: "token", text: token };
  const code = readPassCode(text) ?? readPassCode(PRINTED_CODE.exec(text)?.[0] ?? "");
  return code === undefined ? { kind: "other", text } : { kind: "code", text: code };
}
