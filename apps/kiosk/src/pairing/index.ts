export { codeInLink } from "./pairing-code.ts";
export { pairingMessages } from "./pairing-messages.ts";
export { PairingPage } from "./pairing-page.tsx";
export { PairingStore, type Pairing } from "./pairing-store.ts";
export { useConfiguration } from "./use-configuration.ts";
export { usePairing } from "./use-pairing.ts";
export { useTokenDoubt, useTokenRoll } from "./use-token-roll.ts";
