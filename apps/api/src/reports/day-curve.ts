import type { Interval } from "@abwab/domain";
import { type ColumnChart, columnChart } from "./column-chart.ts";
import type { DayFacts } from "./day-facts.ts";
import type { ReportLanguage } from "./report-language.ts";

export const QUARTER_MS = 15 * 60_000;
const HOUR_MS = 4 * QUARTER_MS;
/** Beyond it, only each second or third hour is written under the curve. */
const MOST_HOURS = 13;

/**
 * The curve of a day: its opening hours, and beyond them what was counted.
 *
 * @returns null where there is nothing to draw
 */
export function dayCurve(
  { curve, peak }: Pick<DayFacts, "curve" | "peak">,
  hours: Interval | undefined,
  { format, time }: ReportLanguage,
): ColumnChart | null {
  if (curve === null || peak === null) return null;
  const times = curve.map(({ at }) => at);
  const first = floor(Math.min(...times, hours?.from ?? Infinity));
  const end = Math.max(...times.map((at) => at + QUARTER_MS), hours?.to ?? -Infinity);
  const visits = new Map(curve.map((point) => [point.at, point.visits]));
  const starts = Array.from(
    { length: Math.ceil((end - first) / QUARTER_MS) },
    (_, index) => first + index * QUARTER_MS,
  );
  const span = starts.length * QUARTER_MS;
  const everyHours = Math.ceil(span / HOUR_MS / MOST_HOURS);
  const labels = [...starts, first + span]
    .filter((at) => time.hour(at).endsWith(":00"))
    .filter((_, index) => index % everyHours === 0)
    .map((at) => ({ at: (at - first) / span, text: time.hour(at) }));
  return columnChart(
    starts.map((at) => visits.get(at) ?? 0),
    labels,
    format.number,
    (index) => starts[index] === peak.at,
  );
}

const floor = (at: number): number => Math.floor(at / QUARTER_MS) * QUARTER_MS;
