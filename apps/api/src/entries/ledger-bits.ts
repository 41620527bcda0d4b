// Bits of the ledger's flags that are no flags of the contract: what a later delivery needs to answer alike (E2).

/** A pass was shown at a zone that keeps none, and dropped (A4). */
export const PASS_DROPPED = 128;
/** It was asked for before the crossing, and admitted. */
export const ASKED = 256;
