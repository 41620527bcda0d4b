import { z } from "zod";
import { shortText, slug, uuid } from "./primitives.ts";

/** Where something of a person may lie. `recipient`: whom a schedule sends reports. `list`: a row of an imported list, whose file goes with it. */
export const personalKinds = [
  "account",
  "invitation",
  "operator",
  "accreditation",
  "contact",
  "pass",
  "recipient",
  "list",
] as const;
export const personalKind = z.enum(personalKinds);
export type PersonalKind = z.infer<typeof personalKind>;

/** Enough of a name, an e-mail address, a telephone number or a badge to look for. */
export const personalSearch = z.strictObject({
  text: shortText.refine((text) => text.length >= 3, "must have three letters"),
});

/** What is held of a person in one place. */
export const personalRecord = z.object({
  kind: personalKind,
  /** Names the place to the service, and says nothing of the person. */
  key: z.string(),
  edition: slug.nullable(),
  /** Of whom or what it is: an organisation, a pass, the file of a list. */
  of: z.string().nullable(),
  /** Each value by what it is: `name`, `email`, `phone`, `badge`, `reference`. */
  values: z.record(z.string(), z.string()),
  since: z.string().nullable(),
});
export type PersonalRecord = z.infer<typeof personalRecord>;
export const personalFindings = z.object({
  items: z.array(personalRecord),
  /** Whether there are more than are shown: look for more of the name. */
  more: z.boolean(),
});
export type PersonalFindings = z.infer<typeof personalFindings>;

export const erasureRequest = z.strictObject({
  items: z
    .array(z.strictObject({ kind: personalKind, key: z.string().min(1).max(120) }))
    .min(1)
    .max(100),
});
export type ErasureRequest = z.infer<typeof erasureRequest>;
export const erasure = z.object({
  id: uuid,
  /** How many places were emptied; one that was empty already counts for none. */
  places: z.int(),
  /** How many events of the audit trail lost what they said of the person. */
  events: z.int(),
});
export type Erasure = z.infer<typeof erasure>;

/** How much is held, and until when. */
export const personalHoldings = z.object({
  accounts: z.int(),
  invitations: z.int(),
  editions: z.array(
    z.object({
      edition: slug,
      /** The day on which contacts, names of journalists and lists go by themselves; null while it has no days. */
      purgedOn: z.string().nullable(),
      contacts: z.int(),
      accreditations: z.int(),
      lists: z.int(),
      operators: z.int(),
      passes: z.int(),
    }),
  ),
});
export type PersonalHoldings = z.infer<typeof personalHoldings>;
