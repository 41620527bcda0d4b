import type { Zone } from "@abwab/contract";
import { useMemo } from "react";
import { useNow } from "../app/use-now.ts";
import { selectZones, type BoardView } from "./board-selection.ts";
import type { CountStore } from "./count-store.ts";
import { useCounts } from "./use-live-counts.ts";

/** Tiles change places this often at most, so that a finger or an eye finds what it was about to reach. */
const REORDER_MS = 3_000;

/** The zones that the view shows, in its order. */
export function useSelectedZones(zones: readonly Zone[], store: CountStore, view: BoardView): Zone[] {
  const beat = useNow(REORDER_MS);
  const known = useCounts(store, (state) => state.snapshot !== undefined);
  return useMemo(() => selectZones(zones, store.row, view), [zones, store, view, known, beat]);
}
