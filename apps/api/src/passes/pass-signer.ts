import { type PassClaims, PASS_ALGORITHM, toPayload } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { CompactSign } from "jose";
import { createPrivateKey, hash, type KeyObject } from "node:crypto";
import type { SigningKey } from "./pass-keys.repository.ts";

/** Editions that issue at one time. */
const MOST_KEPT = 20;

export interface SignedPass {
  /** What stands in the QR code: a JWS in compact form (RFC 7515). */
  token: string;
  /** SHA-256 of the token in hex. */
  digest: string;
}

/** Signs passes. Ed25519 takes no randomness: what says the same is signed to the same token, each time. */
@Injectable()
export class PassSigner {
  private readonly keys = new Map<string, KeyObject>();

  async sign(key: SigningKey, facts: PassClaims, label: string | null): Promise<SignedPass> {
    const payload = new TextEncoder().encode(JSON.stringify(toPayload(facts, label)));
    const token = await new CompactSign(payload)
      .setProtectedHeader({ alg: PASS_ALGORITHM, kid: key.keyId })
      .sign(this.imported(key));
    return { token, digest: hash("sha256", token, "hex") };
  }

  private imported({ keyId, privateKey }: SigningKey): KeyObject {
    let key = this.keys.get(keyId);
    if (key === undefined) {
      key = createPrivateKey({ key: Buffer.from(privateKey), format: "der", type: "pkcs8" });
      if (this.keys.size >= MOST_KEPT) this.keys.clear();
      this.keys.set(keyId, key);
    }
    return key;
  }
}
