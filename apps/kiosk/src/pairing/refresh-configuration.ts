import { ApiProblem, createClient, Unreachable } from "@abwab/api-client";
import { kioskRoutes } from "../app/kiosk-routes.ts";
import type { Pairing, PairingStore } from "./pairing-store.ts";

/** Fetches the configuration if it has changed; the kiosk goes on with the one it has when it can't. */
export async function refreshConfiguration(pairing: Pairing, store: PairingStore): Promise<void> {
  const { token, etag } = pairing;
  try {
    const answer = await createClient({ token }).callIfChanged(kioskRoutes.deviceConfiguration, etag);
    if (!answer.changed) return;
    await store.update(token, (before) => ({
      ...before,
      configuration: answer.body,
      etag: answer.etag,
    }));
  } catch (error) {
    // Offline, or refused: the outbox meets the same and says so. Anything else is a defect and is not hidden.
    if (!(error instanceof Unreachable) && !(error instanceof ApiProblem)) throw error;
  }
}
