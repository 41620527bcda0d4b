import { hash, randomBytes } from "node:crypto";

export type TokenKind = "device" | "api" | "session" | "invitation";
const PREFIXES: Record<TokenKind, string> = { device: "abd_", api: "aba_", session: "abs_", invitation: "abi_" };

/** A new secret of 256 bits; its prefix says what it opens, so that a leaked one is recognised. */
export const newSecretToken = (kind: TokenKind): string => PREFIXES[kind] + randomBytes(32).toString("base64url");

export function kindOfToken(token: string): TokenKind | undefined {
  const kinds = Object.keys(PREFIXES) as TokenKind[];
  return kinds.find((kind) => token.startsWith(PREFIXES[kind]));
}

/** What is stored of a secret: SHA-256 is enough for 256 random bits. */
export const hashSecretToken = (token: string): Buffer => hash("sha256", token, "buffer");
