import { ApiProblem, createClient, Unreachable } from "@abwab/api-client";
import { kioskRoutes } from "../app/kiosk-routes.ts";
import type { PairingStore } from "./pairing-store.ts";

/** Why pairing did not work, in the words of the screen. */
export type PairingFailure = "unknown" | "used" | "tooMany" | "offline" | "server";

/**
 * Exchanges a code for a token and puts that on the disk at once: the code is spent by now, and what comes after
 * needs only the token.
 */
export async function pairDevice(code: string, store: PairingStore): Promise<PairingFailure | "paired"> {
  try {
    const { token, device } = await createClient().call(kioskRoutes.pair, { body: { pairingCode: code } });
    await store.save({ token, deviceId: device.id, rolledAt: Date.now() });
    return "paired";
  } catch (error) {
    return failureOf(error);
  }
}

function failureOf(error: unknown): PairingFailure {
  if (error instanceof Unreachable) return "offline";
  if (!(error instanceof ApiProblem)) throw error;
  switch (error.code) {
    case "pairing_code_unknown":
    case "invalid":
      return "unknown";
    case "pairing_code_used":
      return "used";
    case "too_many_attempts":
      return "tooMany";
    default:
      return "server";
  }
}
