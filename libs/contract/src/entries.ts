import { admissionModes, verdictReasons } from "@abwab/domain";
import { z } from "zod";
import { countRow } from "./counts.ts";
import { category, direction } from "./editions.ts";
import { code, instant, longText, pageQuery, slug, uuid } from "./primitives.ts";
import { MAX_ENTRIES_PER_REQUEST } from "./limits.ts";
import { inputError } from "./problem.ts";

const clockOffsetMs = z.int().min(-4e12).max(4e12);

/** One crossing, as a kiosk reports it. */
export const newEntry = z.strictObject({
  id: uuid,
  checkpoint: code.optional(),
  direction,
  headcount: z.int().min(1).max(1000),
  category: category.default("public"),
  pass: z.string().min(1).max(2048).optional(),
  origin: z
    .string()
    .regex(/^[A-Za-z0-9.:-]{1,16}$/)
    .optional(),
  operator: z
    .string()
    .regex(/^[\w.:@-]{1,64}$/)
    .optional(),
  occurredAt: instant,
  /** The kiosk's own clock minus the server's, in milliseconds, as it knew it when the crossing happened. */
  clockOffsetMs: clockOffsetMs.optional(),
  claim: z.enum(["happened", "ask"]).default("happened"),
});
export type NewEntry = z.infer<typeof newEntry>;

/** Takes an earlier entry back. */
export const newVoid = z.strictObject({
  id: uuid,
  voids: uuid,
  reason: longText.optional(),
  occurredAt: instant,
  clockOffsetMs: clockOffsetMs.optional(),
});
export type NewVoid = z.infer<typeof newVoid>;
export type EntryItem = NewEntry | NewVoid;

/** What a client may send for an item: defaults may be left out. */
export type EntryItemInput = z.input<typeof newEntry> | z.input<typeof newVoid>;

/** How full a device's battery is, of 1, and whether it is being charged. */
export const battery = z.strictObject({ level: z.number().min(0).max(1), charging: z.boolean() });
export type Battery = z.infer<typeof battery>;

/** What a device says of itself with every exchange. */
export const deviceReport = z.strictObject({
  pending: z.int().min(0).max(10_000_000).optional(),
  clock: instant.optional(),
  appVersion: z
    .string()
    .regex(/^[\w.+ -]{1,64}$/)
    .optional(),
  /** Only where its browser knows it. */
  battery: battery.optional(),
});
export type DeviceReport = z.infer<typeof deviceReport>;

/** The frame of a batch. Items are checked one by one, so that a bad one leaves the others standing (E4). */
export const entriesEnvelope = z.strictObject({
  edition: slug.optional(),
  device: deviceReport.optional(),
  entries: z.array(z.unknown()),
});

/** The batch as documented for clients. */
export const entriesRequest = z.strictObject({
  edition: slug.optional(),
  device: deviceReport.optional(),
  entries: z.array(z.union([newEntry, newVoid])).max(MAX_ENTRIES_PER_REQUEST),
});
export type EntriesRequest = z.input<typeof entriesRequest>;

export const entryFlags = [
  "duplicate_pass",
  "over_capacity",
  "outside_hours",
  "clock_skew",
  "revoked_pass",
  "unknown_pass",
  "rehearsal",
] as const;
export const entryFlag = z.enum(entryFlags);
export type EntryFlag = z.infer<typeof entryFlag>;

export const refusalCode = z.enum([
  "invalid",
  "id_reused",
  "unknown_checkpoint",
  "checkpoint_not_allowed",
  "direction_not_allowed",
  "unknown_entry",
  "void_not_allowed",
  "edition_archived",
  "expired",
  "not_admitted",
]);
export type RefusalCode = z.infer<typeof refusalCode>;

export const verdict = z.object({ admit: z.boolean(), reason: z.enum(verdictReasons) });
export type Verdict = z.infer<typeof verdict>;

export const entryResult = z.object({
  /** As it was sent; null where the item had none that could be read. */
  id: z.string().nullable(),
  status: z.enum(["recorded", "duplicate", "refused"]),
  flags: z.array(entryFlag),
  code: refusalCode.optional(),
  message: z.string().optional(),
  errors: z.array(inputError).optional(),
  verdict: verdict.optional(),
  /** Of an ask with a group's pass: how many of the group had come in before. */
  groupArrived: z.int().optional(),
});
export type EntryResult = z.infer<typeof entryResult>;

export const entriesResponse = z.object({
  serverTime: z.string(),
  results: z.array(entryResult),
  /** The count row of the device's zone; null for an integrator, who has none. */
  zone: countRow.nullable(),
});
export type EntriesResponse = z.infer<typeof entriesResponse>;

