import { z } from "zod";
import { zoneKind, zoneStatus } from "./editions.ts";
import { code, instant, longText, shortText, uuid } from "./primitives.ts";

/** How a paired device is used just now: it counts, or it shows figures. */
export const deviceDisplay = z.enum(["kiosk", "wall"]);
export type DeviceDisplay = z.infer<typeof deviceDisplay>;

export const broadcastLevel = z.enum(["notice", "warning"]);
export type BroadcastLevel = z.infer<typeof broadcastLevel>;

const MOST_WORDS = 280;
const words = z.string().trim().max(MOST_WORDS).pipe(shortText.max(MOST_WORDS));

/** What is said, in at least one language; who reads another one is shown the first there is. */
export const broadcastTexts = z
  .strictObject({ ar: words.optional(), fr: words.optional(), en: words.optional() })
  .refine((texts) => Object.values(texts).some((text) => text !== undefined), "must be said in one language at least");
export type BroadcastTexts = z.infer<typeof broadcastTexts>;

const uniqueCodes = z
  .array(code)
  .min(1)
  .max(500)
  .refine((list) => new Set(list).size === list.length, "a zone stands twice");

const broadcastFields = {
  level: broadcastLevel,
  texts: broadcastTexts,
  /** Devices of these zones; null for those of all. */
  zones: uniqueCodes.nullable(),
  /** Devices that are used so. */
  displays: z
    .array(deviceDisplay)
    .min(1)
    .max(2)
    .refine((list) => new Set(list).size === list.length, "it stands twice"),
  /** It goes by itself then; null where a person takes it back. */
  until: instant.nullable(),
};

export const newBroadcast = z.strictObject({
  level: broadcastFields.level.default("notice"),
  texts: broadcastFields.texts,
  zones: broadcastFields.zones.default(null),
  displays: broadcastFields.displays.default(["kiosk", "wall"]),
  until: broadcastFields.until.default(null),
});
export type NewBroadcast = z.infer<typeof newBroadcast>;
export const broadcastPatch = z.strictObject(broadcastFields).partial();
export type BroadcastPatch = z.infer<typeof broadcastPatch>;

/** A message as a device is told it. */
export const deviceBroadcast = z.object({
  id: uuid,
  /** Raised with every change: what was read before is to be read again. */
  revision: z.int(),
  level: broadcastLevel,
  texts: broadcastTexts,
  displays: z.array(deviceDisplay),
  until: z.string().nullable(),
});
export type DeviceBroadcast = z.infer<typeof deviceBroadcast>;

export const broadcast = deviceBroadcast.extend({
  zones: z.array(code).nullable(),
  createdAt: z.string(),
  createdBy: z.string(),
  withdrawnAt: z.string().nullable(),
  /** Devices that it is for; of those, that show it or have shown it, and whose staff have read it. */
  addressed: z.int(),
  shown: z.int(),
  acknowledged: z.int(),
});
export type Broadcast = z.infer<typeof broadcast>;

const steeredDevice = z.object({
  device: uuid,
  name: z.string(),
  zone: code,
  checkpoint: code,
  display: deviceDisplay,
  lastSeenAt: z.string().nullable(),
});

/** A device that a message is for, and whether it has it. */
export const broadcastReceipt = steeredDevice.extend({
  shownAt: z.string().nullable(),
  acknowledgedAt: z.string().nullable(),
  /** Code of who was signed on. */
  operator: z.string().nullable(),
});
export type BroadcastReceipt = z.infer<typeof broadcastReceipt>;

/** Which devices of a zone know what state it is in. */
export const zoneAcknowledgement = z.object({
  zone: code,
  devices: z.int(),
  /** Of those, that have the state and message of now. */
  have: z.int(),
  missing: z.array(steeredDevice),
});
export type ZoneAcknowledgement = z.infer<typeof zoneAcknowledgement>;

/** What a device shows, told whenever it changes: of its zone, and of messages. */
export const deviceShowing = z.strictObject({
  display: deviceDisplay,
  zone: z.strictObject({ code, status: zoneStatus, message: longText.nullable() }).optional(),
  broadcasts: z
    .array(
      z.strictObject({
        id: uuid,
        revision: z.int().min(1).max(1_000_000),
        acknowledged: z.boolean(),
        operator: z.string().max(64).optional(),
      }),
    )
    .max(50),
});
export type DeviceShowing = z.infer<typeof deviceShowing>;

const heldState = z.object({ status: zoneStatus, message: z.string().nullable() });

/** One hold over many zones. Lifting it gives every zone back the state it had before. */
export const siteHold = z.object({
  id: uuid,
  /** Kinds of zones that are held; null for every zone. */
  kinds: z.array(zoneKind).nullable(),
  message: z.string().nullable(),
  heldAt: z.string(),
  heldBy: z.string(),
  zones: z.array(z.object({ zone: code, before: heldState, during: heldState })),
});
export type SiteHold = z.infer<typeof siteHold>;

export const holdSite = z.strictObject({
  kinds: z
    .array(zoneKind)
    .min(1)
    .max(zoneKind.options.length)
    .refine((list) => new Set(list).size === list.length, "a kind stands twice")
    .nullable()
    .default(null),
  message: longText.nullable().default(null),
});
export type HoldSite = z.infer<typeof holdSite>;

export const siteHoldState = z.object({ hold: siteHold.nullable() });
export const siteHeld = z.object({
  hold: siteHold,
  /** Somebody else had held them before: nothing was changed. */
  already: z.boolean(),
});
export type SiteHeld = z.infer<typeof siteHeld>;
export const siteLifted = z.object({
  /** Zones that are again as they were. */
  restored: z.array(code),
  /** Zones that somebody set otherwise meanwhile, which stay so. */
  kept: z.array(code),
  /** Nothing was held. */
  already: z.boolean(),
});
export type SiteLifted = z.infer<typeof siteLifted>;
