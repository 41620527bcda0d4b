import { hash, verify } from "@node-rs/argon2";
import { randomBytes } from "node:crypto";

/** Argon2id, the library's default kind, as OWASP advises: 19 MiB, 2 passes. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, COST);

/** 96 random bits, for someone who is to choose an own one. */
export const newPassword = (): string => randomBytes(12).toString("base64url");

let dummy: Promise<string> | undefined;

/** Takes as long for someone unknown (undefined) as for someone known. */
export async function isPasswordOf(passwordHash: string | undefined, password: string): Promise<boolean> {
  dummy ??= hashPassword(newPassword());
  const matches = await verify(passwordHash ?? (await dummy), password);
  return matches && passwordHash !== undefined;
}