/** What waited on a device that can't send it any more, from the file it wrote (`entries` of that file, in parts). */
export const recoveredEntries = z.strictObject({
  entries: z.array(z.unknown()).max(MAX_ENTRIES_PER_REQUEST),
});

/** One pass at two doors where its zones' policies allow only one: a query over the ledger, not over flags. */
export const conflictSide = z.object({
  entryId: uuid,
  zone: code,
  checkpoint: code.nullable(),
  device: z.object({ id: uuid, name: z.string() }).nullable(),
  operator: z.string().nullable(),
  headcount: z.int(),
  placedAt: z.string(),
  receivedAt: z.string(),
});
export const conflict = z.object({
  /** Null where what was shown is no pass that was issued. */
  pass: z
    .object({ code: z.string(), kind: z.enum(["visitor", "group", "accreditation"]), label: z.string().nullable() })
    .nullable(),
  /** SHA-256 of the pass, hex: the same for both. */
  passDigest: z.string(),
  mode: z.enum(admissionModes),
  first: conflictSide,
  second: conflictSide,
  secondsBetween: z.int(),
});
export type Conflict = z.infer<typeof conflict>;
export const conflictQuery = pageQuery.extend({
  zone: code.optional(),
  from: instant.optional(),
  to: instant.optional(),
});
export type ConflictQuery = z.infer<typeof conflictQuery>;

export const ledgerKind = z.enum(["entry", "void", "adjustment", "anchor"]);
export type LedgerKind = z.infer<typeof ledgerKind>;

/**
 * One row of the ledger. `headcount` is what the row adds to its direction: positive for an entry, negative for
 * the void that takes it back, either for an adjustment; for an anchor it is the figure inside.
 */
export const ledgerRow = z
  .object({
    id: z.string(),
    kind: ledgerKind,
    edition: slug,
    zone: code,
    checkpoint: code.nullable(),
    direction: direction.nullable(),
    headcount: z.int(),
    category: z.string().nullable(),
    occurredAt: z.string(),
    placedAt: z.string(),
    receivedAt: z.string(),
    deviceId: z.string().nullable(),
    flags: z.array(entryFlag),
    voids: z.string().optional(),
    reason: z.string().optional(),
    version: z.int(),
  })
  .meta({
    examples: [
      {
        id: "0196df00-7c1e-7a51-9d2b-6f1f0c8a4b10",
        kind: "entry",
        edition: "el-jadida-2025",
        zone: "P12",
        checkpoint: "P12-A",
        direction: "in",
        headcount: 3,
        category: "public",
        occurredAt: "2025-05-17T09:02:10.980Z",
        placedAt: "2025-05-17T09:02:10.980Z",
        receivedAt: "2025-05-17T09:02:11.204Z",
        deviceId: "0196de10-1b2c-7d3e-8f40-5a6b7c8d9e0f",
        flags: [],
        version: 18_231,
      },
    ],
  });
export type LedgerRow = z.infer<typeof ledgerRow>;

const signedHeadcount = z
  .int()
  .min(-1_000_000)
  .max(1_000_000)
  .refine((value) => value !== 0, "must not be 0");

export const voidRequest = z.strictObject({ reason: longText });
export const adjustmentRequest = z.strictObject({
  direction,
  headcount: signedHeadcount,
  category: category.default("public"),
  at: instant,
  reason: longText,
});
export type AdjustmentRequest = z.infer<typeof adjustmentRequest>;
export const recountRequest = z.strictObject({
  inside: z.int().min(0).max(10_000_000),
  countedAt: instant,
  reason: longText,
});
export type RecountRequest = z.infer<typeof recountRequest>;
export const correctionResponse = z.object({ id: z.string(), version: z.int() });

export const ledgerQuery = z.strictObject({
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(5000)
    .default(500)
    .meta({ description: "Most rows of the page", examples: [5000] }),
  cursor: z.string().max(200).optional().meta({ description: "The page before's `nextCursor`, as it came" }),
  zone: code.optional(),
  from: instant.optional(),
  to: instant.optional(),
  category: category.optional(),
  device: uuid.optional(),
  /** Only rows of a later commit version than this. */
  after: z.coerce
    .number()
    .int()
    .min(0)
    .optional()
    .meta({
      description: "Only rows of a later commit version: that of the last row that was read, 0 for all",
      examples: [18_231],
    }),
});
export type LedgerQuery = z.infer<typeof ledgerQuery>;
