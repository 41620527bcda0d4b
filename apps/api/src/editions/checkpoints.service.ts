import { Injectable } from "@nestjs/common";
import {
  type Checkpoint,
  type CheckpointPatch,
  code as codeSchema,
  type NewCheckpoint,
  type Page,
  type PageQuery,
} from "@abwab/contract";
import { z } from "zod";
import { AuditService, difference } from "../audit/audit.service.ts";
import type { Actor } from "../platform/actor.ts";
import { refuseIfChanged } from "../platform/entity-tag.ts";
import { pageOf, readCursor } from "../platform/page-cursor.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { CheckpointsRepository, type StoredCheckpoint } from "./checkpoints.repository.ts";
import { EditionAccess, refuseBeyond } from "./edition-access.ts";
import { EditionChanges } from "./edition-changes.ts";
import { EditionStateRepository } from "./edition-state.repository.ts";
import { ZonesRepository } from "./zones.repository.ts";

@Injectable()
export class CheckpointsService {
  constructor(
    private readonly checkpoints: CheckpointsRepository,
    private readonly zones: ZonesRepository,
    private readonly access: EditionAccess,
    private readonly changes: EditionChanges,
    private readonly state: EditionStateRepository,
    private readonly audit: AuditService,
  ) {}

  async list(slug: string, { limit, cursor }: PageQuery, actor: Actor): Promise<Page<Checkpoint>> {
    const { edition, zones } = await this.access.findPart(slug, actor);
    const after = readCursor(cursor, z.int32());
    const page = pageOf(await this.checkpoints.list(edition.id, { after, limit: limit + 1 }), limit, (row) => row.id);
    const seen = page.items.filter(({ checkpoint }) => zones?.has(checkpoint.zone) ?? true);
    return { items: seen.map((row) => row.checkpoint), nextCursor: page.nextCursor };
  }

  /** Throws `already_exists`, `edition_archived`, and `not_found` for an unknown zone. */
  async create(slug: string, checkpoint: NewCheckpoint, actor: Actor): Promise<Checkpoint> {
    const edition = await this.access.find(slug, actor);
    return this.changes.runUnlessArchived(edition.id, async () => {
      const zone = await this.zones.get(edition.id, checkpoint.zone);
      if (zone === undefined) throw new ProblemError("not_found", `This edition has no zone ${checkpoint.zone}.`);
      await this.checkpoints.createMany(edition.id, [{ ...checkpoint, zoneId: zone.id }]);
      const subject = subjectOf(slug, checkpoint.code);
      await this.audit.record({ actor, action: "checkpoint.create", subject, after: checkpoint });
      return (await this.existing(edition.id, checkpoint.code)).checkpoint;
    });
  }

  async get(slug: string, code: string, actor: Actor): Promise<Checkpoint> {
    const { edition, zones } = await this.access.findPart(slug, actor);
    const { checkpoint } = await this.existing(edition.id, code);
    refuseBeyond(zones, checkpoint.zone);
    return checkpoint;
  }

  /** Throws `edition_archived`, and `changed_meanwhile` where `ifMatch` names another state. */
  async change(
    slug: string,
    code: string,
    patch: CheckpointPatch,
    actor: Actor,
    ifMatch?: string,
  ): Promise<Checkpoint> {
    const edition = await this.access.find(slug, actor);
    return this.changes.runUnlessArchived(edition.id, async () => {
      const { id, checkpoint } = await this.existing(edition.id, code);
      refuseIfChanged(ifMatch, checkpoint);
      const changed = difference(checkpoint, patch);
      if (changed === undefined) return checkpoint;
      const after = await this.checkpoints.update(id, changed.after);
      await this.audit.record({ actor, action: "checkpoint.change", subject: subjectOf(slug, code), ...changed });
      return after;
    });
  }

  /** Throws `in_use`, `edition_archived`. */
  async remove(slug: string, code: string, actor: Actor): Promise<void> {
    const edition = await this.access.find(slug, actor);
    const { id } = await this.existing(edition.id, code);
    const isCountedAt = await this.state.watch(edition.id, { checkpointId: id });
    await this.changes.runUnlessArchived(edition.id, async () => {
      const { checkpoint } = await this.existing(edition.id, code);
      if (await this.checkpoints.hasDevices(id)) throw new ProblemError("in_use", `${code} has devices.`);
      if (await isCountedAt()) throw new ProblemError("in_use", `Something was counted at ${code}.`);
      await this.checkpoints.remove(id);
      const subject = subjectOf(slug, code);
      await this.audit.record({ actor, action: "checkpoint.remove", subject, before: checkpoint });
    });
  }

  private async existing(editionId: number, code: string): Promise<StoredCheckpoint> {
    const stored = codeSchema.safeParse(code).success ? await this.checkpoints.get(editionId, code) : undefined;
    if (stored === undefined) throw new ProblemError("not_found", "This edition has no such checkpoint.");
    return stored;
  }
}

const subjectOf = (slug: string, code: string): string => `checkpoint ${slug}/${code}`;
