import type { CountRow, CountSnapshot } from "@abwab/contract";
import { dayShown, isWithin } from "@abwab/domain";
import { Injectable } from "@nestjs/common";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { toCountRow, toTotals } from "./count-row.ts";
import { CountsRepository, type FiguresRequest } from "./counts.repository.ts";
import { SharedReading } from "./shared-reading.ts";

const MINUTE = 60_000;
/** A device that has said nothing for so long is silent. */
export const SILENT_AFTER_MS = 60_000;
const MOST_SHARED = 100;

/** Reads the live figures. It keeps none: every answer is the database's of that moment (C1). */
@Injectable()
export class CountsService {
  private readonly shared = new Map<string, SharedReading<CountSnapshot>>();

  constructor(private readonly repository: CountsRepository) {}

  /** @param day `YYYY-MM-DD`; the day shown when left out */
  async snapshot(edition: EditionConfiguration, day?: string): Promise<CountSnapshot> {
    const now = Date.now();
    const request = requestAt(edition, now, null, day);
    const figures = await this.repository.figures(request);
    if (figures === undefined) throw new ProblemError("not_found", "The edition is no longer there.");
    return {
      edition: edition.slug,
      version: figures.version,
      asOf: new Date(now).toISOString(),
      day: request.day,
      totals: toTotals(figures.zones),
      zones: figures.zones.map(toCountRow),
      completeness: figures.completeness,
    };
  }

  /**
   * The same for the many who ask at once (a public counter has tens of thousands of readers): they share readings,
   * each begun after its callers asked.
   */
  async sharedSnapshot(edition: EditionConfiguration, day?: string): Promise<CountSnapshot> {
    const key = `${edition.id} ${edition.configVersion} ${day ?? ""}`;
    let reading = this.shared.get(key);
    if (reading === undefined) {
      // Old days and configurations are few, but nobody asks for them for ever.
      if (this.shared.size >= MOST_SHARED) this.shared.clear();
      reading = new SharedReading(() => this.snapshot(edition, day));
      this.shared.set(key, reading);
    }
    return reading.get();
  }

  /** The rows of some zones, by zone id. */
  async rows(edition: EditionConfiguration, zoneIds: readonly number[]): Promise<Map<number, CountRow>> {
    const figures = await this.repository.figures(requestAt(edition, Date.now(), zoneIds));
    return new Map(figures?.zones.map((zone) => [zone.id, toCountRow(zone)]));
  }
}

function requestAt(
  edition: EditionConfiguration,
  now: number,
  zoneIds: readonly number[] | null,
  day?: string,
): FiguresRequest {
  const currentMinute = Math.floor(now / MINUTE) * MINUTE;
  return {
    editionId: edition.id,
    day: day ?? dayShown(edition.calendar, edition.days, now),
    paceFrom: currentMinute - 5 * MINUTE,
    paceTo: currentMinute,
    zoneIds,
    silentBefore: isWithin(edition.openIntervals, now) ? new Date(now - SILENT_AFTER_MS) : null,
  };
}
