import type { DeviceVisit, WalkInVisit } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import type { DeviceConfiguration, EditionConfiguration } from "../editions/edition-configuration.ts";
import { EditionChanges } from "../editions/edition-changes.ts";
import { EditionDirectory } from "../editions/edition-directory.ts";
import { PassKeysService } from "../passes/pass-keys.service.ts";
import type { Actor } from "../platform/actor.ts";
import type { Principal } from "../platform/principal.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { BookingService } from "./booking.service.ts";
import { startsOn } from "./visit-day.ts";
import { VisitReader } from "./visit-reader.ts";
import { VisitTokens } from "./visit-tokens.ts";
import { type StoredVisit, VisitsRepository } from "./visits.repository.ts";

/** Groups of a day; more than any edition has. */
const MOST_OF_A_DAY = 5_000;

/** Groups as a kiosk knows them. */
@Injectable()
export class DeviceVisitsService {
  constructor(
    private readonly visits: VisitsRepository,
    private readonly reader: VisitReader,
    private readonly tokens: VisitTokens,
    private readonly booking: BookingService,
    private readonly keys: PassKeysService,
    private readonly directory: EditionDirectory,
    private readonly changes: EditionChanges,
  ) {}

  /**
   * Today's visits with a pass that is good: at a gate of the site all of them, since every group comes through; at
   * another zone its own and those that are awaited at the site.
   */
  async list(caller: Principal): Promise<DeviceVisit[]> {
    const { edition, device } = await this.find(caller);
    const during = startsOn(edition, edition.calendar.dayOf(Date.now()));
    const filter = { during, cancelled: false };
    const stored = await this.visits.list(edition.id, filter, { after: undefined, limit: MOST_OF_A_DAY });
    return this.withTokens(
      edition,
      stored.filter((visit) => isAwaitedAt(device, visit, edition)),
    );
  }

  /**
   * Books a group that stands at the gate; the same id again is answered with what was booked the first time. Throws
   * `edition_archived`, `no_signing_key`, and `invalid` for an organisation that isn't there.
   */
  async bookWalkIn(given: WalkInVisit, caller: Principal, actor: Actor): Promise<DeviceVisit> {
    const { edition } = await this.find(caller);
    await this.keys.begin(edition.id);
    await this.changes.runBeside(edition.id, async () => {
      await this.visits.holdId(given.id);
      const bookedIn = await this.visits.editionOf(given.id);
      if (bookedIn === edition.id) return;
      if (bookedIn !== undefined) throw new ProblemError("already_exists", "Another visit has this id.");
      const { id, pupils, adults, organisationId } = given;
      if (organisationId === null) throw new ProblemError("invalid", "An organisation is needed.");
      await this.booking.bookHere(edition, id, { organisationId, slotId: null, pupils, adults, walkIn: true }, actor);
    });
    const stored = await this.visits.get(edition.id, given.id);
    const [visit] = stored === undefined ? [] : await this.withTokens(edition, [stored]);
    if (visit === undefined) throw new ProblemError("not_found", "This visit has been cancelled.");
    return visit;
  }

  private async withTokens(edition: EditionConfiguration, stored: readonly StoredVisit[]): Promise<DeviceVisit[]> {
    const visits = await this.reader.read(edition, stored);
    const codes = visits.flatMap(({ passCode }) => passCode ?? []);
    const tokens = await this.tokens.of(edition.id, codes);
    return visits.flatMap((visit) => {
      const token = visit.passCode === null ? undefined : tokens.get(visit.passCode);
      return token === undefined ? [] : [{ visit, token }];
    });
  }

  private async find(caller: Principal): Promise<{ edition: EditionConfiguration; device: DeviceConfiguration }> {
    const edition = caller.kind === "device" ? await this.directory.byId(caller.editionId) : undefined;
    const device = edition?.devices.get(caller.id);
    if (edition === undefined || device === undefined) throw new ProblemError("not_found", "There is no such device.");
    return { edition, device };
  }
}

function isAwaitedAt(
  { checkpoint }: DeviceConfiguration,
  { slot }: StoredVisit,
  edition: EditionConfiguration,
): boolean {
  if (checkpoint.zone.kind === "site" || slot === null || slot.zone === checkpoint.zone.code) return true;
  return edition.zones.get(slot.zone)?.kind === "site";
}
