import { z } from "zod";
import { organisation } from "./organisations.ts";
import { code, instant, localDate, pageQuery, uuid } from "./primitives.ts";

const people = z.int().min(0).max(1000);

/** A time in which a zone takes groups, so many people at most. */
export const slot = z.object({
  id: uuid,
  zone: code,
  startsAt: z.string(),
  endsAt: z.string(),
  capacity: z.int(),
  booked: z.int(),
});
export type Slot = z.infer<typeof slot>;
/** A row of slots: every `minutes` from `opensAt` to `closesAt` of the days. */
export const newSlots = z.strictObject({
  zone: code,
  days: z.array(localDate).min(1).max(366),
  from: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  to: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  minutes: z
    .int()
    .min(5)
    .max(24 * 60),
  capacity: z.int().min(1).max(100_000),
});
export type NewSlots = z.infer<typeof newSlots>;
export const slotPatch = z.strictObject({ capacity: z.int().min(1).max(100_000) });

export const visitState = z.enum(["expected", "partly_arrived", "arrived", "late", "no_show", "cancelled"]);
export type VisitState = z.infer<typeof visitState>;

/** A planned arrival of an organisation's group; what arrived is counted from the ledger by its pass. */
export const visit = z.object({
  id: uuid,
  organisation: organisation.pick({
    id: true,
    type: true,
    kind: true,
    nameAr: true,
    nameFr: true,
    city: true,
    province: true,
  }),
  slot: slot.nullable(),
  pupils: people,
  adults: people,
  passCode: z.string().nullable(),
  state: visitState,
  arrived: z.object({
    pupils: z.int(),
    adults: z.int(),
    firstAt: z.string().nullable(),
    lastAt: z.string().nullable(),
  }),
  /** More pupils an adult than the edition's limit. */
  ratioExceeded: z.boolean(),
  /** Booked at the gate, not before. */
  walkIn: z.boolean(),
  createdAt: z.string(),
});
export type Visit = z.infer<typeof visit>;

export const newVisit = z
  .strictObject({
    organisationId: uuid,
    slotId: uuid.nullable(),
    pupils: people,
    adults: people,
    walkIn: z.boolean().default(false),
  })
  .refine(({ pupils, adults }) => pupils + adults > 0, { path: ["pupils"], message: "somebody must come" });
export type NewVisit = z.infer<typeof newVisit>;
export const visitPatch = z
  .strictObject({ slotId: uuid.nullable(), pupils: people, adults: people, cancelled: z.boolean() })
  .partial();
export type VisitPatch = z.infer<typeof visitPatch>;

export const visitQuery = pageQuery.extend({
  day: localDate.optional(),
  zone: code.optional(),
  state: visitState.optional(),
  organisation: uuid.optional(),
  province: z.string().max(10).optional(),
});
export type VisitQuery = z.infer<typeof visitQuery>;

/** Puts organisations without a visit on free slots, in the order of their names. */
export const distribution = z.strictObject({
  zone: code,
  days: z.array(localDate).min(1).max(366),
  type: z.enum(["school", "civil_society", "media", "institution"]).optional(),
  province: z.string().max(10).optional(),
  /** Only says what would be done. */
  dryRun: z.boolean().default(true),
});
export type Distribution = z.infer<typeof distribution>;
export const distributed = z.object({
  placed: z.int(),
  people: z.int(),
  /** Those that found no slot, with why. */
  left: z.array(
    z.object({
      organisationId: uuid,
      name: z.string(),
      people: z.int(),
      reason: z.enum(["no_free_slot", "nobody_expected", "larger_than_any_slot"]),
    }),
  ),
});
export type Distributed = z.infer<typeof distributed>;

/** Distinct organisations that arrived, by type, beside those invited. */
export const represented = z.object({
  items: z.array(
    z.object({
      type: z.string(),
      kind: z.string().nullable(),
      invited: z.int(),
      booked: z.int(),
      arrived: z.int(),
      pupils: z.int(),
      adults: z.int(),
    }),
  ),
});

/** A broadcast, an article, an interview … of an accredited outlet. */
export const mediaActivity = z.object({
  id: uuid,
  organisationId: uuid,
  outlet: z.string(),
  what: z.string(),
  where: z.string().nullable(),
  at: z.string(),
  createdAt: z.string(),
});
export type MediaActivity = z.infer<typeof mediaActivity>;
export const newMediaActivity = z.strictObject({
  organisationId: uuid,
  what: z.string().trim().min(1).max(500),
  where: z.string().trim().min(1).max(200).nullable().default(null),
  at: instant,
});
export type NewMediaActivity = z.infer<typeof newMediaActivity>;
