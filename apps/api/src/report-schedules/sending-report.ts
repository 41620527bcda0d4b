import type { DocumentLocale, ReportSchedule, ScheduledReport } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { CommuniqueService } from "../communique/communique.service.ts";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import { SYSTEM } from "../platform/actor.ts";
import { EditionReading } from "../reports/edition-reading.ts";
import { ReportsService } from "../reports/reports.service.ts";
import type { SendingFigures } from "./sending-figures.ts";
import type { MadeFile } from "./sendings.repository.ts";

/** Makes what a schedule sends: its reports in each language, and the figures that letters say. */
@Injectable()
export class SendingReport {
  constructor(
    private readonly reading: EditionReading,
    private readonly reports: ReportsService,
    private readonly communiques: CommuniqueService,
  ) {}

  /** Throws `overloaded`. */
  async files(edition: EditionConfiguration, schedule: ReportSchedule, day: string): Promise<MadeFile[]> {
    const files: MadeFile[] = [];
    // One after the other: people who wait for a document of theirs come in between.
    for (const report of schedule.reports) {
      for (const locale of schedule.locales) {
        const { pdf, fileName } = await this.print(edition.slug, report, locale, day, schedule.name);
        files.push({ report, locale, fileName, content: new Uint8Array(pdf) });
      }
    }
    return files;
  }

  async figures(configuration: EditionConfiguration, day: string): Promise<SendingFigures> {
    const { facts, subject } = await this.reading.of(configuration, "left_out");
    const { slug, names, city, venue, timeZone } = subject.edition;
    const of = facts.days.find(({ date }) => date === day);
    return {
      edition: { slug, names, city, venue, timeZone },
      rehearsal: configuration.status === "draft",
      day:
        of === undefined
          ? null
          : {
              visits: of.visits,
              pavilionVisits: of.pavilionVisits,
              peak: of.peak === null ? null : { from: of.peak.at, visits: of.peak.visits },
              settled: of.settled !== null,
            },
      total: {
        visits: facts.visits,
        pavilionVisits: facts.pavilionVisits,
        days: facts.days.length,
        settledDays: facts.settledDays,
      },
      asOf: subject.madeAt,
      version: subject.version,
    };
  }

  private print(slug: string, report: ScheduledReport, locale: DocumentLocale, day: string, name: string) {
    switch (report) {
      case "day":
        return this.reports.print(slug, { kind: "day", date: day }, { locale, since: "shown" }, SYSTEM, name);
      case "edition":
        return this.reports.print(slug, { kind: "edition" }, { locale, since: "shown" }, SYSTEM, name);
      case "communique":
        return this.communiques.print(slug, { locale }, SYSTEM, name);
    }
  }
}
