import { Injectable } from "@nestjs/common";
import {
  code as codeSchema,
  type NewZone,
  type Page,
  type PageQuery,
  type Zone,
  type ZonePatch,
} from "@abwab/contract";
import { z } from "zod";
import { AuditService, difference } from "../audit/audit.service.ts";
import type { Actor } from "../platform/actor.ts";
import { refuseIfChanged } from "../platform/entity-tag.ts";
import { pageOf, readCursor } from "../platform/page-cursor.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { EditionAccess } from "./edition-access.ts";
import { EditionChanges } from "./edition-changes.ts";
import { EditionStateRepository } from "./edition-state.repository.ts";
import { type StoredZone, ZonesRepository } from "./zones.repository.ts";

@Injectable()
export class ZonesService {
  constructor(
    private readonly zones: ZonesRepository,
    private readonly access: EditionAccess,
    private readonly changes: EditionChanges,
    private readonly state: EditionStateRepository,
    private readonly audit: AuditService,
  ) {}

  async list(slug: string, { limit, cursor }: PageQuery, actor: Actor): Promise<Page<Zone>> {
    const { edition, zones } = await this.access.findPart(slug, actor);
    const after = readCursor(cursor, z.int32());
    const page = pageOf(await this.zones.list(edition.id, { after, limit: limit + 1 }), limit, (row) => row.id);
    const seen = page.items.filter(({ zone }) => zones?.has(zone.code) ?? true);
    return { items: seen.map((row) => row.zone), nextCursor: page.nextCursor };
  }

  async get(slug: string, code: string, actor: Actor): Promise<Zone> {
    const edition = await this.access.findZone(slug, code, actor);
    return (await this.existing(edition.id, code)).zone;
  }

  /** Throws `already_exists`, `edition_archived`. */
  async create(slug: string, zone: NewZone, actor: Actor): Promise<Zone> {
    const edition = await this.access.find(slug, actor);
    return this.changes.runUnlessArchived(edition.id, async () => {
      await this.zones.createMany(edition.id, [zone]);
      await this.audit.record({ actor, action: "zone.create", subject: subjectOf(slug, zone.code), after: zone });
      return (await this.existing(edition.id, zone.code)).zone;
    });
  }

  /**
   * Throws `edition_has_entries` for another kind once something was counted: figures are summed by kind; and
   * `changed_meanwhile` where `ifMatch` names another state.
   */
  async change(slug: string, code: string, patch: ZonePatch, actor: Actor, ifMatch?: string): Promise<Zone> {
    const edition = await this.access.findZone(slug, code, actor);
    const { id } = await this.existing(edition.id, code);
    const isCountedAt = patch.kind === undefined ? undefined : await this.state.watch(edition.id, { zoneId: id });
    return this.changes.runUnlessArchived(edition.id, async () => {
      const { zone } = await this.existing(edition.id, code);
      refuseIfChanged(ifMatch, zone);
      const changed = difference(zone, patch);
      if (changed === undefined) return zone;
      if ("kind" in changed.after && (await isCountedAt?.()) === true) {
        throw new ProblemError("edition_has_entries", `Something was counted at ${code}: its kind stays.`);
      }
      const after = await this.zones.update(id, changed.after);
      await this.audit.record({ actor, action: "zone.change", subject: subjectOf(slug, code), ...changed });
      return after;
    });
  }

  /** Throws `in_use`, `edition_archived`. */
  async remove(slug: string, code: string, actor: Actor): Promise<void> {
    const edition = await this.access.find(slug, actor);
    const { id } = await this.existing(edition.id, code);
    const isCountedAt = await this.state.watch(edition.id, { zoneId: id });
    await this.changes.runUnlessArchived(edition.id, async () => {
      // Slots are made beside this lock: whoever makes one has the zone in hand.
      await this.zones.hold(id);
      const before = await this.existing(edition.id, code);
      if (await this.zones.hasCheckpoints(id)) throw new ProblemError("in_use", `${code} has checkpoints.`);
      if (await this.zones.hasSlots(id)) throw new ProblemError("in_use", `${code} has slots for groups.`);
      if (await this.zones.isHall(id)) throw new ProblemError("in_use", `${code} is a hall of the programme.`);
      if (await isCountedAt()) throw new ProblemError("in_use", `Something was counted at ${code}.`);
      await this.zones.remove(id);
      await this.audit.record({ actor, action: "zone.remove", subject: subjectOf(slug, code), before: before.zone });
    });
  }

  private async existing(editionId: number, code: string): Promise<StoredZone> {
    const stored = codeSchema.safeParse(code).success ? await this.zones.get(editionId, code) : undefined;
    if (stored === undefined) throw new ProblemError("not_found", "This edition has no such zone.");
    return stored;
  }
}

const subjectOf = (slug: string, code: string): string => `zone ${slug}/${code}`;
