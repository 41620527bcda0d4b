import {
  MAX_REACH_FIGURES,
  type NewReachFigure,
  type Reach,
  type ReachFigure,
  type ReachFigurePatch,
  type ReachImported,
  uuid,
  routes,
} from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { v7 as uuidv7 } from "uuid";
import { AuditService, difference } from "../audit/audit.service.ts";
import { EditionAccess } from "../editions/edition-access.ts";
import { EditionChanges } from "../editions/edition-changes.ts";
import { EditionsService } from "../editions/editions.service.ts";
import type { Actor } from "../platform/actor.ts";
import { refuseIfChanged } from "../platform/entity-tag.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { countedFigures, type StoredFigure, sumsOf } from "./reach-sums.ts";
import { ReachRepository } from "./reach.repository.ts";

/** The published figure of an edition that speaks of the same. */
const ANNOUNCED = "broadcast_views";

/** Views of the live broadcast, as people read or heard them. */
@Injectable()
export class ReachService {
  constructor(
    private readonly figures: ReachRepository,
    private readonly editions: EditionsService,
    private readonly access: EditionAccess,
    private readonly changes: EditionChanges,
    private readonly audit: AuditService,
  ) {}

  /** The latest first. What was announced of the whole edition stays what it is: nothing is added to it. */
  async get(slug: string, actor: Actor): Promise<Reach> {
    const { id } = await this.access.find(slug, actor);
    const [figures, edition] = await Promise.all([this.figures.list(id), this.editions.byId(id)]);
    const counted = countedFigures(figures);
    const ids = new Set(counted.map((figure) => figure.id));
    return {
      items: figures.map((figure) => ({ ...figure, counts: ids.has(figure.id) })),
      sums: sumsOf(counted),
      announced: edition.published
        .filter(({ metric }) => metric === ANNOUNCED)
        .map(({ value, qualifier, source }) => ({ value, qualifier, source })),
    };
  }

  /** Throws `edition_archived`, `in_use` where so many are kept already. */
  async create(slug: string, given: NewReachFigure, actor: Actor): Promise<ReachFigure> {
    const edition = await this.access.find(slug, actor);
    const id = uuidv7();
    return this.changes.runBeside(edition.id, async () => {
      await this.add(edition.id, [{ id, ...given }]);
      await this.audit.record({ actor, action: "reach.create", subject: subjectOf(slug, id), after: given });
      return this.shown(edition.id, id);
    });
  }

  /** All rows or none; sent again, none. Throws `edition_archived`, `in_use` where so many are kept already. */
  async import(slug: string, rows: readonly NewReachFigure[], actor: Actor): Promise<ReachImported> {
    const edition = await this.access.find(slug, actor);
    return this.changes.runBeside(edition.id, async () => {
      await this.figures.holdAll(edition.id);
      const present = new Set((await this.figures.list(edition.id)).map(contentOf));
      const added = [...new Map(rows.map((row) => [contentOf(row), row]))]
        .filter(([content]) => !present.has(content))
        .map(([, row]) => ({ id: uuidv7(), ...row }));
      if (added.length > 0) {
        await this.add(edition.id, added);
        const after = { rows: added.length, channels: [...new Set(added.map(({ channel }) => channel))] };
        await this.audit.record({ actor, action: "reach.import", subject: `reach ${slug}`, after });
      }
      return { added: added.length, unchanged: rows.length - added.length };
    });
  }

  /** Throws `not_found`. */
  async getOne(slug: string, id: string, actor: Actor): Promise<ReachFigure> {
    const edition = await this.access.find(slug, actor);
    await this.existing(edition.id, id);
    return this.shown(edition.id, id);
  }

  /** Throws `not_found`, `edition_archived`. */
  async change(
    slug: string,
    id: string,
    patch: ReachFigurePatch,
    actor: Actor,
    ifMatch?: string,
  ): Promise<ReachFigure> {
    const edition = await this.access.find(slug, actor);
    return this.changes.runBeside(edition.id, async () => {
      if (uuid.safeParse(id).success) await this.figures.hold(id);
      const { id: _, ...before } = await this.existing(edition.id, id);
      refuseIfChanged(ifMatch, before, routes.changeReachFigure);
      const at = patch.at === undefined ? undefined : new Date(patch.at).toISOString();
      const changed = difference<NewReachFigure>(before, { ...patch, at });
      if (changed !== undefined) {
        await this.figures.update(id, { ...before, ...changed.after });
        await this.audit.record({ actor, action: "reach.change", subject: subjectOf(slug, id), ...changed });
      }
      return this.shown(edition.id, id);
    });
  }

  /** Throws `not_found`, `edition_archived`. */
  async remove(slug: string, id: string, actor: Actor): Promise<void> {
    const edition = await this.access.find(slug, actor);
    await this.changes.runBeside(edition.id, async () => {
      const { id: _, ...before } = await this.existing(edition.id, id);
      await this.figures.remove(id);
      await this.audit.record({ actor, action: "reach.remove", subject: subjectOf(slug, id), before });
    });
  }

  private async add(editionId: number, figures: readonly StoredFigure[]): Promise<void> {
    const kept = (await this.figures.list(editionId)).length;
    if (kept + figures.length > MAX_REACH_FIGURES) {
      throw new ProblemError("in_use", `At most ${MAX_REACH_FIGURES} are kept: remove some that are out of date.`);
    }
    await this.figures.createMany(editionId, figures);
  }

  private async shown(editionId: number, id: string): Promise<ReachFigure> {
    const figures = await this.figures.list(editionId);
    const figure = figures.find((each) => each.id === id.toLowerCase());
    if (figure === undefined) throw noSuchFigure();
    return { ...figure, counts: countedFigures(figures).includes(figure) };
  }

  private async existing(editionId: number, id: string): Promise<StoredFigure> {
    const found = uuid.safeParse(id).success ? await this.figures.get(editionId, id) : undefined;
    if (found === undefined) throw noSuchFigure();
    return found;
  }
}

const noSuchFigure = (): ProblemError => new ProblemError("not_found", "This edition has no such figure.");
const subjectOf = (slug: string, id: string): string => `reach ${slug}/${id}`;

/** All that it says: of two that are alike in it, the second says nothing new. */
const contentOf = ({ channel, day, value, qualifier, origin, source, at }: NewReachFigure): string =>
  JSON.stringify([channel, day, value, qualifier, origin, source, Date.parse(at)]);
