import type { AdjustmentRequest, RecountRequest } from "@abwab/contract";
import { CLOCK_TOLERANCE_MS } from "@abwab/domain";
import { Injectable } from "@nestjs/common";
import { v7 as newId } from "uuid";
import { AuditService } from "../audit/audit.service.ts";
import type { EditionConfiguration, ZoneConfiguration } from "../editions/edition-configuration.ts";
import { EditionAccess } from "../editions/edition-access.ts";
import { EditionDirectory } from "../editions/edition-directory.ts";
import type { Actor } from "../platform/actor.ts";
import { zonesOf } from "../platform/principal.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { CorrectionsRepository } from "./corrections.repository.ts";
import { LedgerRepository } from "./ledger.repository.ts";
import { withFreshConfiguration } from "../editions/commit-frame.ts";

/** A person or an integrator. */
export type Corrector = Exclude<Actor, { kind: "system" }>;

export interface Correction {
  id: string;
  version: number;
}

/** Corrections by people: later facts beside the earlier ones, each with a reason, each on the audit trail (E1, P2). */
@Injectable()
export class CorrectionsService {
  constructor(
    private readonly directory: EditionDirectory,
    private readonly access: EditionAccess,
    private readonly ledger: LedgerRepository,
    private readonly corrections: CorrectionsRepository,
    private readonly audit: AuditService,
  ) {}

  /** Throws `unknown_entry`, `void_not_allowed`, `edition_archived`. */
  async voidEntry(caller: Corrector, entryId: string, reason: string): Promise<Correction> {
    const place = await this.corrections.placeOfEntry(entryId);
    const seen = place === undefined ? "none" : zonesOf(caller, place.editionId);
    if (place === undefined || seen === "none" || (seen !== "all" && !seen.has(place.zoneId))) {
      throw new ProblemError("unknown_entry", "No entry on the ledger has this id.");
    }
    const { editionId } = place;
    const id = newId();
    const version = await withFreshConfiguration(this.directory, editionId, async (frame, edition) => {
      refuseArchived(edition);
      const prepared = {
        id,
        target: entryId,
        occurredAt: frame.receivedAt,
        deviceId: null,
        authorId: caller.id,
        reason,
      };
      const [result] = await this.ledger.recordVoids(frame, [prepared], true);
      if (result?.outcome === "recorded") return result.version;
      throw new ProblemError("void_not_allowed", "It is not an entry, or it has been taken back already.");
    });
    await this.audit.record({ actor: caller, action: "entry.void", subject: entryId, after: { id, reason } });
    return { id, version };
  }

  async adjust(caller: Corrector, slug: string, zoneCode: string, request: AdjustmentRequest): Promise<Correction> {
    const id = newId();
    const version = await this.correct(caller, slug, zoneCode, (frame, edition, zone) => {
      if (!edition.categories.has(request.category)) {
        const message = `This edition has no category ${request.category}.`;
        throw new ProblemError("invalid", message, {
          errors: [{ path: "category", code: "unknown_category", message }],
        });
      }
      const at = pastOrPresent(request.at, "at");
      const { direction, headcount, category, reason } = request;
      const day = edition.calendar.dayOf(at);
      return this.corrections.adjust(frame, {
        id,
        zoneId: zone.id,
        direction,
        headcount,
        category,
        at,
        day,
        authorId: caller.id,
        reason,
      });
    });
    await this.audit.record({
      actor: caller,
      action: "zone.adjust",
      subject: `${slug}/${zoneCode}`,
      after: { id, ...request },
    });
    return { id, version };
  }

  /** Throws `inside_not_counted` for a zone that counts no exits. */
  async recount(caller: Corrector, slug: string, zoneCode: string, request: RecountRequest): Promise<Correction> {
    const id = newId();
    const version = await this.correct(caller, slug, zoneCode, (frame, edition, zone) => {
      if (!zone.countsExits)
        throw new ProblemError("inside_not_counted", `${zoneCode} counts no exits, so it has no inside.`);
      const at = pastOrPresent(request.countedAt, "countedAt");
      const { inside, reason } = request;
      return this.corrections.anchor(frame, {
        id,
        zoneId: zone.id,
        inside,
        at,
        day: edition.calendar.dayOf(at),
        authorId: caller.id,
        reason,
      });
    });
    await this.audit.record({
      actor: caller,
      action: "zone.recount",
      subject: `${slug}/${zoneCode}`,
      after: { id, ...request },
    });
    return { id, version: version ?? 0 };
  }

  private async correct<Result>(
    caller: Corrector,
    slug: string,
    zoneCode: string,
    work: (
      frame: Parameters<LedgerRepository["recordEntries"]>[0],
      edition: EditionConfiguration,
      zone: ZoneConfiguration,
    ) => Promise<Result>,
  ): Promise<Result> {
    const { id: editionId } = await this.access.findZone(slug, zoneCode, caller);
    return withFreshConfiguration(this.directory, editionId, (frame, edition) => {
      refuseArchived(edition);
      const zone = edition.zones.get(zoneCode);
      if (zone === undefined) throw new ProblemError("not_found", `This edition has no zone ${zoneCode}.`);
      return work(frame, edition, zone);
    });
  }
}

function refuseArchived(edition: EditionConfiguration): void {
  if (edition.status === "archived") throw new ProblemError("edition_archived", "Take it out of the archive first.");
}

function pastOrPresent(text: string, path: string): number {
  const at = Date.parse(text);
  if (at <= Date.now() + CLOCK_TOLERANCE_MS) return at;
  const message = "It must not lie in the future.";
  throw new ProblemError("invalid", message, { errors: [{ path, code: "future", message }] });
}
