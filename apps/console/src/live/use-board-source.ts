import type { Edition } from "@abwab/contract";
import type { CountStore } from "./count-store.ts";
import { useLiveCounts } from "./use-live-counts.ts";
import { useTimeTravel, type TimeTravel } from "./use-time-travel.ts";

/** Where the board takes its rows from. Whatever shows figures reads `store` and asks nothing else. */
export interface BoardSource {
  readonly store: CountStore;
  /** The past moment that the figures are of, ms since the epoch; undefined while they are those of now. */
  readonly moment: number | undefined;
  readonly travel: TimeTravel;
}

/** The figures of now, or of a past moment that somebody has gone back to. */
export function useBoardSource(edition: Edition): BoardSource {
  const live = useLiveCounts(edition.slug);
  const { store: past, ...travel } = useTimeTravel(edition);
  return { store: travel.moment === undefined ? live : past, moment: travel.moment, travel };
}
