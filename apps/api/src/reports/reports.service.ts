import { localDate, type ReportQuery } from "@abwab/contract";
import { openIntervals } from "@abwab/domain";
import { Injectable } from "@nestjs/common";
import { Documents } from "../documents/documents.ts";
import { EditionAccess } from "../editions/edition-access.ts";
import type { Actor } from "../platform/actor.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { dayDocument } from "./day-document.ts";
import { dayFacts } from "./day-facts.ts";
import { editionDocument } from "./edition-document.ts";
import { EditionReading, spanOf } from "./edition-reading.ts";
import { ReportFiguresRepository } from "./report-figures.repository.ts";
import { reportLanguage } from "./report-language.ts";
import { kindsOf } from "./report-subject.ts";
import { ReportSubjects } from "./report-subjects.ts";

export interface PrintedReport {
  pdf: Buffer;
  fileName: string;
}

/** Reports to print, from the figures as they are at one commit. */
@Injectable()
export class ReportsService {
  constructor(
    private readonly access: EditionAccess,
    private readonly subjects: ReportSubjects,
    private readonly figures: ReportFiguresRepository,
    private readonly editions: EditionReading,
    private readonly documents: Documents,
  ) {}

  /** Throws `not_found` for a day that is none of the edition's and has no figures, and `overloaded`. */
  async day(slug: string, date: string, query: ReportQuery, actor: Actor): Promise<PrintedReport> {
    if (!localDate.safeParse(date).success) throw new ProblemError("not_found", "There is no such day.");
    const configuration = await this.access.find(slug, actor);
    const { version, days } = await this.figures.read(
      configuration.id,
      [spanOf(configuration, date)],
      configuration.status === "draft",
    );
    const reading = days[0];
    const day = configuration.days.find((each) => each.date === date);
    const isKnown = day !== undefined || (reading !== undefined && (reading.figures.length > 0 || reading.settled));
    if (reading === undefined || !isKnown) throw new ProblemError("not_found", `${date} is no day of this edition.`);
    const subject = await this.subjects.of(configuration, version, query);
    const facts = dayFacts(reading, kindsOf(subject.zones));
    const hours = day && openIntervals(configuration.calendar, [day])[0];
    const language = reportLanguage(query.locale, subject.edition);
    const data = dayDocument(facts, subject, day, hours, language);
    // What is frozen bears the moment of freezing: the same file each time.
    const madeAt = facts.settled?.settledAt ?? subject.madeAt;
    const revision = facts.settled === null ? "live" : `r${facts.settled.revision}`;
    return {
      pdf: await this.documents.renderPdf("day-report", data, madeAt),
      fileName: `${slug}-report-${date}-${revision}-${query.locale}.pdf`,
    };
  }

  /** The days of the edition, and any other on which something was counted. Throws `not_found`, `overloaded`. */
  async edition(slug: string, query: ReportQuery, actor: Actor): Promise<PrintedReport> {
    const configuration = await this.access.find(slug, actor);
    const { facts, subject } = await this.editions.of(configuration, query.since);
    const isSettled = facts.settledDays === facts.days.length;
    const madeAt = isSettled
      ? Math.max(...facts.days.map(({ settled }) => settled?.settledAt ?? subject.madeAt))
      : subject.madeAt;
    const data = editionDocument(facts, subject, reportLanguage(query.locale, subject.edition));
    return {
      pdf: await this.documents.renderPdf("edition-report", data, madeAt),
      fileName: `${slug}-report-${isSettled ? "settled" : "live"}-${query.locale}.pdf`,
    };
  }
}
