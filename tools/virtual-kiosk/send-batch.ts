import { setTimeout as delay } from "node:timers/promises";
import { ApiProblem, Unreachable, type Client } from "@abwab/api-client";
import { routes, type EntriesResponse, type EntryItemInput } from "@abwab/contract";

export const appVersion = "virtual-kiosk 1.0";

const firstPauseMs = 250;
const longestPauseMs = 5_000;

export interface SendOptions {
  /** What the kiosk says is still waiting on it. */
  readonly pending?: number;
  readonly signal?: AbortSignal | undefined;
  /** How long a server that gives no answer is asked again; 2 minutes. */
  readonly giveUpAfterMs?: number;
  readonly onRetry?: (error: Error) => void;
  readonly now?: () => number;
}

/**
 * Sends one batch until the server has answered it. An answer that got lost, 429 and 503 are met by sending the
 * same items with the same ids again, which E2 makes harmless. Throws what the last attempt threw when the server
 * refuses the batch as a whole or stays away.
 */
export async function sendBatch(
  client: Client,
  entries: EntryItemInput[],
  options: SendOptions = {},
): Promise<EntriesResponse> {
  const now = options.now ?? Date.now;
  const giveUpAt = now() + (options.giveUpAfterMs ?? 120_000);
  for (let attempt = 0; ; attempt += 1) {
    const device = { pending: options.pending ?? 0, clock: new Date(now()).toISOString(), appVersion };
    try {
      return await client.call(routes.recordEntries, {
        body: { device, entries },
        ...(options.signal && { signal: options.signal }),
      });
    } catch (error) {
      if (!isPassing(error) || now() > giveUpAt) throw error;
      options.onRetry?.(error);
      const asked = error instanceof ApiProblem ? error.retryAfterSeconds : undefined;
      const pause =
        asked === undefined ? Math.min(longestPauseMs, firstPauseMs * 2 ** attempt) : Math.max(asked * 1000, 50);
      await delay(pause, undefined, { signal: options.signal });
    }
  }
}

function isPassing(error: unknown): error is ApiProblem | Unreachable {
  if (error instanceof Unreachable) return true;
  return (
    error instanceof ApiProblem &&
    (error.status === 429 || error.status === 503 || error.status === 502 || error.status === 504)
  );
}
