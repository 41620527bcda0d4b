import { ApiProblem, createClient, Unreachable } from "@abwab/api-client";
import { routes, type ZoneNotice } from "@abwab/contract";
import { useCallback, useEffect } from "react";
import type { Pairing, PairingStore } from "./pairing-store.ts";

const REFRESH_MS = 60_000;
const FIRST_RETRY_MS = 2_000;

/** Fetches the configuration if it has changed; the kiosk goes on with the one it has when it can't. */
async function refresh({ token, etag }: Pairing, store: PairingStore): Promise<void> {
  try {
    const answer = await createClient({ token }).callIfChanged(routes.deviceConfiguration, etag);
    if (!answer.changed) return;
    await store.update(token, ({ deviceId }) => ({
      token,
      deviceId,
      configuration: answer.body,
      ...(answer.etag && { etag: answer.etag }),
    }));
  } catch (error) {
    // Offline, or refused: the outbox meets the same and says so. Anything else is a defect and is not hidden.
    if (!(error instanceof Unreachable) && !(error instanceof ApiProblem)) throw error;
  }
}

/** Keeps the configuration of a pairing fresh, and takes over at once what is said about the kiosk's own zone. */
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

  return useCallback(
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
}
