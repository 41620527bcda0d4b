import { applyTick, type ConnectionState, type Refusal } from "@abwab/api-client";
import type { CountRow, CountSnapshot, CountTick } from "@abwab/contract";
import { heard, type Freshness } from "./freshness.ts";

export interface CountState {
  readonly snapshot: CountSnapshot | undefined;
  readonly connection: ConnectionState;
  readonly freshness: Freshness | undefined;
  /** Why the service won't show this edition. */
  readonly refused: Refusal | undefined;
}

export interface CountStore {
  subscribe(listener: () => void): () => void;
  state(): CountState;
  /** The same object as before for a zone that did not change, so that its tile is left alone. */
  row(zone: string): CountRow | undefined;
  takeSnapshot(snapshot: CountSnapshot): void;
  takeTick(tick: CountTick): void;
  takeConnection(connection: ConnectionState): void;
  takeRefusal(code: Refusal): void;
}

/** The live figures of one edition, outside React, so that four ticks a second re-render only what they changed. */
export function createCountStore(now: () => number = Date.now): CountStore {
  let state: CountState = { snapshot: undefined, connection: "connecting", freshness: undefined, refused: undefined };
  let rows = new Map<string, CountRow>();
  const listeners = new Set<() => void>();
  const set = (change: Partial<CountState>) => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  const show = (snapshot: CountSnapshot) => {
    rows = new Map(snapshot.zones.map((row) => [row.zone, row]));
    set({ snapshot, freshness: heard(state.freshness, Date.parse(snapshot.asOf), now()) });
  };
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    state: () => state,
    row: (zone) => rows.get(zone),
    takeSnapshot: show,
    takeTick(tick) {
      if (state.snapshot === undefined) return;
      const next = applyTick(state.snapshot, tick);
      if (next !== state.snapshot) show(next);
    },
    takeConnection: (connection) => set({ connection }),
    takeRefusal: (refused) => set({ refused }),
  };
}
