import type { EChartsCoreOption } from "echarts/core";

interface Axis {
  type?: unknown;
  data?: unknown;
}
interface Series {
  name?: unknown;
  data?: unknown;
}

/**
 * The figures of a chart along its axis of names or times, a column for each series. With a byte order mark and without
 * a cell that a spreadsheet takes for a formula.
 */
export function csvOf(option: EChartsCoreOption): string {
  const axes = [option["xAxis"], option["yAxis"]].flat() as Axis[];
  const labels = axes.map(({ data }) => data).find((data) => Array.isArray(data)) ?? [];
  const series = (([option["series"]].flat() as Series[]) ?? []).filter(({ data }) => Array.isArray(data));
  const head = ["", ...series.map(({ name }) => name)];
  const rows = labels.map((label: unknown, place: number) => [
    label,
    ...series.map(({ data }) => valueOf((data as unknown[])[place])),
  ]);
  return `\uFEFF${[head, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

const valueOf = (datum: unknown): unknown =>
  typeof datum === "object" && datum !== null && "value" in datum ? datum.value : datum;

function cell(value: unknown): string {
  if (typeof value === "number") return String(value);
  if (typeof value !== "string") return "";
  const text = value.replace(/[\u2066-\u2069]/g, "");
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
