import { type Merge, type Organisation, type Page, type PageQuery, uuid } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { v7 as uuidv7 } from "uuid";
import { AuditService } from "../../audit/audit.service.ts";
import { EditionAccess } from "../../editions/edition-access.ts";
import { EditionChanges } from "../../editions/edition-changes.ts";
import type { Actor } from "../../platform/actor.ts";
import { pageOf, readCursor } from "../../platform/page-cursor.ts";
import { ProblemError } from "../../platform/problem-error.ts";
import { noSuchOrganisation, twoIds } from "../organisation-checks.ts";
import { subjectOf } from "../organisation-trail.ts";
import { OrganisationsRepository } from "../organisations.repository.ts";
import { MergesRepository, type Moved, type StoredMerge } from "./merges.repository.ts";
import { givenBack, type TakenField, takenUp } from "./taken-up.ts";

/** Two organisations that are one are made one, and parted again where that was wrong. */
@Injectable()
export class MergesService {
  constructor(
    private readonly organisations: OrganisationsRepository,
    private readonly merges: MergesRepository,
    private readonly access: EditionAccess,
    private readonly changes: EditionChanges,
    private readonly audit: AuditService,
  ) {}

  /** The latest first. */
  async list(slug: string, { limit, cursor }: PageQuery, actor: Actor): Promise<Page<Merge>> {
    const edition = await this.access.find(slug, actor);
    const after = readCursor(cursor, uuid);
    return pageOf(await this.merges.list(edition.id, { after, limit: limit + 1 }), limit, ({ id }) => id);
  }

  /**
   * Takes `other` up: its visits, passes, accreditations and activities, and what the one that is kept has nothing of.
   * Throws `not_found`, `invalid`, `edition_archived`.
   */
  async merge(slug: string, given: string, givenOther: string, actor: Actor): Promise<Merge> {
    const edition = await this.access.find(slug, actor);
    const { id, other } = twoIds(given, givenOther);
    return this.changes.runBeside(edition.id, async () => {
      const [kept, taken] = await this.held(edition.id, id, other);
      const fields = takenUp(kept, taken);
      const names = Object.keys(fields) as TakenField[];
      if (names.length > 0) await this.organisations.update(kept, fields);
      const moved = await this.merges.moveAll(other, id);
      const mergeId = uuidv7();
      await this.merges.create({
        id: mergeId,
        editionId: edition.id,
        kept: id,
        other,
        before: { taken: names, ...moved },
      });
      const { nameAr, nameFr } = taken;
      await this.audit.record({
        actor,
        action: "organisation.merge",
        subject: subjectOf(slug, id),
        after: { other, nameAr, nameFr, taken: names, ...countsOf(moved) },
      });
      return this.get(edition.id, mergeId);
    });
  }

  /** Throws `not_found`, `transition_not_allowed`, `edition_archived`. */
  async undo(slug: string, id: string, actor: Actor): Promise<Merge> {
    const edition = await this.access.find(slug, actor);
    return this.changes.runBeside(edition.id, async () => {
      const merge = uuid.safeParse(id).success ? await this.merges.hold(edition.id, id) : undefined;
      if (merge === undefined) throw noSuchMerge();
      const [kept, other] = await this.parties(edition.id, merge);
      const { taken, ...moved } = merge.undoing;
      await this.merges.undo(merge);
      await this.merges.move(moved, merge.kept, merge.other);
      const fields = givenBack(kept, other, taken);
      if (Object.keys(fields).length > 0) await this.organisations.update(kept, fields);
      await this.audit.record({
        actor,
        action: "organisation.undo-merge",
        subject: subjectOf(slug, merge.kept),
        after: { other: merge.other, givenBack: Object.keys(fields), ...countsOf(moved) },
      });
      return this.get(edition.id, merge.id);
    });
  }

  /** The one that was kept and the one that was taken up, which nobody changes until this ends. */
  private async parties(editionId: number, merge: StoredMerge): Promise<[Organisation, Organisation]> {
    if (merge.isUndone) throw new ProblemError("transition_not_allowed", "This merge has been undone already.");
    const [kept] = await this.organisations.hold(editionId, [merge.kept]);
    const stored = await this.merges.get(editionId, merge.id);
    if (kept === undefined || stored === undefined) {
      const reason = "The organisation that was kept has itself been taken up into another: undo that merge first.";
      throw new ProblemError("transition_not_allowed", reason);
    }
    return [kept, stored.other];
  }

  private async held(editionId: number, id: string, other: string): Promise<[Organisation, Organisation]> {
    const [kept, taken] = await this.organisations.hold(editionId, [id, other]);
    if (kept === undefined || taken === undefined) throw noSuchOrganisation();
    return [kept, taken];
  }

  private async get(editionId: number, id: string): Promise<Merge> {
    const merge = await this.merges.get(editionId, id);
    if (merge === undefined) throw noSuchMerge();
    return merge;
  }
}

const noSuchMerge = (): ProblemError => new ProblemError("not_found", "This edition has no such merge.");

const countsOf = ({ visits, passes, accreditations, activities }: Moved) => ({
  visits: visits.length,
  passes: passes.length,
  accreditations: accreditations.length,
  activities: activities.length,
});
