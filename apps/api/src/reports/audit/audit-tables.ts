import type { CorrectionSum, DayFacts } from "../day-facts.ts";
import { isolated } from "../../printing/isolated.ts";
import type { ReportLanguage } from "../report-language.ts";
import { kindsOf, type ReportSubject } from "../report-subject.ts";
import { auditFigures, type AuditFigures } from "./audit-figures.ts";
import type { Revision } from "./audit-report.repository.ts";

/** A settled day a row. */
export function dayTable(figures: AuditFigures, { format }: ReportLanguage) {
  const row = (day: { visits: number; audited: number; pavilionVisits: number; attendance: number | null }) => ({
    visits: format.number(day.visits),
    excluded: format.number(day.visits - day.audited),
    audited: format.number(day.audited),
    attendance: day.attendance === null ? "–" : format.number(day.attendance),
    pavilionVisits: format.number(day.pavilionVisits),
  });
  return {
    rows: figures.days.map((day) => ({
      day: format.shortDay(day.day),
      revision: format.number(day.revision),
      ...row(day),
    })),
    total: row(figures),
  };
}

/** Visits by category, and whether the audit counts them. */
export function categoryTable(figures: AuditFigures, excluded: ReadonlySet<string>, language: ReportLanguage) {
  const { format, audit } = language;
  const place = (category: string): number => (category === "staff" ? 2 : excluded.has(category) ? 1 : 0);
  const rows = new Map([...excluded].map((category) => [category, 0]));
  for (const [category, visits] of [["staff", 0] as const, ...figures.categories]) rows.set(category, visits);
  return [...rows]
    .toSorted(([a, x], [b, y]) => place(a) - place(b) || y - x || (a < b ? -1 : 1))
    .map(([category, visits]) => ({
      name: language.category(category),
      visits: format.number(visits),
      counts: [audit.texts.counted, audit.texts.excludedByRule, audit.texts.neverCounted][place(category)],
      isCounted: place(category) === 0,
    }));
}

/** Every revision, with what it changed of the one before it. */
export function revisionTable(revisions: readonly Revision[], { zones }: ReportSubject, language: ReportLanguage) {
  const { format, time } = language;
  const visitsOf = (revision: Revision): number => auditFigures([revision], [], kindsOf(zones), new Set()).visits;
  return revisions.map((revision, index) => {
    const before = revisions[index - 1];
    const visits = visitsOf(revision);
    return {
      day: format.shortDay(revision.day),
      revision: format.number(revision.revision),
      version: format.number(revision.version),
      at: time.moment(revision.settledAt),
      by: isolated(revision.settledBy),
      visits: format.number(visits),
      change: before === undefined || before.day !== revision.day ? "–" : format.signed(visits - visitsOf(before)),
    };
  });
}

/** Corrections of each settled day by kind: how many, and what they change. */
export function correctionDays(days: readonly DayFacts[], { format }: ReportLanguage) {
  const changeOf = ({ count, entered, exited }: CorrectionSum): string =>
    count === 0 ? "–" : `${format.signed(entered)} / ${format.signed(exited)}`;
  return days.map(({ date, corrections: { voids, adjustments, recounts } }) => ({
    day: format.shortDay(date),
    voids: format.number(voids.count),
    voided: changeOf(voids),
    adjustments: format.number(adjustments.count),
    adjusted: changeOf(adjustments),
    recounts: format.number(recounts),
  }));
}
