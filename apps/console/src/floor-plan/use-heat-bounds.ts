import type { Zone } from "@abwab/contract";
import { useMemo, useSyncExternalStore } from "react";
import type { CountStore } from "../live/count-store.ts";
import { boundsTo, fixedBounds, heatOf, scaleEnd, type HeatBounds, type HeatMeasure } from "./heat.ts";

/** Reads the scale of a measure: the same object until it differs. */
function scaleReader(measure: HeatMeasure, zones: readonly Zone[], store: CountStore): () => HeatBounds {
  const fixed = fixedBounds(measure);
  if (fixed) return () => fixed;
  // The whole site would be the end of every scale.
  const compared = zones.filter(({ kind }) => kind !== "site");
  let end = scaleEnd(undefined, 0);
  let bounds = boundsTo(end);
  return () => {
    const highest = compared.reduce(
      (most, zone) => Math.max(most, heatOf(measure, zone, store.row(zone.code)) ?? 0),
      0,
    );
    const next = scaleEnd(end, highest);
    if (next !== end) bounds = boundsTo(next);
    end = next;
    return bounds;
  };
}

/** The scale of a measure, such that a tick re-renders only what it changed. */
export function useHeatBounds(measure: HeatMeasure, zones: readonly Zone[], store: CountStore): HeatBounds {
  const read = useMemo(() => scaleReader(measure, zones, store), [measure, zones, store]);
  return useSyncExternalStore(store.subscribe, read);
}
