import { localDate, type ReportQuery } from "@abwab/contract";
import { openIntervals } from "@abwab/domain";
import { Injectable } from "@nestjs/common";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { dayDocument } from "./day-document.ts";
import { dayFacts } from "./day-facts.ts";
import { spanOf } from "./edition-reading.ts";
import { ReportFiguresRepository } from "./report-figures.repository.ts";
import { reportLanguage } from "./report-language.ts";
import type { ReportDocument, ReportMaker, WantedOf } from "./report-maker.ts";
import { kindsOf } from "./report-subject.ts";
import { ReportSubjects } from "./report-subjects.ts";

/** The report of a day: one of the edition's, or any other on which something was counted (E4). */
@Injectable()
export class DayReport implements ReportMaker<"day"> {
  constructor(
    private readonly subjects: ReportSubjects,
    private readonly figures: ReportFiguresRepository,
  ) {}

  async write(edition: EditionConfiguration, { date }: WantedOf<"day">, query: ReportQuery): Promise<ReportDocument> {
    if (!localDate.safeParse(date).success) throw new ProblemError("not_found", "There is no such day.");
    const { version, days } = await this.figures.read(edition.id, [spanOf(edition, date)], edition.status === "draft");
    const reading = days[0];
    const day = edition.days.find((each) => each.date === date);
    const isKnown = day !== undefined || (reading !== undefined && (reading.figures.length > 0 || reading.settled));
    if (reading === undefined || !isKnown) throw new ProblemError("not_found", `${date} is no day of this edition.`);
    const subject = await this.subjects.of(edition, version, query);
    const facts = dayFacts(reading, kindsOf(subject.zones));
    const hours = day && openIntervals(edition.calendar, [day])[0];
    const revision = facts.settled === null ? "live" : `r${facts.settled.revision}`;
    return {
      template: "day-report",
      data: dayDocument(facts, subject, day, hours, reportLanguage(query.locale, subject.edition)),
      madeAt: facts.settled?.settledAt ?? subject.madeAt,
      settled: facts.settled !== null,
      version: subject.version,
      fileName: `${edition.slug}-report-${date}-${revision}-${query.locale}.pdf`,
    };
  }
}
