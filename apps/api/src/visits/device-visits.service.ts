import type { DeviceVisit } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { SharedReading } from "../counts/shared-reading.ts";
import type { DeviceConfiguration, EditionConfiguration } from "../editions/edition-configuration.ts";
import { EditionDirectory } from "../editions/edition-directory.ts";
import type { Principal } from "../platform/principal.ts";
import { CallingDevice } from "./calling-device.ts";
import { startsOn } from "./visit-day.ts";
import { VisitReader } from "./visit-reader.ts";
import { VisitTokens } from "./visit-tokens.ts";
import { VisitsRepository } from "./visits.repository.ts";

/** Groups of a day; more than any edition has. */
const MOST_OF_A_DAY = 5_000;

/** Groups as a kiosk knows them. */
@Injectable()
export class DeviceVisitsService {
  private readonly readings = new Map<number, SharedReading<DeviceVisit[]>>();

  constructor(
    private readonly visits: VisitsRepository,
    private readonly reader: VisitReader,
    private readonly tokens: VisitTokens,
    private readonly devices: CallingDevice,
    private readonly directory: EditionDirectory,
  ) {}

  /**
   * Today's visits, and those that may come on any day, with a pass that is good: at a gate of the site all of them, since every group comes through; at
   * another zone its own and those that are awaited at the site.
   */
  async list(caller: Principal): Promise<DeviceVisit[]> {
    const { edition, device } = await this.devices.find(caller);
    const today = await this.readingOf(edition.id).get();
    return today.filter(({ visit }) => isAwaitedAt(device, visit, edition));
  }

  /** Hundreds of kiosks that ask at once share what is read. */
  private readingOf(editionId: number): SharedReading<DeviceVisit[]> {
    let reading = this.readings.get(editionId);
    if (reading === undefined) {
      reading = new SharedReading(() => this.readToday(editionId));
      this.readings.set(editionId, reading);
    }
    return reading;
  }

  private async readToday(editionId: number): Promise<DeviceVisit[]> {
    const edition = await this.directory.byId(editionId);
    if (edition === undefined) return [];
    const during = startsOn(edition, edition.calendar.dayOf(Date.now()));
    const page = { after: undefined, limit: MOST_OF_A_DAY };
    const stored = await this.visits.list(editionId, { during, anyDay: true, cancelled: false }, page);
    return this.tokens.add(editionId, await this.reader.read(edition, stored));
  }
}

function isAwaitedAt(
  { checkpoint }: DeviceConfiguration,
  { slot }: DeviceVisit["visit"],
  edition: EditionConfiguration,
): boolean {
  if (checkpoint.zone.kind === "site" || slot === null || slot.zone === checkpoint.zone.code) return true;
  return edition.zones.get(slot.zone)?.kind === "site";
}
