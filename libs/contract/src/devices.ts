import { z } from "zod";
import { battery } from "./entries.ts";
import { category, checkpoint, edition, policy, zone } from "./editions.ts";
import { deviceOperator } from "./operators.ts";
import { deviceBroadcast } from "./steering.ts";
import { documentLocale } from "./passes.ts";
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
  /** As it last said; null where it never did. */
  battery: battery.nullable(),
  revokedAt: z.string().optional(),
});
export type Device = z.infer<typeof device>;

export const newDevice = z.strictObject({ name: shortText, checkpoint: code });
export type NewDevice = z.infer<typeof newDevice>;
export const devicePatch = newDevice.partial();
export type DevicePatch = z.infer<typeof devicePatch>;

export const MAX_DEVICES_AT_ONCE = 500;
const deviceIds = z.array(uuid).min(1).max(MAX_DEVICES_AT_ONCE);

/** So many devices for each checkpoint, named after it and numbered on from those it has. */
export const newDevices = z.strictObject({
  /** All of the edition's when left out. */
  checkpoints: z.array(code).min(1).max(MAX_DEVICES_AT_ONCE).optional(),
  perCheckpoint: z.int().min(1).max(20).default(1),
});
export type NewDevices = z.infer<typeof newDevices>;
export const createdDevices = z.object({ devices: z.array(device) });
export type CreatedDevices = z.infer<typeof createdDevices>;

/** New codes of 80 bits, which live so many hours: a sheet is carried to the doors. They end the codes there were. */
export const pairingSheetRequest = z.strictObject({
  devices: deviceIds,
  locale: documentLocale.default("ar"),
  validHours: z.int().min(1).max(48).default(12),
});
export type PairingSheetRequest = z.infer<typeof pairingSheetRequest>;

export const revokeDevicesRequest = z.strictObject({ devices: deviceIds });
/** How many of them were not revoked before. */
export const revokedDevices = z.object({ revoked: z.int() });
export type RevokedDevices = z.infer<typeof revokedDevices>;

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
/** A new token for the calling device; the one it called with stays good until the new one is first used. */
export const rolledToken = z.object({ token: z.string() });

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
  /** Keys that passes are verified with: the raw 32 bytes of an Ed25519 key in base64url (`x` of RFC 8037). */
  publicKeys: z.array(z.object({ keyId: z.string(), publicKey: z.string() })),
  /** Codes of revoked passes that have not run out. */
  revocations: z.array(z.string()),
  /** Who may sign on, without their names. */
  operators: z.array(deviceOperator),
  /** Ask one of so many visitors where they come from; 0 asks nobody. */
  originSample: z.int(),
  /** Messages that stand for this device. */
  broadcasts: z.array(deviceBroadcast),
});
export type DeviceConfiguration = z.infer<typeof deviceConfiguration>;
