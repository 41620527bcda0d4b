import type { Zone } from "@abwab/contract";
import { useLanguage } from "@abwab/ui";
import { useNow } from "../app/use-now.ts";
import { selectZones, type BoardChoice } from "./board-selection.ts";
import type { CountStore } from "./count-store.ts";
import { useCounts } from "./use-live-counts.ts";

/** Zones change places this often at most, so that a finger or an eye finds what it was about to reach. */
const REORDER_MS = 3_000;

const isKnown = (state: { snapshot: unknown }) => state.snapshot !== undefined;

/** The zones that the choice shows, in its order: settled with each beat and with the first figures, not each tick. */
export function useSelectedZones(zones: readonly Zone[], store: CountStore, choice: BoardChoice): Zone[] {
  const { language } = useLanguage();
  useNow(REORDER_MS);
  useCounts(store, isKnown);
  return selectZones(zones, store.row, choice, language);
}
