import { watchCounts } from "@abwab/api-client";
import type { CountRow } from "@abwab/contract";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useSyncExternalStore } from "react";
import { refreshAlerts, takeAlertNotice } from "../alerts/alert-queries.ts";
import { SESSION_KEY } from "../app/query-client.ts";
import { zonesQuery } from "../editions/edition-queries.ts";
import { createCountStore, type CountState, type CountStore } from "./count-store.ts";
import { isStale } from "./freshness.ts";

/** The live figures of an edition for as long as the page shows them. */
export function useLiveCounts(slug: string): CountStore {
  const client = useQueryClient();
  // Another edition is another store: nothing of the one before may show through.
  const { store } = useMemo(() => ({ slug, store: createCountStore() }), [slug]);
  useEffect(() => {
    const watch = watchCounts({
      edition: slug,
      onSnapshot: (snapshot) => {
        store.takeSnapshot(snapshot);
        refreshAlerts(client, slug);
      },
      onTick: store.takeTick,
      onConnection: store.takeConnection,
      onRefused: (code) => {
        store.takeRefusal(code);
        if (code === "unauthenticated") client.setQueryData(SESSION_KEY, null);
      },
      onAlert: (notice) => takeAlertNotice(client, slug, notice),
      onZone: () => void client.invalidateQueries({ queryKey: zonesQuery(slug).queryKey }),
    });
    return () => watch.close();
  }, [slug, store, client]);
  return store;
}

/** A part of the figures; the component re-renders only when this part differs. */
export function useCounts<Part>(store: CountStore, select: (state: CountState) => Part): Part {
  return useSyncExternalStore(store.subscribe, () => select(store.state()));
}

export function useRow(store: CountStore, zone: string): CountRow | undefined {
  return useSyncExternalStore(store.subscribe, () => store.row(zone));
}

/** Whether what is on screen has to look old; asked again every second, as silence sends no event. */
export function useStale(store: CountStore): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const stop = store.subscribe(listener);
      const timer = setInterval(listener, 1_000);
      return () => {
        stop();
        clearInterval(timer);
      };
    },
    [store],
  );
  return useSyncExternalStore(subscribe, () => {
    const { freshness, connection } = store.state();
    return isStale(freshness, connection, Date.now());
  });
}
