import type { ReportQuery } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import { editionDocument } from "./edition-document.ts";
import { EditionReading } from "./edition-reading.ts";
import { reportLanguage } from "./report-language.ts";
import type { ReportDocument, ReportMaker, WantedOf } from "./report-maker.ts";

/** The report of an edition: its days, and any other on which something was counted. */
@Injectable()
export class EditionReport implements ReportMaker<"edition"> {
  constructor(private readonly editions: EditionReading) {}

  async write(edition: EditionConfiguration, _: WantedOf<"edition">, query: ReportQuery): Promise<ReportDocument> {
    const { facts, subject } = await this.editions.of(edition, query.since);
    const isSettled = facts.settledDays === facts.days.length;
    return {
      template: "edition-report",
      data: editionDocument(facts, subject, reportLanguage(query.locale, subject.edition)),
      madeAt: isSettled
        ? Math.max(...facts.days.map(({ settled }) => settled?.settledAt ?? subject.madeAt))
        : subject.madeAt,
      settled: isSettled,
      version: subject.version,
      fileName: `${edition.slug}-report-${isSettled ? "settled" : "live"}-${query.locale}.pdf`,
    };
  }
}
