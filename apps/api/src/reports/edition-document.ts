import type { PublishedFigure } from "@abwab/contract";
import type { DocumentData } from "../documents/document-request.ts";
import { columnChart } from "./column-chart.ts";
import { correctionRows } from "./correction-rows.ts";
import { QUARTER_MS } from "./day-curve.ts";
import type { DayFacts } from "./day-facts.ts";
import type { EditionFacts } from "./edition-facts.ts";
import { editionStatus, reportHead } from "./report-head.ts";
import type { ReportLanguage } from "./report-language.ts";
import type { ReportSubject } from "./report-subject.ts";
import { categoryRows, otherSpaces, pavilionTable } from "./space-tables.ts";

/** Beyond it, only each second or third day is named under the chart. */
const MOST_NAMED_DAYS = 8;

/** What the template of the report of an edition shows. */
export function editionDocument(facts: EditionFacts, subject: ReportSubject, language: ReportLanguage): DocumentData {
  const { locale, words, format } = language;
  const { texts } = words;
  const { busiest } = facts;
  return {
    locale,
    words: texts,
    edition: reportHead(subject, language),
    status: editionStatus(facts, subject, language),
    figures: [
      { name: texts.visits, value: format.number(facts.visits), note: null },
      { name: texts.pavilionVisits, value: format.number(facts.pavilionVisits), note: null },
      {
        name: texts.busiestDay,
        value: busiest === null ? "–" : format.number(busiest.visits),
        note: busiest === null ? null : format.day(busiest.date),
      },
    ],
    chart: busiest === null ? null : dayChart(facts, language),
    days: facts.days.map((day, index) => dayRow(day, facts.days[index - 1], facts, language)),
    total: { visits: format.number(facts.visits), pavilionVisits: format.number(facts.pavilionVisits) },
    categories: categoryRows(facts.categories, facts.visits, language),
    pavilions: pavilionTable(subject, facts.zones, language),
    spaces: otherSpaces(subject, facts.zones, language),
    published: subject.edition.published.map((figure) => publishedRow(figure, language)),
    corrections: correctionRows(facts.corrections, language),
    definitions: words.definitions,
  };
}

function dayChart({ days, busiest }: EditionFacts, { format }: ReportLanguage) {
  const every = Math.ceil(days.length / MOST_NAMED_DAYS);
  const labels = days.flatMap(({ date }, index) =>
    index % every === 0 ? [{ at: (index + 0.5) / days.length, text: format.shortDay(date) }] : [],
  );
  return columnChart(
    days.map(({ visits }) => visits),
    labels,
    format.number,
    (index) => days[index] === busiest,
  );
}

function dayRow(
  day: DayFacts,
  before: DayFacts | undefined,
  all: EditionFacts,
  { words, format, time }: ReportLanguage,
) {
  const { peak, settled, visits } = day;
  return {
    day: format.dayOfYear(day.date),
    status: settled === null ? words.texts.live : `${words.texts.settled} (${format.number(settled.revision)})`,
    settled: settled !== null,
    visits: format.number(visits),
    share: all.visits === 0 ? "–" : format.share(visits / all.visits),
    change: before === undefined || before.visits === 0 ? "–" : format.signedShare(visits / before.visits - 1),
    pavilionVisits: format.number(day.pavilionVisits),
    peak: peak === null ? "–" : words.peakIn(time.hour(peak.at), time.hour(peak.at + QUARTER_MS)),
  };
}

export function publishedRow({ metric, value, qualifier, source }: PublishedFigure, { words, format }: ReportLanguage) {
  return {
    name: words.metrics[metric] ?? metric.replaceAll("_", " "),
    value: words.qualifiers[qualifier](format.number(value)),
    source,
  };
}
