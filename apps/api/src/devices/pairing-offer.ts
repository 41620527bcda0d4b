import type { Device } from "@abwab/contract";
import { hashPairingCode, newPairingCode } from "./pairing-code.ts";

const LIFETIME_MS = 15 * 60_000;

/** A device with the code by which a machine becomes it. */
export interface OfferedPairing {
  device: Device;
  pairingCode: string;
  expiresAt: Date;
}

export interface Offer {
  /** As it is shown; only its hash is stored. */
  code: string;
  codeHash: Buffer<ArrayBuffer>;
  expiresAt: Date;
}

export function newOffer(): Offer {
  return offerOf(newPairingCode(), LIFETIME_MS);
}

/** For a sheet that is carried about: a code of twice the bits, which lives longer. */
export function newPrintedOffer(lifetimeMs: number): Offer {
  return offerOf(newPairingCode("printed"), lifetimeMs);
}

function offerOf(code: string, lifetimeMs: number): Offer {
  const codeHash = hashPairingCode(code);
  if (codeHash === undefined) throw new Error("A pairing code of our own making is not understood.");
  return { code, codeHash, expiresAt: new Date(Date.now() + lifetimeMs) };
}
