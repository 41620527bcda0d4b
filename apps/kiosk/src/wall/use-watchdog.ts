import { createClient } from "@abwab/api-client";
import { useEffect, useRef } from "react";
import { kioskRoutes } from "../app/kiosk-routes.ts";
import { mayBeStuck, type Watch } from "./watchdog.ts";

const CHECK_MS = 15_000;
const KEY = "abwab.kiosk.wall.reloaded";

/** Starts the page anew when it is stuck and the service answers; with no network a reload would help nobody. */
export function useWatchdog(edition: string, token: string | undefined, seen: Pick<Watch, "heardAt" | "pace">): void {
  const latest = useRef(seen);
  latest.current = seen;
  useEffect(() => {
    const startedAt = Date.now();
    const look = async () => {
      const reloadedAt = Number(sessionStorage.getItem(KEY) ?? 0);
      const now = Date.now();
      if (!mayBeStuck({ ...latest.current, startedAt, reloadedAt, now })) return;
      await createClient(token === undefined ? {} : { token }).call(kioskRoutes.counts, {
        params: { slug: edition },
        query: {},
      });
      sessionStorage.setItem(KEY, String(now));
      location.reload();
    };
    const timer = setInterval(() => {
      look().catch((error: unknown) => console.warn("the service is not reached", error));
    }, CHECK_MS);
    return () => clearInterval(timer);
  }, [edition, token]);
}
