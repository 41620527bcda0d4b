const LENGTH = 12;
const misread: Readonly<Record<string, string>> = { O: "0", I: "1", L: "1" };

/**
 * The code of a badge as it was typed, or as a hand-held reader types what stands in its QR code: the token, whose
 * payload names the code. undefined where it is neither.
 */
export function readBadgeCode(text: string): string | undefined {
  const [, payload, signature] = text.trim().split(".");
  const shown = signature === undefined ? text : codeInPayload(payload ?? "");
  const characters = (shown ?? "").toUpperCase().replace(/[^0-9A-Z]/g, "");
  const code = [...characters].map((one) => misread[one] ?? one).join("");
  return code.length === LENGTH ? code : undefined;
}

function codeInPayload(payload: string): string | undefined {
  try {
    const { jti } = JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/"))) as { jti?: unknown };
    return typeof jti === "string" ? jti : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof DOMException) return undefined;
    throw error;
  }
}
