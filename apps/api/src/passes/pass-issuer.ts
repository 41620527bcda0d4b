import { Injectable } from "@nestjs/common";
import { ProblemError } from "../platform/problem-error.ts";
import { newPassCode } from "./new-pass-code.ts";
import { type PassDraft, wrong } from "./pass-draft.ts";
import { type Issue, PassIssueRepository } from "./pass-issue.repository.ts";
import { PassKeysRepository, type SigningKey } from "./pass-keys.repository.ts";
import { PassSigner } from "./pass-signer.ts";

export interface IssueRequest extends PassDraft, Issue {}

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

  /** Call it within the transaction that uses the organisation. Throws `invalid` for one that the edition lacks. */
  async checkOrganisation(editionId: number, id: string | null): Promise<void> {
    if (id === null || (await this.issues.holdOrganisation(editionId, id))) return;
    throw wrong("organisationId", "unknown_organisation", "This edition has no such organisation.");
  }

  /**
   * Call it within a transaction. Returns exactly `count` passes.
   * Throws `edition_archived`, `no_signing_key`.
   */
  async issue(request: IssueRequest, count: number): Promise<MadePass[]> {
    return this.issueEach(request, Array<PassDraft>(count).fill(request));
  }

  /**
   * One pass of each draft, in their order. Call it within a transaction, with a thousand or two at a time.
   * Throws `edition_archived`, `no_signing_key`.
   */
  async issueEach(issue: Issue, drafts: readonly PassDraft[]): Promise<MadePass[]> {
    const key = await this.holdKey(issue.editionId);
    const made = await this.insert(issue, key, drafts);
    // Twelve letters that are taken come once in a thousand editions: then there is another turn.
    for (;;) {
      const lacking = [...drafts.keys()].filter((index) => made[index] === undefined);
      if (lacking.length === 0) return made.filter((pass) => pass !== undefined);
      const again = await this.insert(
        issue,
        key,
        lacking.flatMap((index) => drafts[index] ?? []),
      );
      for (const [position, index] of lacking.entries()) made[index] = again[position];
    }
  }

  /** Undefined in the place of each whose code was taken. */
  private async insert(issue: Issue, key: SigningKey, drafts: readonly PassDraft[]): Promise<(MadePass | undefined)[]> {
    const passes = await Promise.all(
      drafts.map(async (draft) => {
        const code = newPassCode();
        return { ...draft, code, ...(await this.signer.sign(key, { ...draft.facts, code }, draft.label)) };
      }),
    );
    const inserted = new Set(await this.issues.insert(issue, key.keyId, passes));
    return passes.map(({ code, token }) => (inserted.has(code) ? { code, token } : undefined));
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
