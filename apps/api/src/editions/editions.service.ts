import { Injectable } from "@nestjs/common";
import type { Edition, EditionPatch, NewCheckpoint, NewEdition, NewZone, Page, PageQuery } from "@abwab/contract";
import { AuditService, difference } from "../audit/audit.service.ts";
import { SigningKeys } from "../passes/signing-keys.ts";
import { type Actor, refuseBound } from "../platform/actor.ts";
import { refuseIfChanged } from "../platform/entity-tag.ts";
import { pageOf, readCursor } from "../platform/page-cursor.ts";
import { editionsSeenBy, type Principal } from "../platform/principal.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { Transactions } from "../platform/transactions.ts";
import { EditionAccess } from "./edition-access.ts";
import { EditionChanges } from "./edition-changes.ts";
import { EditionParts } from "./edition-parts.ts";
import { EditionStateRepository } from "./edition-state.repository.ts";
import { mayBecome } from "./edition-transitions.ts";
import { editionKey, EditionsRepository } from "./editions.repository.ts";

export interface EditionWithZones {
  readonly edition: NewEdition;
  readonly zones: readonly NewZone[];
  readonly checkpoints: readonly NewCheckpoint[];
}

@Injectable()
export class EditionsService {
  constructor(
    private readonly editions: EditionsRepository,
    private readonly access: EditionAccess,
    private readonly changes: EditionChanges,
    private readonly state: EditionStateRepository,
    private readonly parts: EditionParts,
    private readonly keys: SigningKeys,
    private readonly audit: AuditService,
    private readonly transactions: Transactions,
  ) {}

  /** The latest first; who is bound to editions sees only those. */
  async list({ limit, cursor }: PageQuery, caller: Actor): Promise<Page<Edition>> {
    const after = readCursor(cursor, editionKey);
    const only = caller.kind === "system" ? null : editionsSeenBy(caller);
    const rows = await this.editions.list({ after, limit: limit + 1 }, only);
    const page = pageOf(rows, limit, (row) => row.key);
    return { items: page.items.map((row) => row.edition), nextCursor: page.nextCursor };
  }

  async get(slug: string, principal: Principal): Promise<Edition> {
    const { edition } = await this.access.findPart(slug, principal);
    return this.byId(edition.id);
  }

  /** Throws `not_found`. */
  async byId(id: number): Promise<Edition> {
    const edition = await this.editions.get(id);
    if (edition === undefined) throw new ProblemError("not_found", "There is no such edition any more.");
    return edition;
  }

  /** Throws `already_exists`. */
  async create(edition: NewEdition, actor: Actor): Promise<Edition> {
    return this.createWithZones({ edition, zones: [], checkpoints: [] }, actor);
  }

  /** A whole edition in one transaction of a few statements. Throws `already_exists`. */
  async createWithZones(whole: EditionWithZones, actor: Actor): Promise<Edition> {
    return this.transactions.run(async () => this.byId(await this.install(whole, actor)));
  }

  /** As `createWithZones`; answers the edition's id, for who goes on in the same transaction. */
  async install({ edition, zones, checkpoints }: EditionWithZones, actor: Actor): Promise<number> {
    refuseBound(actor);
    return this.transactions.run(async () => {
      const id = await this.editions.create(edition);
      await this.parts.install(id, zones, checkpoints);
      await this.keys.begin(id);
      const after = { ...edition, zones: zones.length, checkpoints: checkpoints.length };
      await this.audit.record({ actor, action: "edition.create", subject: `edition ${edition.slug}`, after });
      return id;
    });
  }

  /**
   * Throws `transition_not_allowed`, `edition_has_entries`, `in_use`, `edition_archived`, and `changed_meanwhile` where
   * `ifMatch` names another state.
   */
  async change(slug: string, patch: EditionPatch, actor: Actor, ifMatch?: string): Promise<Edition> {
    const { id } = await this.access.find(slug, actor);
    return this.changes.run(id, async () => {
      const current = await this.byId(id);
      refuseIfChanged(ifMatch, current);
      const changed = difference(current, patch);
      if (changed === undefined) return current;
      await this.check(id, current, { ...current, ...changed.after });
      if (current.status === "draft" && "status" in changed.after) await this.state.leaveRehearsal(id);
      await this.editions.update(id, changed.after);
      await this.audit.record({ actor, action: "edition.change", subject: `edition ${slug}`, ...changed });
      return this.byId(id);
    });
  }

  /** Throws `edition_has_entries`. */
  async remove(slug: string, actor: Actor): Promise<void> {
    const { id } = await this.access.find(slug, actor);
    await this.changes.run(id, async () => {
      if (await this.state.hasEntries(id)) {
        throw new ProblemError("edition_has_entries", "What was counted is kept: archive the edition instead.");
      }
      const before = await this.byId(id);
      await this.editions.remove(id);
      await this.audit.record({ actor, action: "edition.remove", subject: `edition ${slug}`, before });
    });
  }

  /** Called under the lock of the edition's state, so that no entry comes between the check and the change. */
  private async check(id: number, current: Edition, next: Edition): Promise<void> {
    if (!mayBecome(current.status, next.status)) {
      throw new ProblemError("transition_not_allowed", `From ${current.status} it does not become ${next.status}.`);
    }
    const besideStatus = difference({ ...current, status: next.status }, { ...next });
    if (current.status === "archived" && besideStatus !== undefined) {
      throw new ProblemError("edition_archived", "Of an archived edition only the status is changed.");
    }
    const movesDays = current.timeZone !== next.timeZone || current.dayCutoff !== next.dayCutoff;
    if (movesDays && (await this.state.hasEntries(id))) {
      throw new ProblemError(
        "edition_has_entries",
        "Time zone and cut-off stay: they decide on which day each entry counts.",
      );
    }
    const dropped = current.categories.filter((category) => !next.categories.includes(category));
    if (dropped.length > 0 && (await this.state.hasEntriesOf(id, dropped))) {
      throw new ProblemError("in_use", `There are entries of ${dropped.join(", ")}.`);
    }
  }
}
