import type { IssuedPass } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { PassKeysRepository } from "./pass-keys.repository.ts";
import { PassSigner } from "./pass-signer.ts";
import type { StoredPass } from "./passes.repository.ts";

/** The tokens of passes, made again from what they say: they are stored nowhere. */
@Injectable()
export class PassTokens {
  constructor(
    private readonly keys: PassKeysRepository,
    private readonly signer: PassSigner,
  ) {}

  async of(stored: readonly StoredPass[]): Promise<IssuedPass[]> {
    const keys = await this.keys.byId([...new Set(stored.map(({ pass }) => pass.keyId))]);
    return Promise.all(
      stored.map(async ({ pass, facts, digest }) => {
        const key = keys.get(pass.keyId);
        const signed = key && (await this.signer.sign(key, facts, pass.label));
        if (signed?.digest !== digest) throw new Error(`The token of ${pass.code} is not what it was.`);
        return { pass, token: signed.token };
      }),
    );
  }
}
