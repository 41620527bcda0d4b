import type { ReportQuery } from "@abwab/contract";
import { addDays } from "@abwab/domain";
import { Injectable } from "@nestjs/common";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import { dayFacts } from "./day-facts.ts";
import { type EditionFacts, editionFacts } from "./edition-facts.ts";
import { type FiguresReading, type ReportDay, ReportFiguresRepository } from "./report-figures.repository.ts";
import { kindsOf, type ReportSubject } from "./report-subject.ts";
import { ReportSubjects } from "./report-subjects.ts";

export interface ReadEdition {
  facts: EditionFacts;
  subject: ReportSubject;
}

/** Reads all that is said of an edition: its days, and any other on which something was counted. */
@Injectable()
export class EditionReading {
  constructor(
    private readonly subjects: ReportSubjects,
    private readonly figures: ReportFiguresRepository,
  ) {}

  async of(configuration: EditionConfiguration, since: ReportQuery["since"]): Promise<ReadEdition> {
    const { version, days } = await this.days(configuration);
    const subject = await this.subjects.of(configuration, version, { since });
    return { facts: editionFacts(days.map((reading) => dayFacts(reading, kindsOf(subject.zones)))), subject };
  }

  /** The days as the database has them, in order. */
  async days(configuration: EditionConfiguration): Promise<FiguresReading> {
    const counted = await this.figures.datesCounted(configuration.id);
    const dates = [...new Set([...configuration.days.map(({ date }) => date), ...counted])].toSorted();
    return this.figures.read(
      configuration.id,
      dates.map((date) => spanOf(configuration, date)),
      configuration.status === "draft",
    );
  }
}

export function spanOf({ calendar }: Pick<EditionConfiguration, "calendar">, date: string): ReportDay {
  return { date, from: calendar.startOf(date), to: calendar.startOf(addDays(date, 1)) };
}
