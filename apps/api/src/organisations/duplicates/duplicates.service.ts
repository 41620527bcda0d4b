import type { DuplicatePair, Page, PageQuery } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { z } from "zod";
import { AuditService } from "../../audit/audit.service.ts";
import { EditionAccess } from "../../editions/edition-access.ts";
import { EditionChanges } from "../../editions/edition-changes.ts";
import type { Actor } from "../../platform/actor.ts";
import { pageOf, readCursor } from "../../platform/page-cursor.ts";
import { noSuchOrganisation, twoIds } from "../organisation-checks.ts";
import { subjectOf } from "../organisation-trail.ts";
import { OrganisationsRepository } from "../organisations.repository.ts";
import type { EditionIndex } from "../search/edition-index.ts";
import { OrganisationSearch } from "../search/organisation-search.ts";
import { byLikeness, type Pair } from "./duplicate-pairs.ts";
import { KeptApartRepository } from "./kept-apart.repository.ts";

const pairOrder = z.object({ first: z.guid(), second: z.guid(), likeness: z.number() });

/** Organisations that may be one, for a person to decide. */
@Injectable()
export class DuplicatesService {
  constructor(
    private readonly organisations: OrganisationsRepository,
    private readonly apart: KeptApartRepository,
    private readonly search: OrganisationSearch,
    private readonly access: EditionAccess,
    private readonly changes: EditionChanges,
    private readonly audit: AuditService,
  ) {}

  /** Most alike first, without those that are kept apart. */
  async list(slug: string, { limit, cursor }: PageQuery, actor: Actor): Promise<Page<DuplicatePair>> {
    const edition = await this.access.find(slug, actor);
    const after = readCursor(cursor, pairOrder);
    for (;;) {
      const index = await this.search.fresh(edition.id);
      const pairs = await this.proposed(edition.id, index, after);
      const shown = pairs.slice(0, limit + 1);
      const ids = [...new Set(shown.flatMap(({ first, second }) => [first, second]))];
      const found = new Map((await this.organisations.byIds(edition.id, ids)).map((one) => [one.id, one]));
      if (found.size < ids.length) {
        await index.forgetRemoved();
        continue;
      }
      const items = shown.flatMap(({ likeness, ...pair }) => {
        const [first, second] = [found.get(pair.first), found.get(pair.second)];
        return first === undefined || second === undefined ? [] : [{ first, second, likeness }];
      });
      return pageOf(items, limit, ({ first, second, likeness }) => ({ first: first.id, second: second.id, likeness }));
    }
  }

  /** Once is as good as twice. Throws `not_found`, `invalid`, `edition_archived`. */
  async keepApart(slug: string, given: string, givenOther: string, actor: Actor): Promise<void> {
    const edition = await this.access.find(slug, actor);
    const { id, other } = twoIds(given, givenOther);
    await this.changes.runBeside(edition.id, async () => {
      const found = await this.organisations.byIds(edition.id, [id, other]);
      if (found.length < 2) throw noSuchOrganisation();
      if (!(await this.apart.add(id, other))) return;
      const subject = subjectOf(slug, id);
      await this.audit.record({ actor, action: "organisation.keep-apart", subject, after: { other } });
    });
  }

  private async proposed(editionId: number, index: EditionIndex, after: Pair | undefined): Promise<Pair[]> {
    const pairs = (await index.duplicates()).list();
    const apart = await this.apart.of(editionId);
    return pairs.filter(
      (pair) =>
        (after === undefined || byLikeness(after, pair) < 0) && apart.get(pair.first)?.has(pair.second) !== true,
    );
  }
}
