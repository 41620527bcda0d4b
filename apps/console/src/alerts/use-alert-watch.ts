import { watchCounts } from "@abwab/api-client";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { SESSION_KEY } from "../app/query-client.ts";
import { refreshAlerts, takeAlertNotice } from "./alert-queries.ts";

const nothing = (): void => undefined;

/** Brings alerts within a second, on a page that shows no live figures. */
export function useAlertWatch(slug: string): void {
  const client = useQueryClient();
  useEffect(() => {
    const watch = watchCounts({
      edition: slug,
      onSnapshot: () => refreshAlerts(client, slug),
      onTick: nothing,
      onConnection: nothing,
      onRefused: (code) => {
        if (code === "unauthenticated") client.setQueryData(SESSION_KEY, null);
      },
      onAlert: (notice) => takeAlertNotice(client, slug, notice),
    });
    return () => watch.close();
  }, [slug, client]);
}
