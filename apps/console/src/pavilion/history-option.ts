import type { HistoryPoint } from "@abwab/contract";
import type { Direction } from "@abwab/ui";

export interface ChartWords {
  readonly entered: string;
  readonly exited: string;
  readonly inside: string;
  readonly category: (name: string) => string;
  readonly label: (at: string) => string;
  readonly number: (value: number) => string;
  readonly description: string;
}

/** The same hours of an earlier day, to compare with. */
export interface EarlierDay {
  readonly name: string;
  readonly points: readonly HistoryPoint[];
}

const colours = ["#1c6753", "#dda636", "#d24f2d", "#82baa7", "#6b665a", "#a87415", "#f2b5a3"];
const font = "'Readex Pro Variable', 'Readex Pro', sans-serif";
const ink = "#5c6660";

/** The categories that came at all, in the order they first appear. */
export function categoriesOf(points: readonly HistoryPoint[]): string[] {
  const names = points.flatMap((point) =>
    Object.entries(point.byCategory ?? {}).flatMap(([name, flow]) => (flow.entered > 0 ? [name] : [])),
  );
  return [...new Set(names)];
}

/** Pixels of a digit at the size of axis labels. */
const DIGIT_WIDTH = 8;

const highest = (points: readonly HistoryPoint[]): number =>
  points.reduce((most, { entered, exited, inside }) => Math.max(most, entered, exited, Math.abs(inside ?? 0)), 0);

/** Hours and half hours; any label that is no time of day. */
const isRound = (label: string): boolean => !/:\d\d$/.test(label) || /:[03]0$/.test(label);

function seriesOf(points: readonly HistoryPoint[], by: "flow" | "category", words: ChartWords, now: number) {
  if (by === "category") {
    return categoriesOf(points).map((name) => ({
      type: "bar" as const,
      stack: "entered",
      name: words.category(name),
      barMaxWidth: 36,
      data: points.map((point) => point.byCategory?.[name]?.entered ?? 0),
    }));
  }
  const bars = {
    type: "bar" as const,
    name: words.entered,
    barMaxWidth: 28,
    itemStyle: { borderRadius: [4, 4, 0, 0] },
    data: points.map((point) => point.entered),
  };
  if (points.every((point) => point.inside === null)) return [bars];
  const exits = { ...bars, name: words.exited, color: "#e8bb55", data: points.map((point) => point.exited) };
  const line = {
    type: "line" as const,
    name: words.inside,
    color: "#d24f2d",
    showSymbol: false,
    lineStyle: { width: 2.5 },
    // Nobody knows yet who will be inside later.
    data: points.map((point) => (Date.parse(point.at) > now ? null : point.inside)),
  };
  return [bars, exits, line];
}

/** Entries of the earlier day at the same hours of the clock. */
export function atSameHours(points: readonly HistoryPoint[], earlier: EarlierDay, words: ChartWords) {
  const entered = new Map(earlier.points.map((point) => [words.label(point.at), point.entered]));
  return points.map((point) => entered.get(words.label(point.at)) ?? null);
}

/** What ECharts draws. In a right-to-left page time runs to the left and the figures stand on the right. */
export function historyOption(
  points: readonly HistoryPoint[],
  by: "flow" | "category",
  direction: Direction,
  words: ChartWords,
  now: number,
  earlier?: EarlierDay,
) {
  const rtl = direction === "rtl";
  const comparison = earlier && {
    type: "line" as const,
    name: earlier.name,
    color: "#86590f",
    showSymbol: false,
    lineStyle: { width: 2, type: "dashed" as const },
    data: atSameHours(points, earlier, words),
  };
  const series = [...seriesOf(points, by, words, now), ...(comparison ? [comparison] : [])];
  const names = series.map(({ name }) => name);
  const labelRoom = 20 + DIGIT_WIDTH * words.number(highest([...points, ...(earlier?.points ?? [])]) * 1.2).length;
  return {
    color: colours,
    animationDuration: 250,
    textStyle: { fontFamily: font },
    aria: { enabled: true, label: { description: words.description } },
    // Room for the labels is reckoned here: measured by the library, the drawing shrinks when time runs to the left.
    grid: {
      outerBoundsMode: "none" as const,
      top: 48,
      bottom: 28,
      [rtl ? "right" : "left"]: labelRoom,
      [rtl ? "left" : "right"]: 16,
    },
    legend: {
      data: rtl ? names.toReversed() : names,
      top: 0,
      ...(rtl ? { right: 0 } : { left: 0 }),
      textStyle: { color: ink },
      icon: "roundRect",
      itemWidth: 14,
      itemHeight: 10,
    },
    tooltip: {
      trigger: "axis" as const,
      confine: true,
      valueFormatter: (value: unknown) => (typeof value === "number" ? words.number(value) : "–"),
      textStyle: { fontFamily: font },
      extraCssText: `direction:${direction};text-align:start;border-radius:12px`,
    },
    xAxis: {
      type: "category" as const,
      inverse: rtl,
      data: points.map((point) => words.label(point.at)),
      axisLabel: { color: ink, hideOverlap: true, interval: (_: number, label: string) => isRound(label) },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: "#d6cfc0" } },
    },
    yAxis: {
      type: "value" as const,
      position: rtl ? ("right" as const) : ("left" as const),
      minInterval: 1,
      axisLabel: { color: ink, formatter: (value: number) => words.number(value) },
      splitLine: { lineStyle: { color: "#ece7dc" } },
    },
    series,
  };
}
