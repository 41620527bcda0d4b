import { generateKeyPairSync, randomBytes } from "node:crypto";
import type { NewPassKey } from "./pass-keys.repository.ts";

const KEY_ID_BYTES = 6;

/** A key pair of Ed25519, with a short random name: it stands in every QR code. */
export function newPassKey(editionId: number): NewPassKey {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const { x } = publicKey.export({ format: "jwk" });
  if (x === undefined) throw new Error("A key of our own making has no public part.");
  return {
    keyId: randomBytes(KEY_ID_BYTES).toString("base64url"),
    editionId,
    publicKey: x,
    privateKey: privateKey.export({ format: "der", type: "pkcs8" }),
  };
}
