import type { AttendanceBreakdown } from "@abwab/contract";
import { addDays } from "@abwab/domain";
import { Injectable } from "@nestjs/common";
import { SharedReading } from "../counts/shared-reading.ts";
import { EditionAccess } from "../editions/edition-access.ts";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import type { Actor } from "../platform/actor.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { RepresentedRepository } from "../visits/represented.repository.ts";
import { AttendanceRepository, type AttendanceSnapshot } from "./attendance.repository.ts";
import { originShares, regionOf } from "./origin-shares.ts";
import { zoneAttendance } from "./zone-attendance.ts";
import { ZoneQuarters } from "./zone-quarters.ts";

const MOST_SHARED = 100;

/** Who came, and where they went. Those who ask at once share a reading that began after they asked. */
@Injectable()
export class AttendanceService {
  private readonly shared = new Map<string, SharedReading<AttendanceBreakdown>>();

  constructor(
    private readonly repository: AttendanceRepository,
    private readonly quarters: ZoneQuarters,
    private readonly represented: RepresentedRepository,
    private readonly access: EditionAccess,
  ) {}

  /** @param day `YYYY-MM-DD`, a day of the edition; the whole of it when left out */
  async breakdown(slug: string, actor: Actor, day?: string): Promise<AttendanceBreakdown> {
    const edition = await this.access.find(slug, actor);
    if (day !== undefined && edition.days.every(({ date }) => date !== day)) {
      throw new ProblemError("not_found", `${day} is no day of this edition.`);
    }
    const key = `${edition.id} ${edition.configVersion} ${day ?? ""}`;
    let reading = this.shared.get(key);
    if (reading === undefined) {
      // Old days and configurations are few, but nobody asks for them for ever.
      if (this.shared.size >= MOST_SHARED) this.shared.clear();
      reading = new SharedReading(() => this.read(edition, day ?? null));
      this.shared.set(key, reading);
    }
    return reading.get();
  }

  private async read(edition: EditionConfiguration, day: string | null): Promise<AttendanceBreakdown> {
    const { slug, calendar } = edition;
    const now = Date.now();
    const [represented, places] = await Promise.all([
      this.represented.count(edition),
      this.represented.places(edition),
    ]);
    const between = day === null ? null : { from: calendar.startOf(day), to: calendar.startOf(addDays(day, 1)) };
    const request = { editionId: edition.id, day, isRehearsal: edition.status === "draft", between };
    return this.repository.inSnapshot(request, async (snapshot) => {
      const days = await this.quarters.of(snapshot, edition);
      const categories = categoriesOf(snapshot, edition);
      return {
        edition: slug,
        version: snapshot.version,
        asOf: new Date(now).toISOString(),
        day,
        visits: categories.reduce((sum, { category, visits }) => (category === "staff" ? sum : sum + visits), 0),
        categories,
        represented,
        groupPlaces: places.map((place) => ({ ...place, region: regionOf(place.province) })),
        origins: { every: snapshot.originSample, ...originShares(snapshot.origins) },
        media: snapshot.media,
        zones: [...edition.zones.values()].map((zone) => zoneAttendance(zone, days.get(zone.id) ?? [], edition, now)),
      };
    });
  }
}

/** Visits of the site, the most frequent category first. */
function categoriesOf(
  { days }: AttendanceSnapshot,
  { zonesById }: EditionConfiguration,
): AttendanceBreakdown["categories"] {
  const visits = new Map<string, number>();
  for (const { zoneId, category, entered } of days.flatMap(({ zones }) => zones)) {
    if (zonesById.get(zoneId)?.kind !== "site") continue;
    visits.set(category, (visits.get(category) ?? 0) + entered);
  }
  return [...visits]
    .map(([category, count]) => ({ category, visits: count }))
    .filter((row) => row.visits !== 0)
    .toSorted((a, b) => b.visits - a.visits);
}
