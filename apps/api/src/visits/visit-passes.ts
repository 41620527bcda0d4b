import { Injectable } from "@nestjs/common";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import { issuerOf } from "../passes/issuer-of.ts";
import type { PassDraft } from "../passes/pass-draft.ts";
import { type MadePass, PassIssuer } from "../passes/pass-issuer.ts";
import { PassesRepository, type StoredPass } from "../passes/passes.repository.ts";
import type { Actor } from "../platform/actor.ts";

/** The group passes of visits. Call it within the transaction of the visit. */
@Injectable()
export class VisitPasses {
  constructor(
    private readonly issuer: PassIssuer,
    private readonly passes: PassesRepository,
  ) {}

  /** In their order. Throws `edition_archived`, `no_signing_key`. */
  async issue(edition: EditionConfiguration, drafts: readonly PassDraft[], actor: Actor): Promise<MadePass[]> {
    return this.issuer.issueEach({ editionId: edition.id, batchId: null, issuedBy: issuerOf(actor) }, drafts);
  }

  /**
   * A pass that says what the draft says: the present one where it does and is still good, else another in its place.
   * Call it under the lock of the edition's state.
   */
  async bring(edition: EditionConfiguration, code: string, draft: PassDraft, actor: Actor): Promise<void> {
    const present = await this.passes.find(edition.id, code);
    if (present.pass.revokedAt === null && says(present, draft)) return;
    const [made] = await this.issue(edition, [draft], actor);
    if (made === undefined) throw new Error("A pass was issued and is not there.");
    await this.passes.revoke(edition.id, { code, replacedBy: made.code }, "the visit was changed");
    await this.passes.setReplacement(code, made.code);
  }

  /** Call it under the lock of the edition's state. */
  async revoke(edition: EditionConfiguration, code: string): Promise<void> {
    await this.passes.revoke(edition.id, { code }, "the visit was cancelled");
  }
}

function says({ facts, pass }: StoredPass, draft: PassDraft): boolean {
  const { code: _, ...present } = facts;
  const texts = [
    { ...present, label: pass.label },
    { ...draft.facts, label: draft.label },
  ].map(({ kind, category, group, zones, validFrom, validUntil, label }) =>
    JSON.stringify([kind, category, group?.pupils, group?.adults, zones, validFrom, validUntil, label]),
  );
  return texts[0] === texts[1];
}
