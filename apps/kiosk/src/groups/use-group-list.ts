import { createClient } from "@abwab/api-client";
import type { DeviceConfiguration } from "@abwab/contract";
import { useEffect, useMemo } from "react";
import { kioskRoutes } from "../app/kiosk-routes.ts";
import { GroupListStore } from "./group-list-store.ts";
import { GroupList } from "./group-list.ts";

/** Between two readings of the list; opening it reads it too. */
const REFRESH_MS = 5 * 60_000;
/** All kiosks are switched on, or reach the network again, at one time; they ask within so long of each other. */
const SPREAD_MS = 5_000;

interface GroupListOptions {
  readonly token: string;
  readonly configuration: DeviceConfiguration;
  readonly dayOf: (at: number) => string;
}

/** The day's groups of this kiosk, kept as long as the screen stands. */
export function useGroupList({ token, configuration, dayOf }: GroupListOptions): GroupList {
  const { edition, zone, policy } = configuration;
  const list = useMemo(() => {
    const client = createClient({ token });
    return new GroupList({
      store: new GroupListStore(),
      edition: edition.slug,
      zone: zone.code,
      fetch: async () => (await client.call(kioskRoutes.listDeviceVisits)).items,
      now: Date.now,
      dayOf,
    });
  }, [token, edition.slug, zone.code, dayOf]);
  // A4: where being seen is a risk no pass is kept, not even one that has not come yet.
  const isKept = !policy.anonymousOnly;

  useEffect(() => {
    if (!isKept) return;
    let soon: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => void list.refresh().catch(fail);
    const refreshSoon = () => {
      clearTimeout(soon);
      soon = setTimeout(refresh, Math.random() * SPREAD_MS);
    };
    list.load().then(refreshSoon, fail);
    const timer = setInterval(refresh, REFRESH_MS);
    window.addEventListener("online", refreshSoon);
    return () => {
      clearTimeout(soon);
      clearInterval(timer);
      window.removeEventListener("online", refreshSoon);
    };
  }, [list, isKept]);
  return list;
}

/** Groups can't be found by name then; every other way in goes on. */
function fail(error: unknown): void {
  console.error("the day's groups can't be read or kept", error);
}
