import { liveStatus } from "./report-head.ts";
import type { ReportLanguage } from "./report-language.ts";
import type { ReportSubject } from "./report-subject.ts";
import type { ZoneFacts } from "./zone-facts.ts";

/** Whether a zone's days are settled or live, and what came since they were settled (C4, C5). */
export function zoneStatus({ days, since }: ZoneFacts, subject: ReportSubject, language: ReportLanguage) {
  const { words, format, zone } = language;
  const settled = days.filter((day) => day.settled !== null).length;
  const settledDays = words.settledDays(format.number(settled), format.number(days.length));
  const came = since === 0 ? words.nothingSince : zone.since(format.signed(since));
  const live = subject.showsSince && settled > 0 ? [came] : [];
  if (days.length > 0 && settled === days.length) {
    return { kind: "settled", name: words.texts.settled, lines: [settledDays], live };
  }
  const status = liveStatus(subject, language);
  return {
    ...status,
    name: settled === 0 ? status.name : words.texts.partlySettled,
    lines: [settledDays, ...status.lines],
    live,
  };
}
