import { z } from "zod";
import { category, checkpoint, edition, policy, zone } from "./editions.ts";
import { code, shortText, uuid } from "./primitives.ts";

export const device = z.object({
  id: uuid,
  name: z.string(),
  checkpoint: code,
  zone: code,
  pairedAt: z.string().nullable(),
  lastSeenAt: z.string().nullable(),
  pending: z.int(),
  clockOffsetMs: z.int().nullable(),
  appVersion: z.string().nullable(),
  revokedAt: z.string().optional(),
});
export type Device = z.infer<typeof device>;

export const newDevice = z.strictObject({ name: shortText, checkpoint: code });
export type NewDevice = z.infer<typeof newDevice>;
export const devicePatch = newDevice.partial();
export type DevicePatch = z.infer<typeof devicePatch>;

/** A pairing code: 40 bits as eight characters of Crockford's base 32, shown `XXXX-XXXX`; it lives 15 minutes. */
export const pairing = z.object({
  device,
  pairingCode: z.string(),
  pairingUrl: z.string(),
  expiresAt: z.string(),
});
export type Pairing = z.infer<typeof pairing>;

export const pairRequest = z.strictObject({
  /** Case, blanks and hyphens do not matter. */
  pairingCode: z.string().min(1).max(64),
  /** PEM or JWK: printable ASCII. */
  publicKey: z
    .string()
    .max(2048)
    .regex(/^[\x20-\x7e\r\n]*$/)
    .optional(),
});
export type PairRequest = z.infer<typeof pairRequest>;
export const pairResponse = z.object({ token: z.string(), device, edition });
export type PairResponse = z.infer<typeof pairResponse>;

/** All that a kiosk needs to work with no network. */
export const deviceConfiguration = z.object({
  edition,
  zone,
  checkpoint,
  device: z.object({ id: uuid, name: z.string() }),
  policy,
  categories: z.array(category),
  publicKeys: z.array(z.object({ keyId: z.string(), publicKey: z.string() })),
  revocations: z.array(z.string()),
});
export type DeviceConfiguration = z.infer<typeof deviceConfiguration>;
