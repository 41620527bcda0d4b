import type { ReportQuery } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import type { EditionConfiguration } from "../../editions/edition-configuration.ts";
import { ExaminationsRepository } from "../../examinations/examinations.repository.ts";
import { ProblemError } from "../../platform/problem-error.ts";
import { MOST_LISTED } from "../correction-list.ts";
import { CorrectionListRepository } from "../correction-list.repository.ts";
import { EditionReading } from "../edition-reading.ts";
import { reportLanguage } from "../report-language.ts";
import type { ReportDocument, ReportMaker, WantedOf } from "../report-maker.ts";
import { kindsOf } from "../report-subject.ts";
import { auditDocument } from "./audit-document.ts";
import { auditFigures } from "./audit-figures.ts";
import { AuditReportRepository } from "./audit-report.repository.ts";

/** Who fair-audit bodies do not take for visitors, beside staff; of them those that the edition has. */
const EXCLUDED_BY_DEFAULT = ["media", "exhibitors"];

/** The report that an auditor is given: settled days alone, and all by which they can be checked. */
@Injectable()
export class AuditReport implements ReportMaker<"audit"> {
  constructor(
    private readonly editions: EditionReading,
    private readonly repository: AuditReportRepository,
    private readonly examinations: ExaminationsRepository,
    private readonly corrections: CorrectionListRepository,
  ) {}

  async write(
    edition: EditionConfiguration,
    { excluded: asked }: WantedOf<"audit">,
    query: ReportQuery,
  ): Promise<ReportDocument> {
    const unknown = asked?.find((category) => !edition.categories.has(category));
    if (unknown !== undefined) {
      const message = `This edition has no category ${unknown}.`;
      throw new ProblemError("invalid", message, {
        errors: [{ path: "excluded", code: "unknown_category", message }],
      });
    }
    const excluded = new Set((asked ?? EXCLUDED_BY_DEFAULT).filter((category) => edition.categories.has(category)));
    const { facts, subject } = await this.editions.of(edition, query.since);
    const revisions = await this.repository.revisions(edition.id);
    const figures = auditFigures(revisions, await this.examinations.of(edition.id), kindsOf(subject.zones), excluded);
    const settledAt = figures.days.length === 0 ? null : Math.max(...revisions.map((each) => each.settledAt));
    const chain = await this.repository.chainAtSettlement(edition.slug);
    const reading = {
      figures,
      revisions,
      excluded,
      settledAt,
      live: facts.days.filter(({ settled }) => settled === null),
      daySums: facts.days.filter(({ settled }) => settled !== null),
      corrections: await this.corrections.list(
        edition.id,
        figures.days.map(({ day, version }) => ({ day, until: version })),
        { rehearsal: false, zone: null, limit: MOST_LISTED },
      ),
      recovered: await this.repository.recovered(edition.id, settledAt ?? subject.madeAt),
      since: facts.since,
      chain,
      chainNow: await this.repository.chainNow(),
    };
    const isWhole = chain !== null && figures.days.every(({ examination }) => examination !== null);
    return {
      template: "audit-report",
      data: auditDocument(reading, subject, reportLanguage(query.locale, subject.edition)),
      // Once all of it is known it is the same each time, and bears the moment of the latest settlement.
      madeAt: isWhole && settledAt !== null ? settledAt : subject.madeAt,
      settled: isWhole && settledAt !== null,
      version: subject.version,
      fileName: `${edition.slug}-audit-report-${query.locale}.pdf`,
    };
  }
}
