import { z } from "zod";
import { category } from "./editions.ts";
import { code, instant, longText, pageQuery, searchText, shortText, uuid } from "./primitives.ts";

/** Most passes of one batch. */
export const MAX_BATCH = 50_000;

/**
 * A pass's code: twelve characters of Crockford's base 32 (60 bits), printed `XXXX-XXXX-XXXX`. Case, blanks and
 * hyphens do not matter where one is typed.
 */
export const passCode = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{12}$/, "must be a pass's code");

export const passKind = z.enum(["visitor", "group", "accreditation"]);
export type PassKindName = z.infer<typeof passKind>;

export const groupHeadcount = z
  .strictObject({ pupils: z.int().min(0).max(1000), adults: z.int().min(0).max(1000) })
  .refine(({ pupils, adults }) => pupils + adults >= 1, "must be at least one person");

const passFields = {
  kind: passKind,
  category,
  /** Of a group: the organisation's name; of an accreditation: the outlet or the duty. Never a person's name (P1). */
  label: shortText.nullable(),
  group: groupHeadcount.nullable(),
  /** Zones it opens; null for every zone. */
  zones: z.array(code).min(1).max(100).nullable(),
  validFrom: instant.nullable(),
  validUntil: instant.nullable(),
  /** The organisation whose group or whose people it is for. */
  organisationId: uuid.nullable(),
};

export const pass = z.object({
  ...passFields,
  code: passCode,
  /** What the list that it was made from calls it: an order, a ticket. */
  reference: z.string().nullable(),
  keyId: z.string(),
  batchId: uuid.nullable(),
  issuedAt: z.string(),
  revokedAt: z.string().nullable(),
  revokedReason: z.string().nullable(),
  /** The pass that was issued in its place, when it was reissued. */
  replacedBy: passCode.nullable(),
});
export type Pass = z.infer<typeof pass>;

const newPassFields = {
  ...passFields,
  category: passFields.category.optional(),
  label: passFields.label.default(null),
  group: passFields.group.default(null),
  zones: passFields.zones.default(null),
  /** Without, from now on; without an end, until the end of the edition's last day. */
  validFrom: passFields.validFrom.default(null),
  validUntil: passFields.validUntil.default(null),
  organisationId: passFields.organisationId.default(null),
};
interface Kinded {
  kind: PassKindName;
  group: unknown;
  label: string | null;
}
const groupOnlyOfGroups = {
  check: ({ kind, group }: Kinded) => (kind === "group") === (group !== null),
  message: "a group pass, and no other, says how many may come",
};
const namelessVisitors = {
  check: ({ kind, label }: Kinded) => kind !== "visitor" || label === null,
  message: "a visitor's pass names nobody",
};

export const newPass = z
  .strictObject(newPassFields)
  .refine(groupOnlyOfGroups.check, { path: ["group"], message: groupOnlyOfGroups.message })
  .refine(namelessVisitors.check, { path: ["label"], message: namelessVisitors.message });
export type NewPass = z.infer<typeof newPass>;

/** The token is what stands in the QR code: a JWS (RFC 7515) signed with Ed25519 (RFC 8037). */
export const issuedPass = z.object({ pass, token: z.string() });
export type IssuedPass = z.infer<typeof issuedPass>;

export const passQuery = pageQuery.extend({
  kind: passKind.optional(),
  category: category.optional(),
  state: z.enum(["valid", "revoked"]).optional(),
  batch: uuid.optional(),
  organisation: uuid.optional(),
  /** The start of a code, or a part of a label. */
  search: searchText.optional(),
});
export type PassQuery = z.infer<typeof passQuery>;

export const passRevocation = z.strictObject({ reason: longText });

/** One crossing of a pass, for whoever looks into a conflict. */
export const passCrossing = z.object({
  entryId: uuid,
  zone: code,
  checkpoint: code.nullable(),
  device: z.string().nullable(),
  direction: z.enum(["in", "out"]),
  headcount: z.int(),
  placedAt: z.string(),
  voided: z.boolean(),
});
export type PassCrossing = z.infer<typeof passCrossing>;
export const passDetail = z.object({ pass, token: z.string(), crossings: z.array(passCrossing) });
export type PassDetail = z.infer<typeof passDetail>;

/** Many passes of one sort, made in the background. */
export const newPassBatch = z
  .strictObject({ ...newPassFields, count: z.int().min(1).max(MAX_BATCH) })
  .refine(groupOnlyOfGroups.check, { path: ["group"], message: groupOnlyOfGroups.message })
  .refine(namelessVisitors.check, { path: ["label"], message: namelessVisitors.message });
export type NewPassBatch = z.infer<typeof newPassBatch>;

export const passBatch = z.object({
  id: uuid,
  kind: passKind,
  category,
  label: z.string().nullable(),
  count: z.int(),
  /** How many of them are made. */
  issued: z.int(),
  state: z.enum(["running", "done", "cancelled", "failed", "revoked"]),
  createdAt: z.string(),
});
export type PassBatch = z.infer<typeof passBatch>;

export const passKey = z.object({
  keyId: z.string(),
  /** `x` of the public JWK (RFC 8037): 32 bytes in base64url. */
  publicKey: z.string(),
  createdAt: z.string(),
  /** Signs no more since; what it signed stays good. */
  retiredAt: z.string().nullable(),
  /** Nothing it signed is good any more. */
  revokedAt: z.string().nullable(),
});
export type PassKey = z.infer<typeof passKey>;

/** In which language a document is set. */
export const documentLocale = z.enum(["ar", "fr", "en"]);
export type DocumentLocale = z.infer<typeof documentLocale>;
export const printQuery = z.strictObject({ locale: documentLocale.default("ar") });
export type PrintQuery = z.infer<typeof printQuery>;

/** Most passes of one document; a larger batch is printed in parts. */
export const PASSES_PER_DOCUMENT = 500;
/** Which part of a batch, from 1. */
export const batchPrintQuery = printQuery.extend({
  part: z.coerce
    .number()
    .int()
    .min(1)
    .max(MAX_BATCH / PASSES_PER_DOCUMENT)
    .default(1),
});
export type BatchPrintQuery = z.infer<typeof batchPrintQuery>;
