import {
  type Broadcast,
  type BroadcastPatch,
  type BroadcastReceipt,
  type NewBroadcast,
  type Page,
  type PageQuery,
  uuid,
  routes,
} from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { v7 as uuidv7 } from "uuid";
import { AuditService, difference, nameOf } from "../audit/audit.service.ts";
import { EditionAccess, type SeenZones } from "../editions/edition-access.ts";
import { EditionChanges } from "../editions/edition-changes.ts";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import type { Actor } from "../platform/actor.ts";
import { refuseIfChanged } from "../platform/entity-tag.ts";
import { pageOf, readCursor } from "../platform/page-cursor.ts";
import { outOfScope } from "../platform/principal.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { BroadcastReceiptsRepository } from "./broadcast-receipts.repository.ts";
import { BroadcastsRepository, type StoredBroadcast } from "./broadcasts.repository.ts";

/** Messages to devices. They are of the edition's configuration: every server tells its own devices of a change. */
@Injectable()
export class BroadcastsService {
  constructor(
    private readonly broadcasts: BroadcastsRepository,
    private readonly received: BroadcastReceiptsRepository,
    private readonly access: EditionAccess,
    private readonly changes: EditionChanges,
    private readonly audit: AuditService,
  ) {}

  /** The latest first. */
  async list(slug: string, { limit, cursor }: PageQuery, actor: Actor): Promise<Page<Broadcast>> {
    const { edition, zones } = await this.access.findPart(slug, actor);
    const after = readCursor(cursor, uuid);
    const rows = await this.broadcasts.list(edition.id, { after, limit: limit + 1 });
    const page = pageOf(rows, limit, (row) => row.id);
    const seen = page.items.filter((each) => concerns(each, zones));
    return { items: await this.withReceipts(seen), nextCursor: page.nextCursor };
  }

  /** Throws `edition_archived`, and `invalid` for a zone that is not there or an end that is past. */
  async send(slug: string, message: NewBroadcast, actor: Actor): Promise<Broadcast> {
    const { edition, zones } = await this.access.findPart(slug, actor);
    check(edition, message);
    refuseWider(message.zones ?? null, zones);
    const sent = await this.changes.runUnlessArchived(edition.id, async () => {
      const broadcast = await this.broadcasts.create(edition.id, uuidv7(), message, nameOf(actor));
      await this.audit.record({ actor, action: "broadcast.send", subject: subjectOf(broadcast.id), after: message });
      return broadcast;
    });
    return this.complete(sent);
  }

  /** Throws `not_found`. */
  async get(slug: string, id: string, actor: Actor): Promise<Broadcast> {
    return this.complete(await this.existing((await this.access.find(slug, actor)).id, id));
  }

  /** Throws `not_found`, `edition_archived`, and `transition_not_allowed` for one that was withdrawn. */
  async change(slug: string, id: string, patch: BroadcastPatch, actor: Actor, ifMatch?: string): Promise<Broadcast> {
    const { edition, zones } = await this.access.findPart(slug, actor);
    refuseWider((await this.existing(edition.id, id)).zones, zones);
    check(edition, patch);
    if (patch.zones !== undefined) refuseWider(patch.zones, zones);
    const changed = await this.changes.runUnlessArchived(edition.id, async () => {
      const before = await this.existing(edition.id, id);
      refuseIfChanged(ifMatch, before, routes.changeBroadcast);
      if (before.withdrawnAt !== null) throw new ProblemError("transition_not_allowed", "It was withdrawn.");
      const differs = difference<BroadcastPatch>(before, patch);
      if (differs === undefined) return before;
      const after = await this.broadcasts.update(id, differs.after);
      await this.audit.record({ actor, action: "broadcast.change", subject: subjectOf(id), ...differs });
      return after;
    });
    return this.complete(changed);
  }

  /** Once more changes nothing. Throws `not_found`, `edition_archived`. */
  async withdraw(slug: string, id: string, actor: Actor): Promise<Broadcast> {
    const { edition, zones } = await this.access.findPart(slug, actor);
    refuseWider((await this.existing(edition.id, id)).zones, zones);
    const withdrawn = await this.changes.runUnlessArchived(edition.id, async () => {
      const before = await this.existing(edition.id, id);
      if (before.withdrawnAt !== null) return before;
      await this.audit.record({ actor, action: "broadcast.withdraw", subject: subjectOf(id), before: before.texts });
      return this.broadcasts.withdraw(id);
    });
    return this.complete(withdrawn);
  }

  /** Every device that it is for, by zone and name. */
  async receipts(slug: string, id: string, actor: Actor): Promise<BroadcastReceipt[]> {
    const { edition, zones } = await this.access.findPart(slug, actor);
    await this.existing(edition.id, id);
    const receipts = await this.received.list(id);
    return receipts.filter(({ zone }) => zones?.has(zone) ?? true);
  }

  private async complete(stored: StoredBroadcast): Promise<Broadcast> {
    const [broadcast] = await this.withReceipts([stored]);
    if (broadcast === undefined) throw new ProblemError("not_found", "The message is no longer there.");
    return broadcast;
  }

  private async withReceipts(stored: readonly StoredBroadcast[]): Promise<Broadcast[]> {
    const counts = await this.received.counts(stored.map(({ id }) => id));
    return stored.map((each) => ({
      ...each,
      ...(counts.get(each.id) ?? { addressed: 0, shown: 0, acknowledged: 0 }),
    }));
  }

  private async existing(editionId: number, id: string): Promise<StoredBroadcast> {
    const found = uuid.safeParse(id).success ? await this.broadcasts.get(editionId, id) : undefined;
    if (found === undefined) throw new ProblemError("not_found", "This edition has no such message.");
    return found;
  }
}

/** Whether a message is for one of these zones. */
const concerns = ({ zones }: StoredBroadcast, seen: SeenZones): boolean =>
  seen === null || zones === null || zones.some((code) => seen.has(code));

/** Throws `out_of_scope` where a message is for other zones too; for none named it is for all of them. */
function refuseWider(zones: readonly string[] | null, seen: SeenZones): void {
  if (seen !== null && (zones === null || zones.length === 0 || zones.some((code) => !seen.has(code))))
    throw outOfScope();
}

function check(edition: EditionConfiguration, { zones, until }: BroadcastPatch): void {
  const unknown = zones?.find((code) => !edition.zones.has(code));
  if (unknown !== undefined) throw wrong("zones", "unknown_zone", `This edition has no zone ${unknown}.`);
  if (until !== undefined && until !== null && Date.parse(until) <= Date.now()) {
    throw wrong("until", "past", "It would have ended already.");
  }
}

function wrong(path: string, code: string, message: string): ProblemError {
  return new ProblemError("invalid", `${path}: ${message}`, { errors: [{ path, code, message }] });
}

const subjectOf = (id: string): string => `broadcast ${id}`;
