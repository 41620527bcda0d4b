import { ApiProblem, createClient, Unreachable, type Client } from "@abwab/api-client";
import { kioskRoutes } from "../app/kiosk-routes.ts";
import type { PairingStore } from "./pairing-store.ts";

const ROLL_AFTER_MS = 24 * 60 * 60_000;

export interface RollParts {
  readonly store: PairingStore;
  readonly clientFor: (token: string) => Client;
  readonly now: () => number;
}

export const browserRollParts = (store: PairingStore): RollParts => ({
  store,
  clientFor: (token) => createClient({ token }),
  now: Date.now,
});

/**
 * Changes this kiosk's token for a new one when it is a day old. The new one is on the disk before it is used, and the
 * old one stays until the new one was taken: whichever answer is lost, one of the two on the disk is good.
 */
export async function rollToken(parts: RollParts): Promise<void> {
  const { store, clientFor, now } = parts;
  const pairing = await store.read();
  if (!pairing) return;
  const { token, rolledAt = 0, nextToken } = pairing;
  if (nextToken !== undefined) return confirmNextToken(parts);
  // A clock that was set back would put the next roll off for ever.
  if (now() - rolledAt < ROLL_AFTER_MS && rolledAt <= now()) return;
  try {
    const rolled = await clientFor(token).call(kioskRoutes.rollDeviceToken);
    await store.update(token, (before) => ({ ...before, nextToken: rolled.token }));
  } catch (error) {
    return rethrowDefect(error);
  }
  await confirmNextToken(parts);
}

/** Uses the new token for the first time, which ends the old one. Called again for as long as that is in doubt. */
export async function confirmNextToken({ store, clientFor, now }: RollParts): Promise<void> {
  const pairing = await store.read();
  if (pairing?.nextToken === undefined) return;
  const { token, nextToken, etag } = pairing;
  try {
    await clientFor(nextToken).callIfChanged(kioskRoutes.deviceConfiguration, etag);
    await store.update(token, (before) => ({
      ...before,
      token: nextToken,
      nextToken: undefined,
      rolledAt: now(),
    }));
  } catch (error) {
    const isUnknown = error instanceof ApiProblem && error.code === "unauthenticated";
    // Another one was handed out after it: the old one still is the token.
    if (isUnknown) await store.update(token, (before) => ({ ...before, nextToken: undefined }));
    rethrowDefect(error);
  }
}

/** No network, or the service would not: the token that is stays, and the next shift tries again. */
function rethrowDefect(error: unknown): void {
  if (!(error instanceof Unreachable) && !(error instanceof ApiProblem)) throw error;
}
