import { documentLocale } from "@abwab/contract";
import { isolated } from "../printing/isolated.ts";
import type { DayFacts } from "./day-facts.ts";
import type { EditionFacts } from "./edition-facts.ts";
import type { ReportLanguage } from "./report-language.ts";
import type { ReportSubject } from "./report-subject.ts";

/** What stands at the head of each report. */
export function reportHead({ edition }: ReportSubject, { locale, time, listSeparator }: ReportLanguage) {
  const dates = edition.days.map(({ date }) => date).toSorted();
  return {
    name: edition.names[locale],
    otherNames: documentLocale.options.filter((other) => other !== locale).map((other) => edition.names[other]),
    when: time.dates(dates[0] ?? "", dates.at(-1) ?? ""),
    where: [edition.venue, edition.city].map(isolated).join(listSeparator),
  };
}

/** Whether a day's figures are settled or live, how complete they are, and what came since (C4, C5). */
export function dayStatus(facts: DayFacts, subject: ReportSubject, language: ReportLanguage) {
  const { words, format, time } = language;
  const { settled, since } = facts;
  if (settled !== null) {
    return {
      kind: "settled",
      name: words.settledBy(isolated(settled.settledBy), time.moment(settled.settledAt)),
      lines: [words.revision(format.number(settled.revision), format.number(settled.version))],
      live: subject.showsSince && since !== null ? [sinceLine(since, language)] : [],
    };
  }
  return { ...liveStatus(subject, language), live: [] };
}

export function liveStatus(subject: ReportSubject, language: ReportLanguage) {
  const { words, format, time } = language;
  const isRehearsal = subject.edition.status === "draft";
  return {
    kind: isRehearsal ? "rehearsal" : "live",
    name: isRehearsal ? words.texts.rehearsal : words.texts.live,
    lines: [
      ...(isRehearsal ? [words.texts.rehearsalHint] : []),
      words.asOf(time.moment(subject.madeAt), format.number(subject.version)),
      completenessLine(subject, language),
    ],
  };
}

/** The same of an edition: settled when each of its days is. */
export function editionStatus(facts: EditionFacts, subject: ReportSubject, language: ReportLanguage) {
  const { words, format } = language;
  const isSettled = facts.days.length > 0 && facts.settledDays === facts.days.length;
  const settledDays = words.settledDays(format.number(facts.settledDays), format.number(facts.days.length));
  const live = subject.showsSince && facts.settledDays > 0 ? [sinceLine(facts.since, language)] : [];
  if (isSettled) return { kind: "settled", name: words.texts.settled, lines: [settledDays], live };
  const status = liveStatus(subject, language);
  const name = facts.settledDays === 0 ? status.name : words.texts.partlySettled;
  return { ...status, name, lines: [settledDays, ...status.lines], live };
}

function completenessLine({ completeness }: ReportSubject, { words, format }: ReportLanguage): string {
  const { devices, silent, pending } = completeness;
  return words.devices(format.number(devices), format.number(silent), format.number(pending));
}

function sinceLine({ visits, pavilionVisits }: NonNullable<DayFacts["since"]>, { words, format }: ReportLanguage) {
  if (visits === 0 && pavilionVisits === 0) return words.nothingSince;
  return words.since(format.signed(visits), format.signed(pavilionVisits));
}
