import type { IssuedPass, NewPass } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { AuditService } from "../audit/audit.service.ts";
import { EditionAccess } from "../editions/edition-access.ts";
import { EditionChanges } from "../editions/edition-changes.ts";
import type { Actor } from "../platform/actor.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { Transactions } from "../platform/transactions.ts";
import { issuerOf } from "./issuer-of.ts";
import { draftOf } from "./pass-draft.ts";
import { type IssueRequest, PassIssuer } from "./pass-issuer.ts";
import { PassKeysService } from "./pass-keys.service.ts";
import { PassesRepository } from "./passes.repository.ts";

/** Passes one by one: a new one, or one in the place of another. */
@Injectable()
export class IssuingService {
  constructor(
    private readonly issuer: PassIssuer,
    private readonly passes: PassesRepository,
    private readonly keys: PassKeysService,
    private readonly access: EditionAccess,
    private readonly changes: EditionChanges,
    private readonly transactions: Transactions,
    private readonly audit: AuditService,
  ) {}

  /** Throws `invalid`, `edition_archived`, `no_signing_key`. */
  async issue(slug: string, given: NewPass, actor: Actor): Promise<IssuedPass> {
    const edition = await this.access.find(slug, actor);
    const draft = draftOf(given, edition, Date.now());
    await this.keys.begin(edition.id);
    return this.transactions.run(async () => {
      await this.issuer.checkOrganisation(edition.id, draft.organisationId);
      const issued = await this.make({ ...draft, editionId: edition.id, batchId: null, issuedBy: issuerOf(actor) });
      const { code, kind, category, label } = issued.pass;
      const after = { kind, category, ...(label !== null && { label }) };
      await this.audit.record({ actor, action: "pass.issue", subject: `pass ${slug}/${code}`, after });
      return issued;
    });
  }

  /** Throws `pass_revoked`, `edition_archived`, `no_signing_key`. */
  async reissue(slug: string, code: string, reason: string, actor: Actor): Promise<IssuedPass> {
    const edition = await this.access.find(slug, actor);
    return this.changes.runUnlessArchived(edition.id, async () => {
      const { pass, facts, revoked } = await this.passes.find(edition.id, code);
      if (revoked) throw new ProblemError("pass_revoked", "Issue a new pass instead.");
      const { label, organisationId } = pass;
      const draft = { facts, label, organisationId, reference: null };
      const issued = await this.make({ ...draft, editionId: edition.id, batchId: null, issuedBy: issuerOf(actor) });
      const replacedBy = issued.pass.code;
      await this.passes.revoke(edition.id, { code: pass.code, replacedBy }, reason);
      await this.passes.handReferenceOn(pass.code, replacedBy);
      const after = { reason, replacedBy };
      await this.audit.record({ actor, action: "pass.reissue", subject: `pass ${slug}/${pass.code}`, after });
      return { ...issued, pass: { ...issued.pass, reference: pass.reference } };
    });
  }

  private async make(request: IssueRequest): Promise<IssuedPass> {
    const [made] = await this.issuer.issue(request, 1);
    if (made === undefined) throw new Error("A pass was issued and is not there.");
    const { pass } = await this.passes.find(request.editionId, made.code);
    return { pass, token: made.token };
  }
}
