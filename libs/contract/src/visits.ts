import { z } from "zod";
import { organisation, organisationKind, organisationType } from "./organisations.ts";
import { printQuery } from "./passes.ts";
import { code, hourOfDay, instant, localDate, longText, pageQuery, shortText, uuid } from "./primitives.ts";

/** Of `GET /geo/provinces`. */
const provinceCode = z.string().regex(/^\d{2}\.\d{3}$/, "must be a province's code");
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
/** A row of slots: every `minutes` from `from` to `to` of the days. */
export const newSlots = z.strictObject({
  zone: code,
  days: z.array(localDate).min(1).max(366),
  from: hourOfDay,
  to: hourOfDay,
  minutes: z
    .int()
    .min(5)
    .max(24 * 60),
  capacity: z.int().min(1).max(100_000),
});
export type NewSlots = z.infer<typeof newSlots>;
export const slotQuery = pageQuery.extend({ day: localDate.optional(), zone: code.optional() });
export type SlotQuery = z.infer<typeof slotQuery>;
export const slotPatch = z.strictObject({ capacity: z.int().min(1).max(100_000) });
export type SlotPatch = z.infer<typeof slotPatch>;

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
/** What of a visit people edit: not who has come meanwhile, nor who else booked on its slot. */
export function visitStateOf(thing: object): object {
  const { slot: on, pupils, adults, state } = visit.parse(thing);
  return { slotId: on?.id ?? null, pupils, adults, cancelled: state === "cancelled" };
}
export type VisitPatch = z.infer<typeof visitPatch>;

export const visitQuery = pageQuery.extend({
  day: localDate.optional(),
  /** Those that may come on any day too, beside those of `day`. */
  anyDay: z.literal("true").optional(),
  zone: code.optional(),
  state: visitState.optional(),
  organisation: uuid.optional(),
  province: provinceCode.optional(),
});
export type VisitQuery = z.infer<typeof visitQuery>;

/** Puts organisations without a visit on free slots, in the order of their names. */
export const distribution = z.strictObject({
  zone: code,
  days: z.array(localDate).min(1).max(366),
  type: organisationType.optional(),
  province: provinceCode.optional(),
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
      ...organisation.pick({ nameAr: true, nameFr: true }).shape,
      people: z.int(),
      reason: z.enum(["no_free_slot", "nobody_expected", "larger_than_any_slot"]),
    }),
  ),
});
export type Distributed = z.infer<typeof distributed>;

/** Distinct organisations that arrived, by type, beside those invited. */
export const representation = z.object({
  type: organisationType,
  kind: organisationKind.nullable(),
  /** In the registry. */
  invited: z.int(),
  /** With a visit that wasn't cancelled. */
  booked: z.int(),
  /** Of which somebody came in. */
  arrived: z.int(),
  pupils: z.int(),
  adults: z.int(),
});
export type Representation = z.infer<typeof representation>;
export const represented = z.object({ items: z.array(representation) });

/** A journalist of an outlet, with a badge. The name stands on the badge and nowhere in its code; purged by date (P1). */
export const accreditation = z.object({
  id: uuid,
  organisationId: uuid,
  outlet: z.string(),
  /** Null once it was purged. */
  holder: z.string().nullable(),
  duty: z.string().nullable(),
  passCode: z.string(),
  revokedAt: z.string().nullable(),
  createdAt: z.string(),
});
export type Accreditation = z.infer<typeof accreditation>;
export const newAccreditation = z.strictObject({
  organisationId: uuid,
  holder: shortText,
  duty: shortText.nullable().default(null),
});
export type NewAccreditation = z.infer<typeof newAccreditation>;
export const accreditationPatch = z.strictObject({ holder: shortText, duty: shortText.nullable() }).partial();
export type AccreditationPatch = z.infer<typeof accreditationPatch>;

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
const activityFields = {
  organisationId: uuid,
  what: longText,
  where: shortText.nullable(),
  at: instant,
};
export const newMediaActivity = z.strictObject({ ...activityFields, where: activityFields.where.default(null) });
export type NewMediaActivity = z.infer<typeof newMediaActivity>;
export const mediaActivityPatch = z.strictObject(activityFields).partial();
export type MediaActivityPatch = z.infer<typeof mediaActivityPatch>;
export const mediaQuery = pageQuery.extend({ organisation: uuid.optional(), day: localDate.optional() });
export type MediaQuery = z.infer<typeof mediaQuery>;

/** What a kiosk shows of an organisation: enough to tell two schools of one name apart, and no contact. */
export const deviceOrganisation = organisation.pick({
  id: true,
  type: true,
  kind: true,
  nameAr: true,
  nameFr: true,
  city: true,
  expectedPupils: true,
  expectedAdults: true,
});
export type DeviceOrganisation = z.infer<typeof deviceOrganisation>;
/** A visit with its group pass, so that a kiosk admits the group without its paper, also offline. */
export const deviceVisit = z.object({ visit, token: z.string() });
export type DeviceVisit = z.infer<typeof deviceVisit>;
/** A group that comes without a booking: an organisation of the registry, or the name of one that isn't there yet. */
export const walkInVisit = z
  .strictObject({
    /** Made by the kiosk: the same request again books nothing twice. */
    id: uuid,
    organisationId: uuid.nullable().default(null),
    name: shortText.nullable().default(null),
    type: organisationType.default("school"),
    pupils: people,
    adults: people,
  })
  .refine(({ organisationId, name }) => (organisationId === null) !== (name === null), {
    path: ["name"],
    message: "either an organisation or a name",
  })
  .refine(({ pupils, adults }) => pupils + adults > 0, { path: ["pupils"], message: "somebody must come" });
export type WalkInVisit = z.infer<typeof walkInVisit>;

/** Confirmations of one document; more are printed in parts. */
export const CONFIRMATIONS_PER_DOCUMENT = 200;
export const confirmationsQuery = printQuery.extend({
  province: provinceCode.optional(),
  day: localDate.optional(),
  part: z.coerce.number().int().min(1).max(1000).default(1),
});
export type ConfirmationsQuery = z.infer<typeof confirmationsQuery>;
export const dayListQuery = printQuery.extend({ day: localDate, zone: code.optional() });
export type DayListQuery = z.infer<typeof dayListQuery>;
