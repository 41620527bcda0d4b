import type { ReportQuery, Zone } from "@abwab/contract";
import { openIntervals } from "@abwab/domain";
import { Injectable } from "@nestjs/common";
import { zoneAttendance } from "../attendance/zone-attendance.ts";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { ProgrammeRepository } from "../programme/programme.repository.ts";
import { MOST_LISTED } from "./correction-list.ts";
import { type CorrectedDay, CorrectionListRepository } from "./correction-list.repository.ts";
import { EditionReading } from "./edition-reading.ts";
import { reportLanguage } from "./report-language.ts";
import type { ReportDocument, ReportMaker, WantedOf } from "./report-maker.ts";
import { ReportSubjects } from "./report-subjects.ts";
import { ZoneCourses } from "./zone-courses.ts";
import { zoneDocument } from "./zone-document.ts";
import { zoneFacts } from "./zone-facts.ts";
import { ZoneFiguresRepository } from "./zone-figures.repository.ts";
import type { ZoneItem } from "./zone-programme.ts";

/** Items of the programme that one report lists. */
const MOST_ITEMS = 200;

/** The report of a zone: a pavilion, or any other. */
@Injectable()
export class ZoneReport implements ReportMaker<"zone"> {
  constructor(
    private readonly editions: EditionReading,
    private readonly subjects: ReportSubjects,
    private readonly courses: ZoneCourses,
    private readonly figures: ZoneFiguresRepository,
    private readonly corrections: CorrectionListRepository,
    private readonly programme: ProgrammeRepository,
  ) {}

  async write(
    edition: EditionConfiguration,
    { zone: code, day }: WantedOf<"zone">,
    query: ReportQuery,
  ): Promise<ReportDocument> {
    const configured = edition.zones.get(code);
    if (configured === undefined) throw new ProblemError("not_found", `This edition has no zone ${code}.`);
    const { version, days } = await this.editions.days(edition);
    if (day !== undefined && days.every(({ date }) => date !== day)) {
      throw new ProblemError("not_found", `${day} is no day of this edition.`);
    }
    const subject = await this.subjects.of(edition, version, query);
    const zone = subject.zones.find((each) => each.code === code);
    if (zone === undefined) throw new ProblemError("not_found", `This edition has no zone ${code}.`);
    const courses = await this.courses.of(edition, configured, days);
    const facts = zoneFacts(zone, subject.zones, days, courses);
    const asked = days.map(({ date, settled }): CorrectedDay => ({ day: date, until: settled?.version ?? null }));
    const rehearsal = edition.status === "draft";
    const reading = {
      zone,
      facts,
      attendance: zoneAttendance(
        configured,
        facts.days.flatMap(({ course }) => course?.day ?? []),
        edition,
        subject.madeAt,
      ),
      organisations: await this.figures.organisations(edition.id, configured.id, asked, rehearsal),
      programme: await this.itemsAt(edition.id, zone),
      corrections: await this.corrections.list(edition.id, asked, { rehearsal, zone: code, limit: MOST_LISTED }),
      hours: new Map(
        edition.days.flatMap((each) => {
          const open = openIntervals(edition.calendar, [each])[0];
          return open === undefined ? [] : [[each.date, open] as const];
        }),
      ),
      day,
    };
    const settledAt = facts.days.map(({ settled }) => settled?.settledAt);
    const isSettled = settledAt.length > 0 && settledAt.every((at) => at !== undefined);
    return {
      template: "zone-report",
      data: zoneDocument(reading, subject, reportLanguage(query.locale, subject.edition)),
      madeAt: isSettled ? Math.max(...settledAt.map((at) => at ?? 0)) : subject.madeAt,
      settled: isSettled,
      version: subject.version,
      fileName: `${edition.slug}-${code}-report-${isSettled ? "settled" : "live"}-${query.locale}.pdf`,
    };
  }

  private async itemsAt(editionId: number, { code }: Zone): Promise<ZoneItem[]> {
    const items = await this.programme.list(
      editionId,
      { zone: code, kind: undefined, during: undefined },
      { after: undefined, limit: MOST_ITEMS },
    );
    const entered = await this.programme.entered(items.map(({ id }) => id));
    return items.map((item) => ({ ...item, counted: entered.get(item.id) ?? 0 }));
  }
}
