import type { BenchConsoleOptions } from "./options.ts";
import type { HeapReading, Watched } from "./watch-page.ts";

export interface Measured extends BenchConsoleOptions {
  readonly cores: number;
  readonly browser: string;
  readonly measuredAt: string;
  readonly views: readonly Watched[];
}

const MEGABYTE = 1024 * 1024;
const fixed = (value: number, digits = 0): string => value.toFixed(digits);
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/**
 * How a heap grows, in kilobytes a minute: the slope of a straight line through its readings (least squares) without
 * the first third, in which caches fill.
 */
export function growth(heap: readonly HeapReading[]): number {
  const readings = heap.slice(Math.floor(heap.length / 3));
  const [x, y] = [mean(readings.map(({ second }) => second)), mean(readings.map(({ usedBytes }) => usedBytes))];
  const spread = readings.reduce((sum, { second }) => sum + (second - x) ** 2, 0);
  if (spread === 0) return 0;
  const together = readings.reduce((sum, { second, usedBytes }) => sum + (second - x) * (usedBytes - y), 0);
  return ((together / spread) * 60) / 1024;
}

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(" | ")} |`;

/** docs/benchmarks-console.md: how it was measured, then the figures. */
export function writePage({ views, cores, browser, minutes, speed, rate }: Measured): string {
  const longest = (values: readonly number[]) => (values.length === 0 ? "–" : fixed(Math.max(...values)));
  const costs = views.map((view) =>
    row([
      view.view,
      fixed(view.seconds),
      fixed(view.ticks / view.seconds, 1),
      fixed(view.rows / Math.max(1, view.ticks), 1),
      fixed(view.scriptPerTick, 1),
      fixed(view.layoutPerTick, 1),
      fixed(view.frames / view.seconds, 1),
      view.lateFrames,
      fixed(view.longestGap),
      view.longTasks.length,
      longest(view.longTasks),
    ]),
  );
  const heaps = views.map(({ view, heap }) => {
    const used = heap.map(({ usedBytes }) => usedBytes / MEGABYTE);
    const last = heap.at(-1);
    return row([
      view,
      heap.length,
      fixed(used[0] ?? 0, 1),
      fixed(Math.max(...used), 1),
      fixed(used.at(-1) ?? 0, 1),
      fixed(growth(heap)),
      heap[0]?.nodes ?? 0,
      last?.nodes ?? 0,
      heap[0]?.listeners ?? 0,
      last?.listeners ?? 0,
    ]);
  });
  return `# Benchmarks of the console

\`npm run bench:console\` measures and writes this page. The built product on an embedded database, with the demo's crowd hurrying at ${speed} times real speed through the sample edition, up to ${rate} entries a second at its busiest hour; the board open in ${browser} at 1440 by 900 for ${fixed(minutes, minutes < 10 ? 1 : 0)} minutes, a third of them on each view. Service, database, crowd and browser shared ${cores} cores, and the browser drew without a graphics card.

## What a tick costs

Ticks and their rows are counted on the socket. Script is all JavaScript of the main thread over the ticks of the time, layout that of layout and style; a task over 50 ms is a long one; a frame is late when more than 50 ms have passed since the one before.

| view | seconds | ticks a second | rows a tick | script a tick, ms | layout a tick, ms | frames a second | late frames | longest gap, ms | long tasks | longest, ms |
|---|---|---|---|---|---|---|---|---|---|---|
${costs.join("\n")}

## Memory

The heap of JavaScript after a forced collection, read at intervals. Growth is the slope of a line through the readings without their first third, in which caches fill.

| view | readings | first, MB | most, MB | last, MB | growth, kB a minute | nodes, first | nodes, last | listeners, first | listeners, last |
|---|---|---|---|---|---|---|---|---|---|
${heaps.join("\n")}
`;
}
