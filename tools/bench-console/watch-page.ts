import type { CDPSession, Page } from "@playwright/test";

/** What one view of the board cost while it was watched. Times in milliseconds. */
export interface Watched {
  readonly view: string;
  readonly seconds: number;
  /** Ticks the socket brought, and rows in them. */
  readonly ticks: number;
  readonly rows: number;
  /** Durations of tasks over 50 ms, by the Long Tasks API. */
  readonly longTasks: number[];
  readonly frames: number;
  /** Gaps between two frames over 50 ms, where three are missing at 60 a second. */
  readonly lateFrames: number;
  readonly longestGap: number;
  /** A tick's mean cost on the main thread. */
  readonly scriptPerTick: number;
  readonly layoutPerTick: number;
  readonly heap: HeapReading[];
}

/** After a forced collection. */
export interface HeapReading {
  readonly second: number;
  readonly usedBytes: number;
  readonly nodes: number;
  readonly listeners: number;
}

interface Counted {
  longTasks: number[];
  frames: number;
  lateFrames: number;
  longestGap: number;
}

/** Has to run before the page does. */
export function countInPage(): void {
  const counted: Counted = { longTasks: [], frames: 0, lateFrames: 0, longestGap: 0 };
  Object.assign(globalThis, { boardBench: counted });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) counted.longTasks.push(duration);
  }).observe({ type: "longtask", buffered: true });
  let before: number | undefined;
  const frame = (now: number) => {
    const gap = before === undefined ? 0 : now - before;
    before = now;
    counted.frames += 1;
    if (gap > 50) counted.lateFrames += 1;
    counted.longestGap = Math.max(counted.longestGap, gap);
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

const takeCounted = (page: Page): Promise<Counted> =>
  page.evaluate(() => {
    const { boardBench } = globalThis as unknown as { boardBench: Counted };
    const taken = { ...boardBench };
    Object.assign(boardBench, { longTasks: [], frames: 0, lateFrames: 0, longestGap: 0 });
    return taken;
  });

/** Sums since the page began, in seconds; and what it holds now. */
async function metricsOf(session: CDPSession): Promise<Record<string, number>> {
  const { metrics } = await session.send("Performance.getMetrics");
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

async function readHeap(session: CDPSession, second: number): Promise<HeapReading> {
  // Twice: what finalisers let go of is collected too.
  await session.send("HeapProfiler.collectGarbage");
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const metrics = await metricsOf(session);
  return { second, usedBytes: usedSize, nodes: metrics["Nodes"] ?? 0, listeners: metrics["JSEventListeners"] ?? 0 };
}

/** Rows of a tick in a frame of the socket; undefined for another frame. */
function rowsIn(frame: string): number | undefined {
  if (!frame.startsWith('42/live,["counts",')) return undefined;
  return frame.split('"zone":"').length - 1;
}

/** Ticks from now on. */
export async function countTicks(session: CDPSession): Promise<{ ticks: number; rows: number }> {
  const seen = { ticks: 0, rows: 0 };
  await session.send("Network.enable");
  session.on("Network.webSocketFrameReceived", ({ response }) => {
    const rows = rowsIn(response.payloadData);
    if (rows === undefined) return;
    seen.ticks += 1;
    seen.rows += rows;
  });
  return seen;
}

export interface Watching {
  readonly view: string;
  readonly seconds: number;
  /** Between two readings of the heap. */
  readonly every: number;
  readonly seen: { ticks: number; rows: number };
}

/** Watches what is on screen for so long. Collections are the bench's own: tasks and frames around them are left out. */
export async function watch(
  page: Page,
  session: CDPSession,
  { view, seconds, every, seen }: Watching,
): Promise<Watched> {
  const heap = [await readHeap(session, 0)];
  const sum = { longTasks: [] as number[], frames: 0, lateFrames: 0, longestGap: 0, ticks: 0, rows: 0 };
  const spent = { script: 0, layout: 0 };
  const begun = Date.now();
  let watched = 0;
  while (Date.now() - begun < seconds * 1_000) {
    // A collection's own frame is over before counting begins.
    await page.waitForTimeout(500);
    await takeCounted(page);
    const [before, ticks, rows, from] = [await metricsOf(session), seen.ticks, seen.rows, Date.now()];
    const rest = seconds * 1_000 - (from - begun);
    await page.waitForTimeout(Math.max(500, Math.min(every * 1_000, rest)));
    const [after, counted] = [await metricsOf(session), await takeCounted(page)];
    watched += (Date.now() - from) / 1_000;
    sum.ticks += seen.ticks - ticks;
    sum.rows += seen.rows - rows;
    sum.longTasks.push(...counted.longTasks);
    sum.frames += counted.frames;
    sum.lateFrames += counted.lateFrames;
    sum.longestGap = Math.max(sum.longestGap, counted.longestGap);
    const grown = (name: string) => ((after[name] ?? 0) - (before[name] ?? 0)) * 1_000;
    spent.script += grown("ScriptDuration");
    spent.layout += grown("LayoutDuration") + grown("RecalcStyleDuration");
    heap.push(await readHeap(session, Math.round((Date.now() - begun) / 1_000)));
  }
  const ticks = Math.max(1, sum.ticks);
  return {
    view,
    seconds: watched,
    ...sum,
    scriptPerTick: spent.script / ticks,
    layoutPerTick: spent.layout / ticks,
    heap,
  };
}
