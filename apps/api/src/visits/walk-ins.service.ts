import { type DeviceOrganisation, type DeviceVisit, newOrganisation, type WalkInVisit } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { v7 as uuidv7 } from "uuid";
import { AuditService } from "../audit/audit.service.ts";
import { EditionChanges } from "../editions/edition-changes.ts";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import { OrganisationsRepository } from "../organisations/organisations.repository.ts";
import { OrganisationSearch } from "../organisations/search/organisation-search.ts";
import { PassKeysService } from "../passes/pass-keys.service.ts";
import type { Actor } from "../platform/actor.ts";
import type { Principal } from "../platform/principal.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { BookingService } from "./booking.service.ts";
import { CallingDevice } from "./calling-device.ts";
import { VisitTokens } from "./visit-tokens.ts";
import { VisitsRepository } from "./visits.repository.ts";

/** Organisations that a kiosk shows of a search. */
const MOST_FOUND = 20;

/** Groups that come without a booking. */
@Injectable()
export class WalkInsService {
  constructor(
    private readonly booking: BookingService,
    private readonly visits: VisitsRepository,
    private readonly tokens: VisitTokens,
    private readonly organisations: OrganisationsRepository,
    private readonly search: OrganisationSearch,
    private readonly devices: CallingDevice,
    private readonly keys: PassKeysService,
    private readonly changes: EditionChanges,
    private readonly audit: AuditService,
  ) {}

  /** Best matches first. What of an organisation is no device's business, its contact first of all, is left out. */
  async find(search: string, caller: Principal): Promise<DeviceOrganisation[]> {
    const { edition } = await this.devices.find(caller);
    const found = search === "" ? [] : await this.search.best(edition.id, search, MOST_FOUND);
    return found.map(({ id, type, kind, nameAr, nameFr, city, expectedPupils, expectedAdults }) => ({
      id,
      type,
      kind,
      nameAr,
      nameFr,
      city,
      expectedPupils,
      expectedAdults,
    }));
  }

  /**
   * Books a group that stands at the gate; the same id again is answered with what was booked the first time. Throws
   * `edition_archived`, `no_signing_key`, and `invalid` for an organisation that isn't there.
   */
  async book(given: WalkInVisit, caller: Principal, actor: Actor): Promise<DeviceVisit> {
    const { edition } = await this.devices.find(caller);
    await this.keys.begin(edition.id);
    const visit = await this.changes.runBeside(edition.id, async () => {
      await this.visits.holdId(given.id);
      const bookedIn = await this.visits.editionOf(given.id);
      if (bookedIn === edition.id) return this.booking.existing(edition, given.id);
      if (bookedIn !== undefined) throw new ProblemError("already_exists", "Another visit has this id.");
      const { id, pupils, adults } = given;
      const organisationId = given.organisationId ?? (await this.writeDown(edition, given, actor));
      const booking = { organisationId, slotId: null, pupils, adults, walkIn: true };
      return this.booking.bookHere(edition, id, booking, actor);
    });
    const [booked] = await this.tokens.add(edition.id, [visit]);
    if (booked === undefined) throw new ProblemError("pass_revoked", "This visit was booked, and cancelled since.");
    return booked;
  }

  /** An organisation that is on no list yet, marked so that somebody looks at it. Returns its id. */
  private async writeDown(
    edition: EditionConfiguration,
    { name, type }: Pick<WalkInVisit, "name" | "type">,
    actor: Actor,
  ): Promise<string> {
    const isArabic = /\p{Script=Arabic}/u.test(name ?? "");
    const given = newOrganisation.parse({ type, ...(isArabic ? { nameAr: name } : { nameFr: name }) });
    const { id } = await this.organisations.create(edition.id, uuidv7(), given, true);
    const subject = `organisation ${edition.slug}/${id}`;
    await this.audit.record({ actor, action: "organisation.create", subject, after: { type, name, atGate: true } });
    return id;
  }
}
