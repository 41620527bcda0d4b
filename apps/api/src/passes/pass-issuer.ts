import { Injectable } from "@nestjs/common";
import { ProblemError } from "../platform/problem-error.ts";
import { newPassCode } from "./new-pass-code.ts";
import type { PassDraft } from "./pass-draft.ts";
import { PassIssueRepository } from "./pass-issue.repository.ts";
import { PassKeysRepository, type SigningKey } from "./pass-keys.repository.ts";
import { PassSigner } from "./pass-signer.ts";

export interface IssueRequest extends PassDraft {
  editionId: number;
  batchId: string | null;
  issuedBy: string | null;
}

export interface MadePass {
  code: string;
  token: string;
}

/** Makes passes: signs them with the key that signs now and stores what will be asked of them, not the token. */
@Injectable()
export class PassIssuer {
  constructor(
    private readonly issues: PassIssueRepository,
    private readonly keys: PassKeysRepository,
    private readonly signer: PassSigner,
  ) {}

  /** Whether anything can be issued. Throws `edition_archived`, `no_signing_key`. */
  async check(editionId: number): Promise<void> {
    await this.holdKey(editionId);
  }

  /**
   * Call it within a transaction. Returns exactly `count` passes.
   * Throws `edition_archived`, `no_signing_key`.
   */
  async issue(request: IssueRequest, count: number): Promise<MadePass[]> {
    const key = await this.holdKey(request.editionId);
    const made: MadePass[] = [];
    // Twelve letters that are taken come once in a thousand editions: then there is another turn.
    while (made.length < count) made.push(...(await this.insert(request, key, count - made.length)));
    return made;
  }

  private async insert(request: IssueRequest, key: SigningKey, count: number): Promise<MadePass[]> {
    const codes = Array.from({ length: count }, newPassCode);
    const passes = await Promise.all(
      codes.map(async (code) => ({
        code,
        ...(await this.signer.sign(key, { ...request.facts, code }, request.label)),
      })),
    );
    const inserted = new Set(await this.issues.insert({ ...request, keyId: key.keyId }, passes));
    return passes.filter(({ code }) => inserted.has(code));
  }

  private async holdKey(editionId: number): Promise<SigningKey> {
    const status = await this.issues.holdStatus(editionId);
    if (status === undefined) throw new ProblemError("not_found", "There is no such edition any more.");
    if (status === "archived") throw new ProblemError("edition_archived", "An archived edition issues no passes.");
    const key = await this.keys.holdSigning(editionId);
    if (key === undefined) throw new ProblemError("no_signing_key", "Ask an administrator for a new key.");
    return key;
  }
}
