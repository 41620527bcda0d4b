import {
  type MediaActivity,
  type MediaActivityPatch,
  type MediaQuery,
  type NewMediaActivity,
  type Page,
  uuid,
  routes,
} from "@abwab/contract";
import { addDays } from "@abwab/domain";
import { Injectable } from "@nestjs/common";
import { v7 as uuidv7 } from "uuid";
import { AuditService, difference } from "../audit/audit.service.ts";
import { EditionAccess } from "../editions/edition-access.ts";
import { EditionChanges } from "../editions/edition-changes.ts";
import type { Actor } from "../platform/actor.ts";
import { refuseIfChanged } from "../platform/entity-tag.ts";
import { pageOf, readCursor } from "../platform/page-cursor.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { activityOrder, MediaActivitiesRepository } from "./media-activities.repository.ts";
import { OutletsRepository } from "./outlets.repository.ts";

/** What media outlets did: who, what, where, when. */
@Injectable()
export class MediaActivitiesService {
  constructor(
    private readonly activities: MediaActivitiesRepository,
    private readonly outlets: OutletsRepository,
    private readonly access: EditionAccess,
    private readonly changes: EditionChanges,
    private readonly audit: AuditService,
  ) {}

  /** The latest first. */
  async list(
    slug: string,
    { limit, cursor, organisation, day }: MediaQuery,
    actor: Actor,
  ): Promise<Page<MediaActivity>> {
    const { id: editionId, calendar } = await this.access.find(slug, actor);
    const after = readCursor(cursor, activityOrder);
    const during =
      day === undefined ? undefined : { from: calendar.startOf(day), to: calendar.startOf(addDays(day, 1)) };
    const rows = await this.activities.list(editionId, { organisation, during }, { after, limit: limit + 1 });
    return pageOf(rows, limit, ({ at, id }) => ({ at, id }));
  }

  /** Throws `edition_archived`, and `invalid` for what is no media outlet of the edition. */
  async log(slug: string, given: NewMediaActivity, actor: Actor): Promise<MediaActivity> {
    const edition = await this.access.find(slug, actor);
    return this.changes.runBeside(edition.id, async () => {
      await this.outlets.hold(edition.id, given.organisationId);
      const id = uuidv7();
      await this.activities.create(edition.id, id, given);
      await this.audit.record({ actor, action: "media-activity.create", subject: subjectOf(slug, id), after: given });
      return this.existing(edition.id, id);
    });
  }

  /** Throws `not_found`. */
  async get(slug: string, id: string, actor: Actor): Promise<MediaActivity> {
    return this.existing((await this.access.find(slug, actor)).id, id);
  }

  /** Throws `not_found`, `edition_archived`, and `invalid` for what is no media outlet of the edition. */
  async change(
    slug: string,
    id: string,
    { at, ...patch }: MediaActivityPatch,
    actor: Actor,
    ifMatch?: string,
  ): Promise<MediaActivity> {
    const edition = await this.access.find(slug, actor);
    return this.changes.runBeside(edition.id, async () => {
      if (uuid.safeParse(id).success) await this.activities.hold(id);
      const current = await this.existing(edition.id, id);
      refuseIfChanged(ifMatch, current, routes.changeMediaActivity);
      const { organisationId, what, where } = current;
      const before: NewMediaActivity = { organisationId, what, where, at: current.at };
      const moment = at === undefined ? undefined : new Date(at).toISOString();
      const changed = difference<NewMediaActivity>(before, { ...patch, at: moment });
      if (changed === undefined) return current;
      const after = { ...before, ...changed.after };
      await this.outlets.hold(edition.id, after.organisationId);
      await this.activities.update(id, after);
      await this.audit.record({ actor, action: "media-activity.change", subject: subjectOf(slug, id), ...changed });
      return this.existing(edition.id, id);
    });
  }

  /** Throws `not_found`, `edition_archived`. */
  async remove(slug: string, id: string, actor: Actor): Promise<void> {
    const edition = await this.access.find(slug, actor);
    await this.changes.runBeside(edition.id, async () => {
      const before = await this.existing(edition.id, id);
      await this.activities.remove(id);
      await this.audit.record({ actor, action: "media-activity.remove", subject: subjectOf(slug, id), before });
    });
  }

  private async existing(editionId: number, id: string): Promise<MediaActivity> {
    const found = uuid.safeParse(id).success ? await this.activities.get(editionId, id) : undefined;
    if (found === undefined) throw new ProblemError("not_found", "This edition has no such media activity.");
    return found;
  }
}

const subjectOf = (slug: string, id: string): string => `media-activity ${slug}/${id}`;
