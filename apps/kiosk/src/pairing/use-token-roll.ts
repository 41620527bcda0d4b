import { useEffect } from "react";
import type { PairingStore } from "./pairing-store.ts";

/** One tab at a time: of two that rolled at once, the first one's new token would be worth nothing. */
const NAME = "abwab-token";

const alone = (task: () => Promise<void>): Promise<void> =>
  navigator.locks ? navigator.locks.request(NAME, task) : Promise.resolve();

/** Rolls the token of a kiosk now and then, at the start of a shift (`shift`) or of the application. */
export function useTokenRoll(store: PairingStore, shift: string | undefined): void {
  useEffect(() => {
    alone(async () => {
      const { browserRollParts, rollToken } = await import("./roll-token.ts");
      await rollToken(browserRollParts(store));
    }).catch(noteFailure);
  }, [store, shift]);
}

/** The token was refused: perhaps because a new one had been taken and the answer was lost. */
export function useTokenDoubt(store: PairingStore, refused: boolean): void {
  useEffect(() => {
    if (!refused) return;
    alone(async () => {
      const { browserRollParts, confirmNextToken } = await import("./roll-token.ts");
      await confirmNextToken(browserRollParts(store));
    }).catch(noteFailure);
  }, [store, refused]);
}

function noteFailure(error: unknown): void {
  console.error("the token could not be rolled; the present one stays", error);
}
