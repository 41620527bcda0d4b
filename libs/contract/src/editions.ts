import { admissionModes, capacityRules } from "@abwab/domain";
import { z } from "zod";
import { code, hourOfDay, localDate, longText, names, shortText, slug, timeZone } from "./primitives.ts";

export const editionStatus = z.enum(["draft", "open", "closed", "archived"]);
export type EditionStatus = z.infer<typeof editionStatus>;

/** One day of an edition. A closing hour not after the opening one is on the next date. */
export const editionDay = z.strictObject({ date: localDate, opensAt: hourOfDay, closesAt: hourOfDay });
export type EditionDay = z.infer<typeof editionDay>;

/** A value someone announced: never counted by us, always shown with its qualifier and source. */
export const publishedFigure = z.strictObject({
  metric: z.string().regex(/^[a-z][a-z0-9_]{0,63}$/),
  value: z.int().min(0),
  qualifier: z.enum(["exact", "about", "over"]),
  source: shortText,
});
export type PublishedFigure = z.infer<typeof publishedFigure>;

export const category = z.string().regex(/^[a-z][a-z0-9_]{0,31}$/);

const days = z
  .array(editionDay)
  .min(1)
  .max(366)
  .refine((list) => new Set(list.map((day) => day.date)).size === list.length, "a date stands twice");

const editionFields = {
  ordinal: z.int().min(1).max(10_000).optional(),
  names,
  city: shortText,
  venue: shortText,
  coveredAreaM2: z.int().min(1).max(100_000_000).optional(),
  timeZone,
  dayCutoff: hourOfDay,
  days,
  status: editionStatus,
  public: z.boolean(),
  categories: z.array(category).max(50),
  /** Kiosks ask one of so many visitors where they come from; 0 asks nobody. */
  originSample: z.int().min(0).max(10_000),
  /** Most pupils an adult of a group may bring; null where nobody watches it. */
  pupilsPerAdult: z.int().min(1).max(100).nullable(),
  published: z.array(publishedFigure).max(200),
};

export const edition = z.object({ slug, ...editionFields });
export type Edition = z.infer<typeof edition>;

export const newEdition = z.strictObject({
  slug,
  ...editionFields,
  dayCutoff: hourOfDay.default("00:00"),
  status: editionStatus.default("draft"),
  public: z.boolean().default(false),
  categories: editionFields.categories.default([]),
  originSample: editionFields.originSample.default(0),
  pupilsPerAdult: editionFields.pupilsPerAdult.default(null),
  published: editionFields.published.default([]),
});
export type NewEdition = z.infer<typeof newEdition>;

export const editionPatch = z.strictObject(editionFields).partial();
export type EditionPatch = z.infer<typeof editionPatch>;

export const zoneKind = z.enum(["site", "pavilion", "arena", "hall", "children", "other"]);
export type ZoneKind = z.infer<typeof zoneKind>;
export const zoneStatus = z.enum(["open", "hold", "closed"]);
export type ZoneStatus = z.infer<typeof zoneStatus>;

/** Who may come in, and which pass is asked for. `AdmissionPolicy` of the domain says what each word means. */
export const policy = z.strictObject({
  /** Being seen here is a risk, so no pass is ever kept (A4). */
  anonymousOnly: z.boolean().default(false),
  mode: z.enum(admissionModes).default("count"),
  categories: z.array(category).min(1).max(50).nullable().default(null),
  hours: z.strictObject({ from: hourOfDay, to: hourOfDay }).nullable().default(null),
  overCapacity: z.enum(capacityRules).default("count_on"),
});
export type Policy = z.infer<typeof policy>;
/** Everyone may come in and is counted. */
export const countOnly: Policy = policy.parse({});

const zoneFields = {
  kind: zoneKind,
  names,
  capacity: z.int().min(1).max(10_000_000).nullable(),
  areaM2: z.int().min(1).max(100_000_000).nullable(),
  status: zoneStatus,
  message: longText.nullable(),
  policy,
};

export const zone = z.object({ code, ...zoneFields });
export type Zone = z.infer<typeof zone>;

export const newZone = z.strictObject({
  code,
  ...zoneFields,
  capacity: zoneFields.capacity.default(null),
  areaM2: zoneFields.areaM2.default(null),
  status: zoneStatus.default("open"),
  message: zoneFields.message.default(null),
  policy: policy.default(countOnly),
});
export type NewZone = z.infer<typeof newZone>;

export const zonePatch = z.strictObject(zoneFields).partial();
export type ZonePatch = z.infer<typeof zonePatch>;

export const direction = z.enum(["in", "out"]);
export type Direction = z.infer<typeof direction>;

const directions = z
  .array(direction)
  .min(1)
  .max(2)
  .refine((list) => new Set(list).size === list.length, "a direction stands twice");

export const checkpoint = z.object({ code, zone: code, directions, names });
export type Checkpoint = z.infer<typeof checkpoint>;
export const newCheckpoint = z.strictObject({ code, zone: code, directions: directions.default(["in", "out"]), names });
export type NewCheckpoint = z.infer<typeof newCheckpoint>;
export const checkpointPatch = z.strictObject({ directions, names }).partial();
export type CheckpointPatch = z.infer<typeof checkpointPatch>;
