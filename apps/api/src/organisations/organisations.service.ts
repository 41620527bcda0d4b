import type { NewOrganisation, Organisation, OrganisationPatch, OrganisationQuery, Page } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { v7 as uuidv7 } from "uuid";
import { AuditService, difference } from "../audit/audit.service.ts";
import { EditionAccess } from "../editions/edition-access.ts";
import { EditionChanges } from "../editions/edition-changes.ts";
import type { Actor } from "../platform/actor.ts";
import { refuseIfChanged } from "../platform/entity-tag.ts";
import { pageOf, readCursor } from "../platform/page-cursor.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { checkChanged, checkId, checkProvince, noSuchOrganisation } from "./organisation-checks.ts";
import { forTrail, subjectOf } from "./organisation-trail.ts";
import { organisationOrder, OrganisationsRepository } from "./organisations.repository.ts";
import { OrganisationSearch } from "./search/organisation-search.ts";

/** The registry: schools, civil-society bodies, media outlets and institutions. */
@Injectable()
export class OrganisationsService {
  constructor(
    private readonly organisations: OrganisationsRepository,
    private readonly search: OrganisationSearch,
    private readonly access: EditionAccess,
    private readonly changes: EditionChanges,
    private readonly audit: AuditService,
  ) {}

  /** In the order of names; the best matches first where something is looked for. */
  async list(slug: string, query: OrganisationQuery, actor: Actor): Promise<Page<Organisation>> {
    const edition = await this.access.find(slug, actor);
    const { search, limit, cursor } = query;
    if (search !== undefined && search !== "") return this.search.page(edition.id, { ...query, search });
    // Whoever looks at the list is likely to look for something in it.
    this.search.prepare(edition.id);
    const after = readCursor(cursor, organisationOrder);
    const rows = await this.organisations.list(edition.id, query, { after, limit: limit + 1 });
    const { items, nextCursor } = pageOf(rows, limit, ({ order }) => order);
    return { items: items.map(({ organisation }) => organisation), nextCursor };
  }

  /** Throws `not_found`. */
  async get(slug: string, id: string, actor: Actor): Promise<Organisation> {
    const edition = await this.access.find(slug, actor);
    return this.existing(edition.id, id);
  }

  /** Throws `invalid`, `edition_archived`. */
  async create(slug: string, given: NewOrganisation, actor: Actor): Promise<Organisation> {
    const edition = await this.access.find(slug, actor);
    checkProvince(given.province);
    return this.changes.runBeside(edition.id, async () => {
      const organisation = await this.organisations.create(edition.id, uuidv7(), given);
      const subject = subjectOf(slug, organisation.id);
      await this.audit.record({ actor, action: "organisation.create", subject, after: forTrail(given) });
      return organisation;
    });
  }

  /** Many at once, which stand on the trail as one. Throws `edition_archived`. */
  async createAll(slug: string, given: readonly NewOrganisation[], actor: Actor): Promise<void> {
    const edition = await this.access.find(slug, actor);
    await this.changes.runBeside(edition.id, async () => {
      await this.organisations.createAll(
        edition.id,
        given.map((each) => ({ id: uuidv7(), ...each })),
      );
      const after = { organisations: given.length };
      await this.audit.record({ actor, action: "organisation.create", subject: `organisations ${slug}`, after });
    });
  }

  /** Throws `not_found`, `invalid`, `edition_archived`, and `changed_meanwhile` where `ifMatch` names another state. */
  async change(
    slug: string,
    id: string,
    patch: OrganisationPatch,
    actor: Actor,
    ifMatch?: string,
  ): Promise<Organisation> {
    const edition = await this.access.find(slug, actor);
    checkId(id);
    return this.changes.runBeside(edition.id, async () => {
      const before = await this.held(edition.id, id);
      refuseIfChanged(ifMatch, before);
      const changed = difference<OrganisationPatch>(before, patch);
      if (changed === undefined) return before;
      checkChanged(before, patch);
      const after = await this.organisations.update(before, changed.after);
      await this.audit.record({
        actor,
        action: "organisation.change",
        subject: subjectOf(slug, before.id),
        before: forTrail(changed.before),
        after: forTrail(changed.after),
      });
      return after;
    });
  }

  /** Throws `not_found`, `in_use`, `edition_archived`. */
  async remove(slug: string, id: string, actor: Actor): Promise<void> {
    const edition = await this.access.find(slug, actor);
    checkId(id);
    await this.changes.runBeside(edition.id, async () => {
      const before = await this.held(edition.id, id);
      if (await this.organisations.isInUse(before.id)) {
        throw new ProblemError("in_use", "It has visits, passes, accreditations or activities.");
      }
      await this.organisations.remove(edition.id, before.id);
      const subject = subjectOf(slug, before.id);
      await this.audit.record({ actor, action: "organisation.remove", subject, before: forTrail(before) });
    });
  }

  private async existing(editionId: number, id: string): Promise<Organisation> {
    checkId(id);
    const organisation = await this.organisations.get(editionId, id);
    if (organisation === undefined) throw noSuchOrganisation();
    return organisation;
  }

  private async held(editionId: number, id: string): Promise<Organisation> {
    const [organisation] = await this.organisations.hold(editionId, [id.toLowerCase()]);
    if (organisation === undefined) throw noSuchOrganisation();
    return organisation;
  }
}
