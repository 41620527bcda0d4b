import { readPassCode, showPassCode } from "@abwab/contract";
import { hash } from "node:crypto";
import { newPassCode } from "../passes/new-pass-code.ts";

const CODES = 10;

/** To be printed and kept: 60 random bits each, in the letters of passes' codes, since people type them. */
export const newRecoveryCodes = (): string[] => Array.from({ length: CODES }, () => showPassCode(newPassCode()));

/** SHA-256 of a recovery code as somebody typed it; undefined for what can't be one. */
export function hashRecoveryCode(typed: string): Buffer | undefined {
  const code = readPassCode(typed);
  return code === undefined ? undefined : hash("sha256", code, "buffer");
}
