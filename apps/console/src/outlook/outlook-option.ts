import type { Outlook, OutlookStep } from "@abwab/contract";
import type { Direction } from "@abwab/ui";
import type { LegendEntry } from "../charts/chart-legend.tsx";
import { chartColours, chartFrame, chartInk, chartLine, chartTooltip, DIGIT_WIDTH } from "../charts/chart-looks.ts";

export interface OutlookWords {
  readonly counted: string;
  readonly yesterday: string;
  readonly typical: string;
  readonly earlier: string;
  readonly expected: string;
  readonly range: string;
  readonly time: (at: string) => string;
  readonly number: (value: number) => string;
  readonly description: string;
}

type Curve = "counted" | "yesterday" | "typical" | "earlier" | "expected";

/** The curves that have anything to show. */
export const curvesOf = (steps: readonly OutlookStep[]): Curve[] =>
  (["counted", "expected", "yesterday", "earlier", "typical"] as const).filter((key) =>
    steps.some((step) => step[key] !== null),
  );

/** `dash`: lengths of strokes and gaps. */
const looks: Record<Curve, { color: string; width: number; dash: number[] }> = {
  counted: { color: chartColours.today, width: 3.5, dash: [] },
  expected: { color: chartColours.today, width: 2.5, dash: [3, 4] },
  yesterday: { color: chartColours.yesterday, width: 2, dash: [8, 4] },
  earlier: { color: chartColours.earlier, width: 2, dash: [10, 3, 2, 3] },
  typical: { color: chartColours.typical, width: 1.5, dash: [2, 2] },
};

export function outlookLegend({ steps }: Pick<Outlook, "steps">, words: OutlookWords): LegendEntry[] {
  const curves = curvesOf(steps);
  const lines = curves.map((key) => {
    const { color, width, dash } = looks[key];
    return { name: words[key], color, stroke: { width, dash: dash.join(" ") } };
  });
  return curves.includes("expected")
    ? [...lines, { name: words.range, color: chartColours.today, opacity: 0.25 }]
    : lines;
}

/** What ECharts draws: the day's curve, what it is compared with, and what is still to come with its range. */
export function outlookOption({ steps }: Pick<Outlook, "steps">, direction: Direction, words: OutlookWords) {
  const rtl = direction === "rtl";
  const lastCounted = steps.findLastIndex(({ counted }) => counted !== null);
  // The forecast begins where the count ends, so that the two lines meet.
  const ahead = (key: "expected" | "low" | "high") =>
    steps.map((step, index) => (index === lastCounted ? step.counted : step[key]));
  const hasForecast = steps.some(({ expected }) => expected !== null);
  const line = (key: Curve) => ({
    type: "line" as const,
    name: words[key],
    color: looks[key].color,
    showSymbol: false,
    lineStyle: { width: looks[key].width, type: looks[key].dash.length > 0 ? looks[key].dash : ("solid" as const) },
    z: key === "counted" ? 5 : 3,
    data: key === "expected" ? ahead("expected") : steps.map((step) => step[key]),
  });
  const lines = curvesOf(steps).map(line);
  const low = ahead("low");
  const high = ahead("high");
  const most = Math.max(1, ...steps.flatMap((step) => [step.high ?? 0, step.yesterday ?? 0, step.counted ?? 0]));
  const band = (name: string, data: (number | null)[], opacity: number) => ({
    type: "line" as const,
    name,
    stack: "range",
    color: chartColours.today,
    showSymbol: false,
    silent: true,
    lineStyle: { width: 0 },
    areaStyle: { opacity },
    tooltip: { show: false },
    data,
  });
  const bands = hasForecast
    ? [
        band(`${words.range} `, low, 0),
        band(
          words.range,
          high.map((value, index) => (value === null ? null : value - (low[index] ?? 0))),
          0.16,
        ),
      ]
    : [];
  return {
    ...chartFrame(direction, 20 + DIGIT_WIDTH * words.number(Math.round(most * 1.2)).length, words.description),
    tooltip: chartTooltip(direction, words.number),
    xAxis: {
      type: "category" as const,
      inverse: rtl,
      boundaryGap: false,
      data: steps.map(({ at }) => words.time(at)),
      axisLabel: {
        color: chartInk,
        hideOverlap: true,
        interval: (_: number, label: string) => label.endsWith(":00"),
      },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: chartLine } },
    },
    yAxis: {
      type: "value" as const,
      position: rtl ? ("right" as const) : ("left" as const),
      minInterval: 1,
      axisLabel: { color: chartInk, formatter: (value: number) => words.number(value) },
      splitLine: { lineStyle: { color: chartLine, opacity: 0.5 } },
    },
    series: [...bands, ...lines],
  };
}
