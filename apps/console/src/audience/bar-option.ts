import type { Direction } from "@abwab/ui";
import { chartFont, chartInk, chartLine, chartTooltip } from "../charts/chart-looks.ts";

export interface BarRow {
  readonly name: string;
  readonly values: readonly number[];
}

export interface BarSeries {
  readonly name: string;
  readonly color: string;
}

/** Pixels of a letter of a name at the size of axis labels, at most so many of them. */
const LETTER_WIDTH = 7.5;
const LONGEST_NAME = 22;
/** An Arabic name keeps its order within a label of the other direction (U+2067 … U+2069). */
const isolated = (name: string, direction: Direction): string => (direction === "rtl" ? `\u2067${name}\u2069` : name);

/** Bars that lie, the first at the top; from the right where the page runs that way. */
export function barOption(
  rows: readonly BarRow[],
  series: readonly BarSeries[],
  direction: Direction,
  number: (value: number) => string,
  description: string,
) {
  const rtl = direction === "rtl";
  const longest = Math.max(0, ...rows.map(({ name }) => Math.min(name.length, LONGEST_NAME)));
  const room = Math.round(24 + LETTER_WIDTH * longest);
  return {
    animationDuration: 250,
    textStyle: { fontFamily: chartFont },
    aria: { enabled: true, label: { description } },
    grid: {
      outerBoundsMode: "none" as const,
      top: 8,
      bottom: 28,
      [rtl ? "right" : "left"]: room,
      [rtl ? "left" : "right"]: 72,
    },
    tooltip: { ...chartTooltip(direction, number), axisPointer: { type: "shadow" as const } },
    xAxis: {
      type: "value" as const,
      inverse: rtl,
      minInterval: 1,
      splitNumber: 3,
      axisLabel: { color: chartInk, formatter: number, hideOverlap: true },
      splitLine: { lineStyle: { color: chartLine, opacity: 0.5 } },
    },
    yAxis: {
      type: "category" as const,
      inverse: true,
      position: rtl ? ("right" as const) : ("left" as const),
      data: rows.map(({ name }) => isolated(name, direction)),
      axisLabel: { color: chartInk, width: room - 16, overflow: "truncate" as const },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: chartLine } },
    },
    series: series.map(({ name, color }, index) => ({
      type: "bar" as const,
      name,
      color,
      barMaxWidth: 22,
      label: {
        show: true,
        position: rtl ? ("left" as const) : ("right" as const),
        color: chartInk,
        formatter: ({ value }: { value: unknown }) => (typeof value === "number" ? number(value) : ""),
      },
      data: rows.map(({ values }) => values[index] ?? 0),
    })),
  };
}
