import type { DeviceBroadcast, ZoneNotice } from "@abwab/contract";
import { useCallback, useEffect, useRef } from "react";
import type { Pairing, PairingStore } from "./pairing-store.ts";

const REFRESH_MS = 60_000;
const FIRST_RETRY_MS = 2_000;
/** All kiosks of an edition hear of a change in one instant; they ask within so long of each other. */
const SPREAD_MS = 2_000;

async function refresh(pairing: Pairing, store: PairingStore): Promise<void> {
  const { refreshConfiguration } = await import("./refresh-configuration.ts");
  await refreshConfiguration(pairing, store);
}

/**
 * Keeps the configuration of a pairing fresh: asks every minute, takes over at once what is said about the kiosk's own
 * zone (`onNotice`) and of messages (`onBroadcasts`), and reads it again when told that it has changed (`onConfiguration`).
 */
export function useConfiguration(pairing: Pairing | undefined, store: PairingStore) {
  const missing = pairing !== undefined && pairing.configuration === undefined;
  const token = pairing?.token;
  const etag = pairing?.etag;

  useEffect(() => {
    if (!pairing) return;
    const fetchNow = () => void refresh(pairing, store);
    fetchNow();
    const timer = setInterval(fetchNow, missing ? FIRST_RETRY_MS : REFRESH_MS);
    window.addEventListener("online", fetchNow);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", fetchNow);
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- a new object with the same content is no reason to ask
  }, [token, etag, missing, store]);

  const latest = useRef(pairing);
  latest.current = pairing;
  const onConfiguration = useCallback(() => {
    setTimeout(() => {
      if (latest.current) void refresh(latest.current, store);
    }, Math.random() * SPREAD_MS);
  }, [store]);

  const onNotice = useCallback(
    (notice: ZoneNotice) => {
      if (token === undefined) return;
      void store.update(token, (before) => {
        const { configuration } = before;
        if (configuration?.zone.code !== notice.zone) return before;
        const zone = { ...configuration.zone, status: notice.status, message: notice.message };
        return { ...before, configuration: { ...configuration, zone } };
      });
    },
    [token, store],
  );
  const onBroadcasts = useCallback(
    (broadcasts: readonly DeviceBroadcast[]) => {
      if (token === undefined) return;
      void store.update(token, (before) => {
        const { configuration } = before;
        if (configuration === undefined) return before;
        return { ...before, configuration: { ...configuration, broadcasts: [...broadcasts] } };
      });
    },
    [token, store],
  );
  return { onNotice, onBroadcasts, onConfiguration };
}
