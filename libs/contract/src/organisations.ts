import { z } from "zod";
import { pageQuery, searchText, shortText, uuid } from "./primitives.ts";

export const organisationType = z.enum(["school", "civil_society", "media", "institution"]);
export type OrganisationType = z.infer<typeof organisationType>;

/** What sort of school, or of media outlet; null for the others and where it isn't known. */
export const schoolKinds = ["public", "private", "traditional", "quranic"] as const;
export const mediaKinds = ["press", "television", "radio", "online"] as const;
export const organisationKind = z.enum([...schoolKinds, ...mediaKinds]);
export type OrganisationKind = z.infer<typeof organisationKind>;

/** Days after an edition's last one until what is kept of persons for its sake is purged (P1). */
export const PERSONAL_DATA_KEPT_DAYS = 30;

/** One person to call, no more than the visit needs (P1); purged like all personal data. */
export const contact = z.strictObject({
  name: shortText.nullable(),
  phone: z
    .string()
    .trim()
    .regex(/^\+?[\d ().-]{5,25}$/, "must be a telephone number")
    .nullable(),
  email: z.email().max(200).nullable(),
});
export type Contact = z.infer<typeof contact>;

const expected = z.int().min(0).max(100_000);

const organisationFields = {
  type: organisationType,
  kind: organisationKind.nullable(),
  /** At least one of the two. */
  nameAr: shortText.nullable(),
  nameFr: shortText.nullable(),
  city: shortText.nullable(),
  /** Code of a province of `GET /geo/provinces`; its region follows from it. */
  province: z
    .string()
    .regex(/^\d{2}\.\d{3}$/)
    .nullable(),
  expectedPupils: expected,
  expectedAdults: expected,
  contact: contact.nullable(),
};
const fits = (type: OrganisationType | undefined, kind: OrganisationKind | null | undefined): boolean => {
  if (kind === null || kind === undefined || type === undefined) return true;
  const kinds: readonly string[] = type === "school" ? schoolKinds : type === "media" ? mediaKinds : [];
  return kinds.includes(kind);
};

export const organisation = z.object({
  id: uuid,
  ...organisationFields,
  region: z.string().nullable(),
  /** The import it came with. */
  importId: uuid.nullable(),
  /** Written down by a kiosk: its group came and was on no list. */
  atGate: z.boolean(),
  createdAt: z.string(),
});
export type Organisation = z.infer<typeof organisation>;

export const newOrganisation = z
  .strictObject({
    ...organisationFields,
    kind: organisationFields.kind.default(null),
    nameAr: organisationFields.nameAr.default(null),
    nameFr: organisationFields.nameFr.default(null),
    city: organisationFields.city.default(null),
    province: organisationFields.province.default(null),
    expectedPupils: expected.default(0),
    expectedAdults: expected.default(0),
    contact: contact.nullable().default(null),
  })
  .refine(({ nameAr, nameFr }) => nameAr !== null || nameFr !== null, {
    path: ["nameAr"],
    message: "a name is needed, in Arabic or in French",
  })
  .refine(({ type, kind }) => fits(type, kind), { path: ["kind"], message: "is no kind of this type" });
export type NewOrganisation = z.infer<typeof newOrganisation>;

export const organisationPatch = z
  .strictObject(organisationFields)
  .partial()
  .refine(({ type, kind }) => fits(type, kind), { path: ["kind"], message: "is no kind of this type" });
export type OrganisationPatch = z.infer<typeof organisationPatch>;

export const organisationQuery = pageQuery.extend({
  /** Longer than elsewhere: it says a name. */
  cursor: z.string().max(2_000).optional(),
  type: organisationType.optional(),
  kind: organisationKind.optional(),
  province: z.string().max(10).optional(),
  region: z.string().max(4).optional(),
  importId: uuid.optional(),
  /**
   * Words of a name, a city or a contact: variants of Arabic letters, diacritics, accents, typing errors and Latin
   * spellings are forgiven; best matches first.
   */
  search: searchText.optional(),
});
export type OrganisationQuery = z.infer<typeof organisationQuery>;

/** Two organisations that may be one, with how alike they are (0 to 1). */
export const duplicatePair = z.object({ first: organisation, second: organisation, likeness: z.number() });
export type DuplicatePair = z.infer<typeof duplicatePair>;

/** `other` is taken up into the one in the path, field by field where that one has nothing. */
export const mergeRequest = z.strictObject({ other: uuid });
export const notDuplicateRequest = z.strictObject({ other: uuid });
/** `other` as it was before it was taken up. */
export const merge = z.object({
  id: uuid,
  organisation,
  other: organisation,
  at: z.string(),
  undoneAt: z.string().nullable(),
});
export type Merge = z.infer<typeof merge>;

export const region = z.object({
  code: z.string(),
  iso: z.string(),
  nameAr: z.string(),
  nameFr: z.string(),
  nameEn: z.string(),
});
export type Region = z.infer<typeof region>;
export const province = z.object({ ...region.shape, region: z.string(), type: z.enum(["province", "prefecture"]) });
export type Province = z.infer<typeof province>;
