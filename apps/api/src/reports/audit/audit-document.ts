import type { DocumentData } from "../../documents/document-request.ts";
import type { CorrectionList } from "../correction-list.repository.ts";
import { correctionList } from "../correction-list.ts";
import type { DayFacts } from "../day-facts.ts";
import type { DayFigures } from "@abwab/contract";
import { publishedRow } from "../edition-document.ts";
import { reportHead } from "../report-head.ts";
import type { ReportLanguage } from "../report-language.ts";
import type { ReportSubject } from "../report-subject.ts";
import { auditStatus } from "./audit-status.ts";
import type { AuditFigures } from "./audit-figures.ts";
import type { ChainLink, Recovered, Revision } from "./audit-report.repository.ts";
import { categoryTable, correctionDays, dayTable, revisionTable } from "./audit-tables.ts";
import { completenessTable, methodTable } from "./counting-tables.ts";
import { digestOfDays } from "./ledger-digests.ts";

/** All that an auditor is told. */
export interface AuditReading {
  figures: AuditFigures;
  revisions: readonly Revision[];
  excluded: ReadonlySet<string>;
  /** Of the latest settlement, ms since the epoch; null where no day is settled. */
  settledAt: number | null;
  /** Days that are not settled, and in no figure. */
  live: readonly DayFacts[];
  /** Settled days, with the sums of their corrections. */
  daySums: readonly DayFacts[];
  corrections: CorrectionList;
  recovered: Recovered;
  /** What came since the days were settled. */
  since: DayFigures;
  /** The trail's chain at the latest settlement, and as far as it goes now. */
  chain: ChainLink | null;
  chainNow: ChainLink | null;
}

/** What the template of the audit report shows. */
export function auditDocument(reading: AuditReading, subject: ReportSubject, language: ReportLanguage): DocumentData {
  const { locale, words, audit, zone, format } = language;
  const { figures } = reading;
  const orReading = (value: number | null): string => (value === null ? "–" : format.number(value));
  const waiting = (value: number | null): string | null =>
    value === null && figures.days.length > 0 ? audit.texts.beingRead : null;
  return {
    locale,
    words: { ...words.texts, ...zone.texts, ...audit.texts },
    edition: reportHead(subject, language),
    status: auditStatus(reading, subject, language),
    figures: [
      { name: audit.texts.auditedVisits, value: format.number(figures.audited), note: null },
      {
        name: audit.texts.attendance,
        value: orReading(figures.attendance),
        note: waiting(figures.attendance),
      },
      {
        name: audit.texts.visitorsAtMost,
        value: orReading(figures.visitors),
        note: waiting(figures.visitors),
      },
    ],
    noDay: audit.texts.noDay,
    days: dayTable(figures, language),
    categories: categoryTable(figures, reading.excluded, language),
    revisions: revisionTable(reading.revisions, subject, language),
    method: methodTable(figures, language),
    completeness: completenessTable(reading, language),
    correctionDays: correctionDays(reading.daySums, language),
    corrections: correctionList(reading.corrections, language),
    published: subject.edition.published.map((figure) => publishedRow(figure, language)),
    digests: figures.days.map(({ day, revision, version, examination }) => ({
      day,
      revision: format.number(revision),
      version: format.number(version),
      rows: examination === null ? "–" : format.number(examination.rows),
      digest: examination === null ? null : examination.digest.toString("hex"),
    })),
    digest: digestOfDays(figures.days),
    chain: reading.chain === null ? null : { seq: format.number(reading.chain.seq), hash: reading.chain.hash },
    chainNow:
      subject.showsSince && reading.chainNow !== null
        ? { seq: format.number(reading.chainNow.seq), hash: reading.chainNow.hash }
        : null,
    definitions: audit.definitions,
  };
}
