import {
  countOnly,
  type Edition,
  type EditionCopy,
  type NewCheckpoint,
  type NewEdition,
  type NewZone,
} from "@abwab/contract";
import { createCalendar } from "@abwab/domain";
import { Injectable } from "@nestjs/common";
import { v7 as uuidv7 } from "uuid";
import { AuditService } from "../audit/audit.service.ts";
import { CheckpointsRepository } from "../editions/checkpoints.repository.ts";
import { EditionAccess } from "../editions/edition-access.ts";
import { EditionsService } from "../editions/editions.service.ts";
import { ZonesRepository } from "../editions/zones.repository.ts";
import type { Actor } from "../platform/actor.ts";
import { Transactions } from "../platform/transactions.ts";
import { onDay } from "../programme/on-day.ts";
import { ProgrammeRepository } from "../programme/programme.repository.ts";
import { copiedDays, datesByNumber } from "./copied-days.ts";

const ALL = { after: undefined, limit: 10_000 };

/** A new edition that begins with what an earlier one had: never with entries, devices, passes or people. */
@Injectable()
export class CopyingService {
  constructor(
    private readonly editions: EditionsService,
    private readonly access: EditionAccess,
    private readonly zones: ZonesRepository,
    private readonly checkpoints: CheckpointsRepository,
    private readonly programme: ProgrammeRepository,
    private readonly audit: AuditService,
    private readonly transactions: Transactions,
  ) {}

  /** Throws `not_found`, `already_exists`. */
  async copy(slug: string, wanted: EditionCopy, actor: Actor): Promise<Edition> {
    const { id } = await this.access.find(slug, actor);
    return this.transactions.run(async () => {
      const earlier = await this.editions.byId(id);
      const edition = editionLike(earlier, wanted);
      const zones = wanted.what.includes("zones") ? await this.zonesLike(id, wanted) : [];
      const checkpoints = wanted.what.includes("checkpoints") ? await this.checkpointsLike(id) : [];
      const made = await this.editions.install({ edition, zones, checkpoints }, actor);
      const items = wanted.what.includes("programme") ? await this.copyProgramme(id, earlier, made, edition) : 0;
      const after = { from: slug, what: wanted.what, ...(items > 0 && { programme: items }) };
      await this.audit.record({ actor, action: "edition.copy", subject: `edition ${edition.slug}`, after });
      return this.editions.byId(made);
    });
  }

  private async zonesLike(editionId: number, { what }: EditionCopy): Promise<NewZone[]> {
    const rows = await this.zones.list(editionId, ALL);
    // What an earlier edition closed or told its visitors is over.
    return rows.map(({ zone }) => ({
      ...zone,
      status: "open",
      message: null,
      policy: what.includes("policies") ? zone.policy : { ...countOnly, anonymousOnly: zone.policy.anonymousOnly },
    }));
  }

  private async checkpointsLike(editionId: number): Promise<NewCheckpoint[]> {
    return (await this.checkpoints.list(editionId, ALL)).map(({ checkpoint }) => checkpoint);
  }

  /** At the same local hours of the day with the same number; what took place on later days is left out. */
  private async copyProgramme(from: number, earlier: Edition, to: number, edition: NewEdition): Promise<number> {
    const [then, now] = [earlier, edition].map(({ timeZone, dayCutoff }) => createCalendar(timeZone, dayCutoff));
    const zones = await this.zones.list(to, ALL);
    const zoneIds = new Map(zones.map(({ id, zone }) => [zone.code, id]));
    const dates = datesByNumber(earlier.days, edition.days);
    const rows = await this.programme.list(from, { during: undefined }, ALL);
    const items = rows.flatMap((item) => {
      const zoneId = zoneIds.get(item.zone);
      const day = then && dates.get(then.dayOf(item.startsAt));
      if (zoneId === undefined || day === undefined || now === undefined) return [];
      const { kind, names, startsAt, endsAt, speakers, expected } = onDay(item, now, day, then);
      const hours = { startsAt: new Date(startsAt).toISOString(), endsAt: new Date(endsAt).toISOString() };
      return [{ id: uuidv7(), zoneId, kind, names, ...hours, speakers, expected, attended: null }];
    });
    await this.programme.createMany(to, items);
    return items.length;
  }
}

function editionLike(earlier: Edition, { what, ordinal, ...wanted }: EditionCopy): NewEdition {
  return {
    slug: wanted.slug,
    ...(ordinal !== undefined && { ordinal }),
    names: wanted.names,
    city: wanted.city,
    venue: wanted.venue,
    timeZone: earlier.timeZone,
    dayCutoff: earlier.dayCutoff,
    days: copiedDays(wanted.days, earlier.days),
    status: "draft",
    public: false,
    // A policy may name any of them.
    categories: what.includes("categories") || what.includes("policies") ? earlier.categories : [],
    originSample: earlier.originSample,
    pupilsPerAdult: earlier.pupilsPerAdult,
    // They are what was announced of the earlier one.
    published: [],
  };
}
