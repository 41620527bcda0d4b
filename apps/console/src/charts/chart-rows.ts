import type { CsvCell } from "@abwab/domain";
import type { EChartsCoreOption } from "echarts/core";

interface Axis {
  data?: unknown;
}
interface Series {
  name?: unknown;
  data?: unknown;
}

/** The figures of a chart along its axis of names or times, a column for each series, under their names. */
export function rowsOf(option: EChartsCoreOption): CsvCell[][] {
  const axes = [option["xAxis"], option["yAxis"]].flat() as Axis[];
  const labels: unknown[] = axes.map(({ data }) => data).find((data) => Array.isArray(data)) ?? [];
  const series = ([option["series"]].flat() as Series[]).filter(({ data }) => Array.isArray(data));
  const head = ["", ...series.map(({ name }) => cellOf(name))];
  const rows = labels.map((label, place) => [
    cellOf(label),
    ...series.map(({ data }) => cellOf(valueOf((data as unknown[])[place]))),
  ]);
  return [head, ...rows];
}

const valueOf = (datum: unknown): unknown =>
  typeof datum === "object" && datum !== null && "value" in datum ? datum.value : datum;

const cellOf = (value: unknown): CsvCell => (typeof value === "number" || typeof value === "string" ? value : null);
