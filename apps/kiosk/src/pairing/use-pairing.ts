import { useEffect, useState } from "react";
import type { Pairing, PairingStore } from "./pairing-store.ts";

/** `loading` until the disk has answered; then the pairing, or undefined where there is none. */
export function usePairing(store: PairingStore): Pairing | undefined | "loading" {
  const [pairing, setPairing] = useState<Pairing | undefined | "loading">("loading");
  const [failure, setFailure] = useState<Error>();
  useEffect(() => {
    const fail = (error: unknown) => setFailure(new Error("the pairing can't be read", { cause: error }));
    return store.watch(setPairing, fail);
  }, [store]);
  // A kiosk whose disk can't be read can keep no promise: the screen of last resort says so.
  if (failure !== undefined) throw failure;
  return pairing;
}
