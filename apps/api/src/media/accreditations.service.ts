import {
  type Accreditation,
  type AccreditationPatch,
  type MediaQuery,
  type NewAccreditation,
  type Page,
  uuid,
  routes,
} from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { v7 as uuidv7 } from "uuid";
import { AuditService } from "../audit/audit.service.ts";
import { EditionAccess } from "../editions/edition-access.ts";
import { EditionChanges } from "../editions/edition-changes.ts";
import { issuerOf } from "../passes/issuer-of.ts";
import { draftOf } from "../passes/pass-draft.ts";
import { PassIssuer } from "../passes/pass-issuer.ts";
import { PassKeysService } from "../passes/pass-keys.service.ts";
import { PassesRepository } from "../passes/passes.repository.ts";
import type { Actor } from "../platform/actor.ts";
import { refuseIfChanged } from "../platform/entity-tag.ts";
import { pageOf, readCursor } from "../platform/page-cursor.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { withoutUndefined } from "../platform/without-undefined.ts";
import { accreditationOrder, AccreditationsRepository } from "./accreditations.repository.ts";
import { OutletsRepository } from "./outlets.repository.ts";

/** Journalists of media outlets, each with a badge. */
@Injectable()
export class AccreditationsService {
  constructor(
    private readonly accreditations: AccreditationsRepository,
    private readonly outlets: OutletsRepository,
    private readonly issuer: PassIssuer,
    private readonly passes: PassesRepository,
    private readonly keys: PassKeysService,
    private readonly access: EditionAccess,
    private readonly changes: EditionChanges,
    private readonly audit: AuditService,
  ) {}

  /** The latest first. */
  async list(
    slug: string,
    { limit, cursor, organisation }: Omit<MediaQuery, "day">,
    actor: Actor,
  ): Promise<Page<Accreditation>> {
    const edition = await this.access.find(slug, actor);
    const after = readCursor(cursor, accreditationOrder);
    const rows = await this.accreditations.list(edition.id, organisation, { after, limit: limit + 1 });
    return pageOf(rows, limit, ({ createdAt, id }) => ({ createdAt, id }));
  }

  /** Throws `not_found`. */
  async get(slug: string, id: string, actor: Actor): Promise<Accreditation> {
    return this.existing((await this.access.find(slug, actor)).id, id);
  }

  /** Throws `edition_archived`, `no_signing_key`, and `invalid` for what is no media outlet of the edition. */
  async accredit(slug: string, given: NewAccreditation, actor: Actor): Promise<Accreditation> {
    const edition = await this.access.find(slug, actor);
    await this.keys.begin(edition.id);
    const { organisationId, holder, duty } = given;
    return this.changes.runBeside(edition.id, async () => {
      const outlet = await this.outlets.hold(edition.id, organisationId);
      const draft = draftOf(
        {
          kind: "accreditation",
          category: "media",
          // What stands in the code says the outlet, never the holder (P1).
          label: outlet.name,
          group: null,
          zones: null,
          validFrom: null,
          validUntil: null,
          organisationId,
        },
        edition,
        Date.now(),
      );
      const issue = { editionId: edition.id, batchId: null, issuedBy: issuerOf(actor) };
      const [pass] = await this.issuer.issueEach(issue, [draft]);
      if (pass === undefined) throw new Error("A pass was issued and is not there.");
      const id = uuidv7();
      await this.accreditations.create({
        id,
        editionId: edition.id,
        organisationId,
        holder,
        duty,
        passCode: pass.code,
      });
      const after = { organisationId, outlet: outlet.name, passCode: pass.code };
      await this.audit.record({ actor, action: "accreditation.create", subject: subjectOf(slug, id), after });
      return this.existing(edition.id, id);
    });
  }

  /** Throws `not_found`, `edition_archived`. The trail says which fields, not what stood or stands in them (P1). */
  async change(
    slug: string,
    id: string,
    patch: AccreditationPatch,
    actor: Actor,
    ifMatch?: string,
  ): Promise<Accreditation> {
    const edition = await this.access.find(slug, actor);
    return this.changes.runBeside(edition.id, async () => {
      if (uuid.safeParse(id).success) await this.accreditations.hold(id);
      const before = await this.existing(edition.id, id);
      refuseIfChanged(ifMatch, before, routes.changeAccreditation);
      const fields = withoutUndefined(patch);
      const changed = (["holder", "duty"] as const).filter(
        (name) => fields[name] !== undefined && fields[name] !== before[name],
      );
      if (changed.length === 0) return before;
      await this.accreditations.update(id, fields);
      const subject = subjectOf(slug, id);
      await this.audit.record({ actor, action: "accreditation.change", subject, after: { changed } });
      return this.existing(edition.id, id);
    });
  }

  /** Revokes the badge; kiosks hear of it at once. Once is as good as twice. */
  async end(slug: string, id: string, actor: Actor): Promise<Accreditation> {
    const edition = await this.access.find(slug, actor);
    const before = await this.existing(edition.id, id);
    if (before.revokedAt !== null) return before;
    return this.changes.run(edition.id, async () => {
      const { passCode } = await this.existing(edition.id, id);
      const revoked = await this.passes.revoke(edition.id, { code: passCode }, "the accreditation was ended");
      if (revoked > 0) {
        const subject = subjectOf(slug, id);
        await this.audit.record({ actor, action: "accreditation.end", subject, after: { passCode } });
      }
      return this.existing(edition.id, id);
    });
  }

  private async existing(editionId: number, id: string): Promise<Accreditation> {
    const found = uuid.safeParse(id).success ? await this.accreditations.get(editionId, id) : undefined;
    if (found === undefined) throw new ProblemError("not_found", "This edition has no such accreditation.");
    return found;
  }
}

const subjectOf = (slug: string, id: string): string => `accreditation ${slug}/${id}`;
