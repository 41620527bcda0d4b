import type { CountRow, HistoryPoint } from "@abwab/contract";
import { addEntered, trailOf, type Trail, type TrailWindow } from "./trail.ts";

export interface TrailStore {
  subscribe(listener: () => void): () => void;
  trail(zone: string): Trail | undefined;
  /** Says what the rows are now; what was entered since the last time goes onto the curves. */
  follow(rows: readonly CountRow[], now: number): void;
}

export interface TrailSource {
  window(now: number): TrailWindow;
  read(zone: string, window: TrailWindow): Promise<readonly HistoryPoint[]>;
}

/** Curves are read this many at a time, each again after this long. */
export const AT_ONCE = 4;
const READ_AGAIN_MS = 5 * 60_000;
const READ_CHANGED_AGAIN_MS = 20_000;

interface Curve {
  trail: Trail | undefined;
  readAt: number;
  enteredThen: number;
  entered: number;
}

/**
 * The small curves of all zones: read from the history a few at a time, extended from the live figures in between, so
 * that fifty tiles don't mean fifty requests at once.
 */
export function createTrailStore(source: TrailSource): TrailStore {
  const curves = new Map<string, Curve>();
  const listeners = new Set<() => void>();
  let reading = 0;

  const due = (curve: Curve, now: number) => {
    const age = now - curve.readAt;
    if (curve.trail?.window.live === false) return age > READ_CHANGED_AGAIN_MS && curve.entered !== curve.enteredThen;
    return age > READ_AGAIN_MS;
  };
  const readNext = (now: number) => {
    for (const [zone, curve] of curves) {
      if (reading >= AT_ONCE) return;
      if (due(curve, now)) void readOne(zone, curve, now);
    }
  };
  const readOne = async (zone: string, curve: Curve, now: number) => {
    reading += 1;
    curve.readAt = now;
    curve.enteredThen = curve.entered;
    const window = source.window(now);
    try {
      const points = await source.read(zone, window);
      const since = curve.entered - curve.enteredThen;
      curve.trail = addEntered(trailOf(window, points), since, now);
    } catch (error) {
      // A curve is an extra: the figures stand without it, and it is asked for again when due.
      console.warn(`no history of ${zone}`, error);
    } finally {
      reading -= 1;
    }
    for (const listener of listeners) listener();
    readNext(now);
  };

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    trail: (zone) => curves.get(zone)?.trail,
    follow(rows, now) {
      for (const { zone, enteredToday } of rows) {
        const curve = curves.get(zone);
        if (curve === undefined) {
          curves.set(zone, { trail: undefined, readAt: -Infinity, enteredThen: 0, entered: enteredToday });
          continue;
        }
        // Fewer than before is a correction or another day: nothing came in at this minute.
        const entered = Math.max(0, enteredToday - curve.entered);
        curve.entered = enteredToday;
        if (curve.trail) curve.trail = addEntered(curve.trail, entered, now);
      }
      for (const listener of listeners) listener();
      readNext(now);
    },
  };
}
