import { routes, type Edition } from "@abwab/contract";
import { createCalendar } from "@abwab/domain";
import { useEffect, useMemo, useSyncExternalStore } from "react";
import { api } from "../app/api.ts";
import type { CountStore } from "./count-store.ts";
import { createTrailStore, type TrailStore } from "./trail-store.ts";
import { hourBefore, trailWindow, type Trail } from "./trail.ts";

/** Curves move this often, not with every tick. */
const FOLLOW_MS = 2_000;

/**
 * The small curves of an edition's zones, following its live figures.
 *
 * @param moment a past one that the figures are of, ms since the epoch: the curves are of the hour before it
 */
export function useTrails(edition: Edition, store: CountStore, moment?: number): TrailStore {
  const isPast = moment !== undefined;
  const trails = useMemo(() => {
    const calendar = createCalendar(edition.timeZone, edition.dayCutoff);
    return createTrailStore({
      window: (now) =>
        isPast
          ? hourBefore(now)
          : trailWindow(edition, calendar, store.state().snapshot?.day ?? calendar.dayOf(now), now),
      read: async ({ from, to, step }) => {
        const { zones } = await api.call(routes.curves, {
          params: { slug: edition.slug },
          query: { from: new Date(from).toISOString(), to: new Date(to).toISOString(), step },
        });
        return new Map(zones.map(({ zone, entered }) => [zone, entered]));
      },
    });
  }, [edition, store, isPast]);
  useEffect(() => {
    const follow = () => {
      const { snapshot } = store.state();
      if (snapshot && document.visibilityState === "visible") trails.follow(snapshot.zones, moment ?? Date.now());
    };
    follow();
    const timer = setInterval(follow, FOLLOW_MS);
    // The first figures bring the first curves, without waiting for the next turn.
    const stop = store.subscribe(() => {
      if (store.state().snapshot === undefined) return;
      stop();
      follow();
    });
    return () => {
      stop();
      clearInterval(timer);
    };
  }, [trails, store, moment]);
  return trails;
}

export function useTrail(trails: TrailStore, zone: string): Trail | undefined {
  return useSyncExternalStore(trails.subscribe, () => trails.trail(zone));
}
