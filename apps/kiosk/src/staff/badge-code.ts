import { readShownText } from "../scan/shown-text.ts";

/**
 * The code of a badge as it was typed, or as its QR code was read: the token, whose payload names the code. Of several
 * readings of one line the first that makes sense. undefined where none does.
 *
 * The signature is not asked for: who knows a code may type it, so that the token proves no more.
 */
export function readBadgeCode(...readings: readonly string[]): string | undefined {
  const { kind, text } = readShownText(...readings);
  if (kind === "other") return undefined;
  return kind === "code" ? text : codeInToken(text);
}

function codeInToken(token: string): string | undefined {
  const [, payload = ""] = token.split(".");
  try {
    const { jti } = JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/"))) as { jti?: unknown };
    return typeof jti === "string" ? jti : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof DOMException) return undefined;
    throw error;
  }
}
