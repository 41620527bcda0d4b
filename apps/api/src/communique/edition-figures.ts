import {
  type CommuniqueFigure,
  communiqueFigures,
  type Edition,
  type MissingReason,
  type PublishedFigure,
  type Representation,
  type TracedFigure,
  type Zone,
} from "@abwab/contract";
import type { DayFacts } from "../reports/day-facts.ts";
import type { EditionFacts } from "../reports/edition-facts.ts";

/** Every figure that a press release may tell, with the metric under which a published one is entered. */
export const publishedMetrics = {
  "visits.total": "visits",
  "visits.weekend": "weekend_visits",
  "visits.pavilions": "pavilion_visits",
  "peak.visits": "peak_day_visits",
  "schools.total": "schools",
  "schools.public": "schools_public",
  "schools.private": "schools_private",
  "schools.traditional": "schools_traditional",
  "schools.quranic": "schools_quranic",
  "pupils.total": "pupils",
  "bodies.total": "civil_society_bodies",
  "media.outlets": "media_outlets",
  "media.activities": "media_activities",
  "broadcast.views": "broadcast_views",
  "pavilions.total": "pavilions",
  "spaces.total": "spaces",
  "spaces.area": "covered_themed_area_m2",
  "seminars.total": "seminars",
} as const satisfies Record<CommuniqueFigure, string>;

export interface KnownFigure {
  /** That which is told first: what was counted, else what was entered, else what someone published. */
  figures: TracedFigure[];
  /** Why there is none. */
  missing: MissingReason | null;
}

export interface FigureSources {
  edition: Edition;
  zones: readonly Zone[];
  facts: EditionFacts;
  represented: readonly Representation[];
  mediaActivities: number;
  /** On the programme. */
  seminars: number;
}

/** Saturday and Sunday, of a date `YYYY-MM-DD`. */
export const isWeekend = (date: string): boolean => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());

/** What is counted of a draft is a rehearsal, and no figure of the edition's (A4). */
export const countsNothing = ({ status }: Pick<Edition, "status">): boolean => status === "draft";

/** All figures of an edition, each by every origin that it has. */
export function editionFigures(sources: FigureSources): ReadonlyMap<CommuniqueFigure, KnownFigure> {
  const own = ownFigures(sources);
  return new Map(
    communiqueFigures.map((key) => {
      const published = sources.edition.published.filter(({ metric }) => metric === publishedMetrics[key]);
      const first = own.get(key);
      const figures = [...(first === undefined ? [] : [first]), ...published.map(toTraced)];
      return [key, { figures, missing: figures.length > 0 ? null : reasonOf(key, sources) }];
    }),
  );
}

const toTraced = ({ value, qualifier, source }: PublishedFigure): TracedFigure => ({
  value,
  origin: "published",
  qualifier,
  source,
  isLive: false,
});

/** What Abwab knows by itself; a figure of nothing is none. */
function ownFigures({ edition, zones, facts, represented, mediaActivities, seminars }: FigureSources) {
  const all = facts.days;
  const weekend = all.filter(({ date }) => isWeekend(date));
  const zonesOf = (isMeant: (zone: Zone) => boolean): number => zones.filter(isMeant).length;
  const arrived = (type: Representation["type"], kind?: Representation["kind"]): TracedFigure =>
    counted(
      sum(
        represented.filter((row) => row.type === type && (kind === undefined || row.kind === kind)),
        "arrived",
      ),
      all,
    );
  const found: [CommuniqueFigure, TracedFigure][] = [
    ["visits.total", counted(facts.visits, all)],
    ["visits.weekend", counted(sum(weekend, "visits"), weekend)],
    ["visits.pavilions", counted(facts.pavilionVisits, all)],
    ["peak.visits", counted(facts.busiest?.visits ?? 0, facts.busiest === null ? [] : [facts.busiest])],
    ["schools.total", arrived("school")],
    ["schools.public", arrived("school", "public")],
    ["schools.private", arrived("school", "private")],
    ["schools.traditional", arrived("school", "traditional")],
    ["schools.quranic", arrived("school", "quranic")],
    ["pupils.total", counted(facts.categories.get("pupils") ?? 0, all)],
    ["bodies.total", arrived("civil_society")],
    ["media.outlets", arrived("media")],
    ["media.activities", entered(mediaActivities)],
    ["pavilions.total", entered(zonesOf(({ kind }) => kind === "pavilion"))],
    ["spaces.total", entered(zonesOf(({ kind }) => kind !== "pavilion" && kind !== "site"))],
    ["spaces.area", entered(edition.coveredAreaM2 ?? 0)],
    ["seminars.total", entered(seminars)],
  ];
  const isRehearsal = countsNothing(edition);
  return new Map(found.filter(([, { value, origin }]) => value > 0 && !(isRehearsal && origin === "counted")));
}

const counted = (value: number, days: readonly DayFacts[]): TracedFigure => ({
  value,
  origin: "counted",
  qualifier: "exact",
  source: null,
  isLive: days.some(({ settled }) => settled === null),
});

const entered = (value: number): TracedFigure => ({
  value,
  origin: "entered",
  qualifier: "exact",
  source: null,
  isLive: false,
});

function sum<Name extends string>(rows: readonly Readonly<Record<Name, number>>[], name: Name): number {
  return rows.reduce((total, row) => total + row[name], 0);
}

const FROM_PASSES: ReadonlySet<CommuniqueFigure> = new Set([
  "schools.total",
  "schools.public",
  "schools.private",
  "schools.traditional",
  "schools.quranic",
  "bodies.total",
  "media.outlets",
]);
const FROM_LEDGER: ReadonlySet<CommuniqueFigure> = new Set([
  "visits.total",
  "visits.weekend",
  "visits.pavilions",
  "peak.visits",
  "pupils.total",
]);

function reasonOf(key: CommuniqueFigure, { edition }: FigureSources): MissingReason {
  if (key === "visits.weekend" && !edition.days.some(({ date }) => isWeekend(date))) return "no_weekend";
  if (FROM_PASSES.has(key)) return "none_arrived";
  return FROM_LEDGER.has(key) ? "not_counted" : "not_published";
}
