import type { ReportLanguage } from "../report-language.ts";
import type { ReportSubject } from "../report-subject.ts";
import type { AuditReading } from "./audit-document.ts";

/** Which days the report attests and which it leaves out, and, apart, what is live. */
export function auditStatus(reading: AuditReading, subject: ReportSubject, language: ReportLanguage) {
  const { words, audit, format, time, listSeparator } = language;
  const { settledAt, figures, live, since } = reading;
  const all = figures.days.length + live.length;
  const leftOut = live.map(({ date }) => format.shortDay(date)).join(listSeparator);
  const { devices, silent, pending } = subject.completeness;
  return {
    kind: settledAt === null ? "live" : "settled",
    name: settledAt === null ? audit.texts.noDay : audit.texts.settledOnly,
    lines: [
      words.settledDays(format.number(figures.days.length), format.number(all)),
      ...(settledAt === null ? [] : [audit.lastSettled(time.moment(settledAt))]),
      ...(live.length === 0 ? [] : [audit.leftOut(leftOut)]),
    ],
    live: subject.showsSince
      ? [
          audit.asOf(time.moment(subject.madeAt)),
          ...(settledAt === null
            ? []
            : [words.since(format.signed(since.visits), format.signed(since.pavilionVisits))]),
          words.devices(format.number(devices), format.number(silent), format.number(pending)),
        ]
      : [],
  };
}
