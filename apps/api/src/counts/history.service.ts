import type { CurvesQuery, CurvesResponse, HistoryPoint, HistoryQuery, HistoryResponse } from "@abwab/contract";
import { addDays, dayShown } from "@abwab/domain";
import { Injectable } from "@nestjs/common";
import type { EditionConfiguration, ZoneConfiguration } from "../editions/edition-configuration.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { bucketLength, type Flow, HistoryRepository } from "./history.repository.ts";
import { occupancyAt } from "./occupancy-curve.ts";
import { RecountMinutes } from "./recount-minutes.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const MOST_POINTS = 10_000;

interface Bucket {
  key: number | string;
  at: number;
  end: number;
}

/** Figures over time, from the tallies by minute and by day. */
@Injectable()
export class HistoryService {
  constructor(
    private readonly repository: HistoryRepository,
    private readonly recountMinutes: RecountMinutes,
  ) {}

  async history(edition: EditionConfiguration, query: HistoryQuery): Promise<HistoryResponse> {
    const zone = zoneOf(edition, query.zone);
    if (zone === undefined) return { points: [] };
    const { from, to } = spanOf(edition, query);
    const buckets =
      query.step === "1d" ? dayBuckets(edition, from, to) : timeBuckets(edition, from, to, bucketLength[query.step]);
    const flows =
      query.step === "1d"
        ? await this.dayFlows(zone.id, buckets)
        : await this.repository.flows(zone.id, from, to, bucketLength[query.step], shiftOf(edition, from));
    const inside = zone.countsExits ? await this.insideAt(edition, zone.id, buckets) : undefined;
    const flowsOf = Map.groupBy(flows, (flow) => flow.at);
    return {
      points: buckets.map((bucket, index) =>
        toPoint(bucket, flowsOf.get(bucket.key) ?? [], query.by, inside?.[index] ?? null),
      ),
    };
  }

  async curves(edition: EditionConfiguration, query: CurvesQuery): Promise<CurvesResponse> {
    const { from, to } = spanOf(edition, query);
    const length = bucketLength[query.step];
    const buckets = timeBuckets(edition, from, to, length);
    const zones = [...edition.zones.values()];
    const rows = await this.repository.entered(
      zones.map(({ id }) => id),
      from,
      to,
      length,
      shiftOf(edition, from),
    );
    const ofZone = Map.groupBy(rows, ({ zoneId }) => zoneId);
    return {
      from: new Date(buckets[0]?.at ?? from).toISOString(),
      step: query.step,
      zones: zones.map(({ id, code }) => {
        const entered = new Map(ofZone.get(id)?.map((row) => [row.at, row.entered]));
        return { zone: code, entered: buckets.map(({ at }) => entered.get(at) ?? 0) };
      }),
    };
  }

  private async dayFlows(zoneId: number, buckets: readonly Bucket[]): Promise<Flow[]> {
    const first = buckets[0];
    const last = buckets.at(-1);
    if (first === undefined || last === undefined) return [];
    return this.repository.days(zoneId, String(first.key), String(last.key));
  }

  private async insideAt(edition: EditionConfiguration, zoneId: number, buckets: readonly Bucket[]): Promise<number[]> {
    const first = buckets[0];
    const last = buckets.at(-1);
    if (first === undefined || last === undefined) return [];
    const anchors = await this.recountMinutes.anchors(zoneId, first.at, last.end, edition.status === "draft");
    const earliest = anchors[0];
    const since = earliest !== undefined && earliest.at <= first.at ? Math.floor(earliest.at / MINUTE) * MINUTE : null;
    const movements = await this.repository.movements(zoneId, since, last.end);
    return occupancyAt(
      buckets.map((bucket) => bucket.end),
      anchors,
      movements,
    );
  }
}

function zoneOf(edition: EditionConfiguration, code: string | undefined): ZoneConfiguration | undefined {
  if (code === undefined) return [...edition.zones.values()].find((zone) => zone.kind === "site");
  const zone = edition.zones.get(code);
  if (zone === undefined) throw new ProblemError("not_found", `This edition has no zone ${code}.`);
  return zone;
}

/** Whole minutes; the day shown when nothing is said, up to now. */
function spanOf(
  edition: EditionConfiguration,
  query: Pick<HistoryQuery, "from" | "to" | "step">,
): { from: number; to: number } {
  const now = Date.now();
  const { calendar, days } = edition;
  const dates = days.map((day) => day.date).toSorted();
  const shown = dayShown(calendar, days, now);
  const firstDay = query.step === "1d" ? (dates[0] ?? shown) : shown;
  const lastDay = query.step === "1d" ? (dates.at(-1) ?? shown) : shown;
  const from = query.from === undefined ? calendar.startOf(firstDay) : Date.parse(query.from);
  const endOfLast = calendar.startOf(addDays(lastDay, 1));
  const to =
    query.to === undefined
      ? query.step === "1d"
        ? endOfLast
        : Math.min(now + MINUTE, endOfLast)
      : Date.parse(query.to);
  return { from: Math.floor(from / MINUTE) * MINUTE, to: Math.max(from, Math.ceil(to / MINUTE) * MINUTE) };
}

/** By how much bucket boundaries are shifted to stand on the local clock. */
function shiftOf(edition: EditionConfiguration, from: number): number {
  return ((edition.calendar.offsetAt(from) % HOUR) + HOUR) % HOUR;
}

function timeBuckets(edition: EditionConfiguration, from: number, to: number, length: number): Bucket[] {
  checkCount((to - from) / length);
  const shift = shiftOf(edition, from);
  const buckets: Bucket[] = [];
  for (let at = Math.floor((from + shift) / length) * length - shift; at < to; at += length) {
    buckets.push({ key: at, at, end: Math.min(at + length, to) });
  }
  return buckets;
}

function dayBuckets(edition: EditionConfiguration, from: number, to: number): Bucket[] {
  checkCount((to - from) / (24 * 60 * MINUTE));
  const buckets: Bucket[] = [];
  for (let day = edition.calendar.dayOf(from); edition.calendar.startOf(day) < to; day = addDays(day, 1)) {
    buckets.push({ key: day, at: edition.calendar.startOf(day), end: edition.calendar.startOf(addDays(day, 1)) });
  }
  return buckets;
}

function checkCount(points: number): void {
  if (points <= MOST_POINTS) return;
  const message = `That would be more than ${MOST_POINTS} points: take a longer step or a shorter span.`;
  throw new ProblemError("invalid", message, { errors: [{ path: "step", code: "too_many_points", message }] });
}

function toPoint(bucket: Bucket, own: readonly Flow[], by: HistoryQuery["by"], inside: number | null): HistoryPoint {
  const point: HistoryPoint = {
    at: new Date(bucket.at).toISOString(),
    entered: own.reduce((total, flow) => total + flow.entered, 0),
    exited: own.reduce((total, flow) => total + flow.exited, 0),
    inside,
  };
  if (by === "category") {
    point.byCategory = Object.fromEntries(own.map(({ category, entered, exited }) => [category, { entered, exited }]));
  }
  return point;
}
