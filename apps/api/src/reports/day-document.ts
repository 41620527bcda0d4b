import type { EditionDay } from "@abwab/contract";
import type { Interval } from "@abwab/domain";
import type { DocumentData } from "../documents/document-request.ts";
import { correctionRows } from "./correction-rows.ts";
import { dayCurve, QUARTER_MS } from "./day-curve.ts";
import type { DayFacts } from "./day-facts.ts";
import { dayStatus, reportHead } from "./report-head.ts";
import type { ReportLanguage } from "./report-language.ts";
import type { ReportSubject } from "./report-subject.ts";
import { categoryRows, otherSpaces, pavilionTable } from "./space-tables.ts";

/**
 * What the template of the daily report shows.
 *
 * @param day its opening hours; undefined of a day that is none of the edition's but has figures
 */
export function dayDocument(
  facts: DayFacts,
  subject: ReportSubject,
  day: EditionDay | undefined,
  hours: Interval | undefined,
  language: ReportLanguage,
): DocumentData {
  const { locale, words, format, time } = language;
  const { texts } = words;
  const peak = facts.peak;
  return {
    locale,
    words: texts,
    edition: reportHead(subject, language),
    date: format.day(facts.date),
    hours: day === undefined ? null : words.hoursFromTo(day.opensAt, day.closesAt),
    status: dayStatus(facts, subject, language),
    figures: [
      { name: texts.visits, value: format.number(facts.visits), note: null },
      { name: texts.pavilionVisits, value: format.number(facts.pavilionVisits), note: null },
      {
        name: texts.peak,
        value: peak === null ? "–" : format.number(peak.visits),
        note: peak === null ? null : words.peakIn(time.hour(peak.at), time.hour(peak.at + QUARTER_MS)),
      },
    ],
    curve: dayCurve(facts, hours, language),
    noCurve: facts.curve === null ? texts.noCurve : texts.noEntries,
    categories: categoryRows(facts.categories, facts.visits, language),
    pavilions: pavilionTable(subject, facts.zones, language),
    spaces: otherSpaces(subject, facts.zones, language),
    corrections: correctionRows(facts.corrections, language),
    definitions: words.definitions,
  };
}
