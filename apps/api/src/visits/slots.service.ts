import { type NewSlots, type Page, type Slot, type SlotPatch, type SlotQuery, uuid, routes } from "@abwab/contract";
import { slotTimes } from "@abwab/domain";
import { Injectable } from "@nestjs/common";
import { AuditService } from "../audit/audit.service.ts";
import { EditionAccess } from "../editions/edition-access.ts";
import { EditionChanges } from "../editions/edition-changes.ts";
import type { Actor } from "../platform/actor.ts";
import { refuseIfChanged } from "../platform/entity-tag.ts";
import { pageOf, readCursor } from "../platform/page-cursor.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { checkDays, unknownZone, zoneOf } from "./edition-days.ts";
import { slotOrder, SlotsRepository } from "./slots.repository.ts";
import { startsOn } from "./visit-day.ts";
import { wrongInput } from "./wrong-input.ts";

/** Most slots of one request: every half hour of five days at ten zones. */
const MOST_AT_ONCE = 2_000;

@Injectable()
export class SlotsService {
  constructor(
    private readonly slots: SlotsRepository,
    private readonly access: EditionAccess,
    private readonly changes: EditionChanges,
    private readonly audit: AuditService,
  ) {}

  /** In the order of time. */
  async list(slug: string, { limit, cursor, day, zone }: SlotQuery, actor: Actor): Promise<Page<Slot>> {
    const edition = await this.access.find(slug, actor);
    const after = readCursor(cursor, slotOrder);
    const during = day === undefined ? undefined : startsOn(edition, day);
    const rows = await this.slots.list(edition.id, { during, zone }, { after, limit: limit + 1 });
    return pageOf(rows, limit, ({ startsAt, id }) => ({ startsAt, id }));
  }

  /**
   * Throws `already_exists`, `edition_archived`, and `invalid` for a zone or a day that the edition lacks, and for
   * times outside its opening hours.
   */
  async create(slug: string, given: NewSlots, actor: Actor): Promise<Slot[]> {
    const edition = await this.access.find(slug, actor);
    const { zone: code, days, capacity, ...hours } = given;
    const zone = zoneOf(edition, code);
    checkDays(edition, days);
    const times = slotTimes(edition.calendar, days, hours);
    if (times.length === 0) throw wrongInput("to", "too_short", "No slot of this length fits between these hours.");
    if (times.length > MOST_AT_ONCE) {
      throw wrongInput("days", "too_many", `These would be ${times.length} slots; at most ${MOST_AT_ONCE} at once.`);
    }
    const isOpen = times.every((time) =>
      edition.openIntervals.some((open) => time.from >= open.from && time.to <= open.to),
    );
    if (!isOpen) throw wrongInput("from", "outside_hours", "Some of these times lie outside the opening hours.");
    return this.changes.runBeside(edition.id, async () => {
      if (!(await this.slots.holdZone(zone.id))) throw unknownZone(code);
      const ids = await this.slots.create(edition.id, zone.id, times, capacity);
      await this.audit.record({ actor, action: "slot.create", subject: `slots ${slug}/${code}`, after: given });
      return this.slots.some(ids);
    });
  }

  /** Throws `not_found`. */
  async get(slug: string, id: string, actor: Actor): Promise<Slot> {
    const edition = await this.access.find(slug, actor);
    const slot = uuid.safeParse(id).success ? await this.slots.get(edition.id, id) : undefined;
    if (slot === undefined) throw new ProblemError("not_found", "This edition has no such slot.");
    return slot;
  }

  /** Throws `not_found`, `edition_archived`, and `in_use` where more people are booked already. */
  async change(slug: string, id: string, { capacity }: SlotPatch, actor: Actor, ifMatch?: string): Promise<Slot> {
    const edition = await this.access.find(slug, actor);
    return this.changes.runBeside(edition.id, async () => {
      const before = await this.hold(edition.id, id);
      refuseIfChanged(ifMatch, before, routes.changeSlot);
      if (capacity === before.capacity) return before;
      if (capacity < before.booked) throw new ProblemError("in_use", `People booked on it: ${before.booked}.`);
      await this.slots.setCapacity(id, capacity);
      await this.audit.record({
        actor,
        action: "slot.change",
        subject: subjectOf(slug, before),
        before: { capacity: before.capacity },
        after: { capacity },
      });
      return { ...before, capacity };
    });
  }

  /** Throws `not_found`, `edition_archived`, and `in_use` where somebody has booked. */
  async remove(slug: string, id: string, actor: Actor): Promise<void> {
    const edition = await this.access.find(slug, actor);
    await this.changes.runBeside(edition.id, async () => {
      const before = await this.hold(edition.id, id);
      if (before.booked > 0) throw new ProblemError("in_use", `People booked on it: ${before.booked}.`);
      await this.slots.remove(id);
      const { startsAt, endsAt, capacity } = before;
      const subject = subjectOf(slug, before);
      await this.audit.record({ actor, action: "slot.remove", subject, before: { startsAt, endsAt, capacity } });
    });
  }

  private async hold(editionId: number, id: string): Promise<Slot> {
    const [held] = uuid.safeParse(id).success ? await this.slots.hold(editionId, [id]) : [];
    const slot = held === undefined ? undefined : await this.slots.get(editionId, held);
    if (slot === undefined) throw new ProblemError("not_found", "This edition has no such slot.");
    return slot;
  }
}

const subjectOf = (slug: string, { zone, startsAt }: Slot): string => `slot ${slug}/${zone}/${startsAt}`;
