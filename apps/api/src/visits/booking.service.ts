import { type NewVisit, type Slot, uuid, type Visit, type VisitPatch, routes } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { v7 as uuidv7 } from "uuid";
import { AuditService, difference } from "../audit/audit.service.ts";
import { EditionAccess } from "../editions/edition-access.ts";
import { EditionChanges } from "../editions/edition-changes.ts";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import { PassKeysService } from "../passes/pass-keys.service.ts";
import type { Actor } from "../platform/actor.ts";
import { refuseIfChanged } from "../platform/entity-tag.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { SlotsRepository } from "./slots.repository.ts";
import { VisitArrivalsRepository } from "./visit-arrivals.repository.ts";
import { VisitOrganisationsRepository } from "./visit-organisations.repository.ts";
import { type Group, visitPass } from "./visit-pass.ts";
import { VisitPasses } from "./visit-passes.ts";
import { VisitReader } from "./visit-reader.ts";
import { type StoredVisit, VisitsRepository } from "./visits.repository.ts";
import { wrongInput } from "./wrong-input.ts";

/** Books visits and changes them, each with its group pass in one transaction. */
@Injectable()
export class BookingService {
  constructor(
    private readonly visits: VisitsRepository,
    private readonly slots: SlotsRepository,
    private readonly organisations: VisitOrganisationsRepository,
    private readonly arrivals: VisitArrivalsRepository,
    private readonly passes: VisitPasses,
    private readonly reader: VisitReader,
    private readonly keys: PassKeysService,
    private readonly access: EditionAccess,
    private readonly changes: EditionChanges,
    private readonly audit: AuditService,
  ) {}

  /** Throws `slot_full`, `edition_archived`, `no_signing_key`, and `invalid` for a slot or organisation not there. */
  async book(slug: string, given: NewVisit, actor: Actor): Promise<Visit> {
    const edition = await this.access.find(slug, actor);
    await this.keys.begin(edition.id);
    return this.changes.runBeside(edition.id, () => this.bookHere(edition, uuidv7(), given, actor));
  }

  /** As `book`, under an id of the caller's. Call it within `runBeside`, once the edition has a key. */
  async bookHere(edition: EditionConfiguration, id: string, given: NewVisit, actor: Actor): Promise<Visit> {
    const { organisationId, slotId, pupils, adults, walkIn } = given;
    const slot = slotId === null ? null : await this.takeRoom(edition, slotId, pupils + adults);
    const organisation = await this.organisations.hold(edition.id, organisationId);
    if (organisation === undefined) {
      throw wrongInput("organisationId", "unknown_organisation", "This edition has no such organisation.");
    }
    const draft = visitPass(edition, organisation, { pupils, adults }, { slot, walkIn, createdAt: new Date() });
    const [pass] = await this.passes.issue(edition, [draft], actor);
    const firstPass = pass?.code ?? null;
    await this.visits.create(edition.id, id, { organisationId, slotId, pupils, adults, walkIn, firstPass });
    await this.audit.record({ actor, action: "visit.book", subject: subjectOf(edition, id), after: given });
    return this.existing(edition, id);
  }

  /** Throws `not_found`, `slot_full`, `edition_archived`, `no_signing_key`, and `invalid` for a day that is over. */
  async change(slug: string, id: string, patch: VisitPatch, actor: Actor, ifMatch?: string): Promise<Visit> {
    const edition = await this.access.find(slug, actor);
    // Under the lock of the edition's state: a pass may be revoked, and two changes of one visit wait for each other.
    return this.changes.runUnlessArchived(edition.id, async () => {
      const stored = await this.find(edition, id);
      refuseIfChanged(ifMatch, await this.existing(edition, id), routes.changeVisit);
      const before = fieldsOf(stored);
      const changed = difference(before, patch);
      if (changed === undefined) return this.existing(edition, id);
      const after = { ...before, ...changed.after };
      if (after.pupils + after.adults === 0) throw wrongInput("pupils", "nobody", "Somebody must come.");
      if (after.cancelled) await this.endPass(edition, id);
      else await this.keepPass(edition, stored, after, actor);
      await this.visits.update(id, after);
      const action = after.cancelled && !before.cancelled ? "visit.cancel" : "visit.change";
      await this.audit.record({ actor, action, subject: subjectOf(edition, id), ...changed });
      return this.existing(edition, id);
    });
  }

  private async keepPass(edition: EditionConfiguration, stored: StoredVisit, after: VisitPlan, actor: Actor) {
    const held = stored.cancelled || stored.slot?.id !== after.slotId ? 0 : stored.pupils + stored.adults;
    const people = after.pupils + after.adults;
    const slot = after.slotId === null ? null : await this.takeRoom(edition, after.slotId, people, held);
    const { organisation, walkIn, createdAt } = stored;
    const draft = visitPass(edition, organisation, after, { slot, walkIn, createdAt });
    const standing = (await this.arrivals.of(edition, [stored.id])).get(stored.id);
    if (standing === undefined) throw new Error(`The visit ${stored.id} has no pass.`);
    await this.passes.bring(edition, standing.passCode, draft, actor);
  }

  private async endPass(edition: EditionConfiguration, id: string): Promise<void> {
    const standing = (await this.arrivals.of(edition, [id])).get(id);
    if (standing?.isGood === true) await this.passes.revoke(edition, standing.passCode);
  }

  /**
   * Locks the slot, so that nobody else takes the room that is left.
   *
   * @param held how many of its people are those of this visit
   */
  private async takeRoom(edition: EditionConfiguration, slotId: string, people: number, held = 0): Promise<Slot> {
    await this.slots.hold(edition.id, [slotId]);
    const slot = await this.slots.get(edition.id, slotId);
    if (slot === undefined) throw wrongInput("slotId", "unknown_slot", "This edition has no such slot.");
    const room = slot.capacity - slot.booked + held;
    if (people > room) throw new ProblemError("slot_full", `Room for ${room} people is left on this slot.`);
    return slot;
  }

  private async find(edition: EditionConfiguration, id: string): Promise<StoredVisit> {
    const stored = uuid.safeParse(id).success ? await this.visits.get(edition.id, id) : undefined;
    if (stored === undefined) throw new ProblemError("not_found", "This edition has no such visit.");
    return stored;
  }

  /** Throws `not_found`. */
  async existing(edition: EditionConfiguration, id: string): Promise<Visit> {
    const [visit] = await this.reader.read(edition, [await this.find(edition, id)]);
    if (visit === undefined) throw new Error("A visit was read and is not there.");
    return visit;
  }
}

interface VisitPlan extends Group {
  slotId: string | null;
  cancelled: boolean;
}

const fieldsOf = ({ slot, pupils, adults, cancelled }: StoredVisit): VisitPlan => ({
  slotId: slot?.id ?? null,
  pupils,
  adults,
  cancelled,
});

const subjectOf = ({ slug }: EditionConfiguration, id: string): string => `visit ${slug}/${id}`;
