import { Injectable } from "@nestjs/common";
import { HistoryService } from "../counts/history.service.ts";
import type { EditionConfiguration, ZoneConfiguration } from "../editions/edition-configuration.ts";
import { ExaminationsRepository } from "../examinations/examinations.repository.ts";
import type { DayReading } from "./day-reading.ts";
import { spanOf } from "./edition-reading.ts";
import { ZoneFiguresRepository } from "./zone-figures.repository.ts";
import type { ZoneCourse } from "./zone-facts.ts";

/** How a zone's days went, quarter by quarter. */
@Injectable()
export class ZoneCourses {
  constructor(
    private readonly examinations: ExaminationsRepository,
    private readonly figures: ZoneFiguresRepository,
    private readonly history: HistoryService,
  ) {}

  /** By date. Of a settled day as its ledger was at that version: null until that has been read. */
  async of(
    edition: EditionConfiguration,
    zone: ZoneConfiguration,
    days: readonly DayReading[],
  ): Promise<Map<string, ZoneCourse | null>> {
    const examined = await this.examinations.ofZone(edition.id, zone.code);
    const courses = new Map<string, ZoneCourse | null>();
    for (const { date, settled, figures } of days) {
      if (settled !== null) {
        const found = examined.find(({ day, revision }) => day === date && revision === settled.revision);
        courses.set(date, found === undefined ? null : { quarters: found.quarters, inside: found.peak });
      } else {
        const isCounted = figures.some((figure) => figure.zone === zone.code);
        courses.set(date, isCounted ? await this.live(edition, zone, date) : { quarters: [], inside: null });
      }
    }
    return courses;
  }

  private async live(edition: EditionConfiguration, zone: ZoneConfiguration, date: string): Promise<ZoneCourse> {
    const span = spanOf(edition, date);
    const quarters = await this.figures.quarters(zone.id, span);
    if (!zone.countsExits) return { quarters, inside: null };
    const { points } = await this.history.history(edition, {
      zone: zone.code,
      from: new Date(span.from).toISOString(),
      to: new Date(span.to).toISOString(),
      step: "1m",
    });
    const most = points.reduce<(typeof points)[number] | undefined>(
      (best, point) => ((point.inside ?? 0) > (best?.inside ?? 0) ? point : best),
      undefined,
    );
    return { quarters, inside: most?.inside ? { at: Date.parse(most.at) + 60_000, inside: most.inside } : null };
  }
}
