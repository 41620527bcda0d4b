import type { PairingFailure } from "./pair-device.ts";
import type { PairingStore } from "./pairing-store.ts";

export type { PairingFailure };

/** Pairs with what is fetched only now; where that can't be fetched there is no network for the rest either. */
export async function exchangeCode(code: string, store: PairingStore): Promise<PairingFailure | "paired"> {
  let part: typeof import("./pair-device.ts");
  try {
    part = await import("./pair-device.ts");
  } catch (error) {
    console.warn("the part that pairs can't be fetched", error);
    return "offline";
  }
  return part.pairDevice(code, store);
}
