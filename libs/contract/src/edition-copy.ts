import { z } from "zod";
import { hourOfDay, localDate, names, shortText, slug } from "./primitives.ts";

/** What a new edition can take from an earlier one. */
export const copiedPart = z.enum(["zones", "checkpoints", "policies", "categories", "programme"]);
export type CopiedPart = z.infer<typeof copiedPart>;

/** Hours that are left out are those of the same day, by number, of the earlier edition; after its last day, of that. */
export const copiedDay = z
  .strictObject({ date: localDate, opensAt: hourOfDay.optional(), closesAt: hourOfDay.optional() })
  .refine((day) => (day.opensAt === undefined) === (day.closesAt === undefined), "both hours or neither");

/** What makes no sense without zones. */
const ofZones: readonly CopiedPart[] = ["checkpoints", "policies", "programme"];

export const editionCopy = z.strictObject({
  slug,
  ordinal: z.int().min(1).max(10_000).optional(),
  names,
  city: shortText,
  venue: shortText,
  days: z
    .array(copiedDay)
    .min(1)
    .max(366)
    .refine((list) => new Set(list.map((day) => day.date)).size === list.length, "a date stands twice"),
  what: z
    .array(copiedPart)
    .max(copiedPart.options.length)
    .refine(
      (list) => list.includes("zones") || !list.some((part) => ofZones.includes(part)),
      "checkpoints, policies and the programme are copied with the zones",
    )
    .default([...copiedPart.options]),
});
export type EditionCopy = z.infer<typeof editionCopy>;
