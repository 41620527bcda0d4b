import { documentLocale, type Zone, type ZoneAttendance } from "@abwab/contract";
import type { Interval } from "@abwab/domain";
import type { DocumentData } from "../documents/document-request.ts";
import { columnChart } from "./column-chart.ts";
import { correctionList } from "./correction-list.ts";
import type { CorrectionList } from "./correction-list.repository.ts";
import { QUARTER_MS } from "./day-curve.ts";
import { reportHead } from "./report-head.ts";
import type { ReportLanguage } from "./report-language.ts";
import type { ReportSubject } from "./report-subject.ts";
import { categoryRows } from "./space-tables.ts";
import { zoneCurves } from "./zone-curves.ts";
import { standingOf, type ZoneDayFacts, type ZoneFacts } from "./zone-facts.ts";
import type { ZoneOrganisations } from "./zone-figures.repository.ts";
import { zoneProgramme, type ZoneItem } from "./zone-programme.ts";
import { zoneStatus } from "./zone-status.ts";

/** Beyond it, only each second or third day is named under the chart. */
const MOST_NAMED_DAYS = 8;

/** All that is known of a zone. */
export interface ZoneReading {
  zone: Zone;
  facts: ZoneFacts;
  /** Its stay and its busiest quarter over the days whose course is known. */
  attendance: ZoneAttendance;
  organisations: readonly ZoneOrganisations[];
  programme: readonly ZoneItem[];
  corrections: CorrectionList;
  /** Opening hours by date. */
  hours: ReadonlyMap<string, Interval>;
  /** The only day whose curve is drawn; all of them without. */
  day: string | undefined;
}

/** What the template of the report of a zone shows. */
export function zoneDocument(reading: ZoneReading, subject: ReportSubject, language: ReportLanguage): DocumentData {
  const { zone, facts } = reading;
  const { locale, words, zone: own, format } = language;
  const isPavilion = zone.kind === "pavilion";
  return {
    locale,
    words: { ...words.texts, ...own.texts },
    edition: reportHead(subject, language),
    title: isPavilion ? own.texts.pavilionTitle : own.texts.spaceTitle,
    name: zone.names[locale],
    otherNames: documentLocale.options
      .filter((other) => other !== locale)
      .map((other) => zone.names[other])
      .filter((name) => name !== zone.names[locale])
      .map(shortened),
    editionName: shortened(subject.edition.names[locale]),
    code: zone.code,
    about: [
      words.kinds[zone.kind],
      ...(zone.capacity === null ? [] : [own.capacity(format.number(zone.capacity))]),
      ...(zone.areaM2 === null ? [] : [own.area(format.number(zone.areaM2))]),
    ],
    isPavilion,
    countsExits: subject.countsExits.has(zone.code),
    status: zoneStatus(facts, subject, language),
    figures: figureCards(reading, language),
    chart: facts.busiest === null ? null : dayChart(facts, language),
    days: facts.days.map((day) => dayRow(day, zone.code, language)),
    total: {
      visits: format.number(facts.visits),
      share: facts.standing === null ? "–" : format.share(facts.standing.share),
      rank: facts.standing === null ? "–" : format.number(facts.standing.rank),
      entered: format.number(facts.entered),
      exited: format.number(facts.exited),
    },
    ...zoneCurves(reading, language),
    categories: categoryRows(facts.categories, facts.visits, language),
    organisations: reading.organisations.map(({ type, organisations, people }) => ({
      type: own.types[type],
      organisations: format.number(organisations),
      people: format.number(people),
    })),
    programme: zoneProgramme(reading.programme, subject.showsSince, language),
    corrections: correctionList(reading.corrections, language),
    definitions: [...own.definitions, ...words.definitions.slice(-3)],
  };
}

/** As long as a line of the head holds: what stands there beside the zone's own name. */
const MOST_LETTERS = 80;
const shortened = (name: string): string =>
  name.length > MOST_LETTERS ? `${name.slice(0, MOST_LETTERS - 1).trimEnd()}…` : name;

function figureCards({ zone, facts, attendance }: ZoneReading, { words, zone: own, format, time }: ReportLanguage) {
  const { standing, busiest, days } = facts;
  const peak = attendance.peak;
  const inside = days.reduce<{ at: number; inside: number } | null>(
    (best, { course }) => (course?.inside && course.inside.inside > (best?.inside ?? 0) ? course.inside : best),
    null,
  );
  const hoursOf = (at: number): string => words.peakIn(time.hour(at), time.hour(at + QUARTER_MS));
  const stay = attendance.stayMinutes;
  const gap = attendance.stayGap === null ? null : own.gaps[attendance.stayGap];
  return [
    {
      name: own.texts.zoneVisits,
      value: format.number(facts.visits),
      note: standing === null ? null : own.rankOf(format.number(standing.rank), format.number(standing.of)),
    },
    zone.kind === "pavilion"
      ? { name: own.texts.shareOfPavilions, value: standing === null ? "–" : format.share(standing.share), note: null }
      : { name: words.texts.entered, value: format.number(facts.entered), note: null },
    {
      name: words.texts.busiestDay,
      value: busiest === null ? "–" : format.number(busiest.visits),
      note: busiest === null ? null : format.day(busiest.date),
    },
    {
      name: words.texts.peak,
      value: peak === null ? "–" : format.number(peak.entered),
      note: peak === null ? null : own.onDay(format.shortDay(dayOf(peak.at, days)), hoursOf(Date.parse(peak.at))),
    },
    {
      name: own.texts.mostInside,
      value: inside === null ? "–" : format.number(inside.inside),
      note: inside === null ? (attendance.stayGap === "no_exits" ? gap : null) : time.moment(inside.at),
    },
    { name: own.texts.stay, value: stay === null ? "–" : own.minutes(format.number(Math.round(stay))), note: gap },
  ];
}

/** The day in whose course the quarter is. */
function dayOf(at: string, days: readonly ZoneDayFacts[]): string {
  const found = days.find(({ course }) => course?.day.peak?.at === Date.parse(at));
  return found?.date ?? at.slice(0, 10);
}

function dayChart({ days, busiest }: ZoneFacts, { format }: ReportLanguage) {
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

function dayRow(day: ZoneDayFacts, code: string, { words, format, time }: ReportLanguage) {
  const { settled, course } = day;
  const standing = standingOf(code, day.pavilions);
  const peak = course?.day.peak ?? null;
  return {
    day: format.shortDay(day.date),
    status: settled === null ? words.texts.live : `${words.texts.settled} (${format.number(settled.revision)})`,
    settled: settled !== null,
    visits: format.number(day.visits),
    share: standing === null ? "–" : format.share(standing.share),
    rank: standing === null ? "–" : format.number(standing.rank),
    entered: format.number(day.entered),
    exited: format.number(day.exited),
    peak: peak === null ? "–" : words.peakIn(time.hour(peak.at), time.hour(peak.at + QUARTER_MS)),
    inside: course?.inside ? format.number(course.inside.inside) : "–",
  };
}
