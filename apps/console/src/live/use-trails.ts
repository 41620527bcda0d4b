import { routes, type Edition } from "@abwab/contract";
import { createCalendar } from "@abwab/domain";
import { useEffect, useMemo, useSyncExternalStore } from "react";
import { api } from "../app/api.ts";
import type { CountStore } from "./count-store.ts";
import { createTrailStore, type TrailStore } from "./trail-store.ts";
import { trailWindow, type Trail } from "./trail.ts";

/** Curves move this often, not with every tick. */
const FOLLOW_MS = 2_000;

/**
 * The small curves of an edition's zones, following its live figures.
 *
 * @param moment a past one that the figures are of: the curves are of now, and none is drawn
 */
export function useTrails(edition: Edition, store: CountStore, moment?: number): TrailStore {
  const isPast = moment !== undefined;
  const trails = useMemo(() => {
    const calendar = createCalendar(edition.timeZone, edition.dayCutoff);
    return createTrailStore({
      window: (now) => trailWindow(edition, calendar, store.state().snapshot?.day ?? calendar.dayOf(now), now),
      read: async (zone, window) => {
        const { points } = await api.call(routes.history, {
          params: { slug: edition.slug },
          query: {
            zone,
            from: new Date(window.from).toISOString(),
            to: new Date(window.to).toISOString(),
            step: window.step,
          },
        });
        return points;
      },
    });
  }, [edition, store]);
  useEffect(() => {
    const follow = () => {
      const { snapshot } = store.state();
      if (snapshot && !isPast && document.visibilityState === "visible") trails.follow(snapshot.zones, Date.now());
    };
    follow();
    const timer = setInterval(follow, FOLLOW_MS);
    return () => clearInterval(timer);
  }, [trails, store, isPast]);
  return trails;
}

export function useTrail(trails: TrailStore, zone: string): Trail | undefined {
  return useSyncExternalStore(trails.subscribe, () => trails.trail(zone));
}
