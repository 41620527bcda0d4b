import type { CountRow } from "@abwab/contract";
import { addEntered, type Trail, type TrailWindow } from "./trail.ts";

export interface TrailStore {
  subscribe(listener: () => void): () => void;
  trail(zone: string): Trail | undefined;
  /** Says what the rows are at `now`, ms since the epoch; what was entered since the last time goes onto the curves. */
  follow(rows: readonly CountRow[], now: number): void;
}

export interface TrailSource {
  window(now: number): TrailWindow;
  /** Entries of each zone by its code, a figure a bucket of the window. */
  read(window: TrailWindow): Promise<ReadonlyMap<string, readonly number[]>>;
}

const READ_AGAIN_MS = 5 * 60_000;
const READ_CHANGED_AGAIN_MS = 20_000;

/** The small curves of all zones: read from the history in one question, extended from the live figures in between. */
export function createTrailStore(source: TrailSource): TrailStore {
  const entered = new Map<string, number>();
  const listeners = new Set<() => void>();
  let trails: ReadonlyMap<string, Trail> = new Map();
  let shown: { window: TrailWindow; at: number } | undefined;
  let changed = false;
  let reading = false;
  let latest = 0;

  const isDue = (window: TrailWindow): boolean => {
    if (shown === undefined) return true;
    const age = latest - shown.at;
    if (window.live) return age > READ_AGAIN_MS || !shown.window.live;
    return window.to !== shown.window.to || (changed && age > READ_CHANGED_AGAIN_MS);
  };
  const readWhenDue = async (): Promise<void> => {
    const window = source.window(latest);
    if (reading || !isDue(window)) return;
    reading = true;
    changed = false;
    shown = { window, at: latest };
    const then = new Map(entered);
    try {
      const curves = await source.read(window);
      const since = (zone: string) => (entered.get(zone) ?? 0) - (then.get(zone) ?? 0);
      trails = new Map(
        [...curves].map(([zone, values]) => [zone, addEntered({ window, values }, since(zone), latest)]),
      );
    } catch (error) {
      // Curves are an extra: the figures stand without them, and they are asked for again when due.
      console.warn("no curves", error);
    } finally {
      reading = false;
    }
    for (const listener of listeners) listener();
    void readWhenDue();
  };

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    trail: (zone) => trails.get(zone),
    follow(rows, now) {
      latest = now;
      const moved = new Map(trails);
      for (const { zone, enteredToday } of rows) {
        // Fewer than before is a correction or another day: nothing came in at this minute.
        const more = Math.max(0, enteredToday - (entered.get(zone) ?? enteredToday));
        changed ||= entered.get(zone) !== enteredToday;
        entered.set(zone, enteredToday);
        const trail = moved.get(zone);
        if (trail) moved.set(zone, addEntered(trail, more, now));
      }
      trails = moved;
      for (const listener of listeners) listener();
      void readWhenDue();
    },
  };
}
