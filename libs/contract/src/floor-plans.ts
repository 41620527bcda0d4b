import { z } from "zod";
import { code } from "./primitives.ts";

/** Largest picture behind a plan, in bytes and in pixels. */
export const MAX_BACKGROUND_BYTES = 5 * 1024 * 1024;
export const MAX_BACKGROUND_PIXELS = 40_000_000;

/** Metres, to the centimetre at most, from the left and the upper edge of the plan. */
const metre = z.number().min(0).max(5_000);
const extent = z.number().min(0.5).max(5_000);
const point = z.strictObject({ x: metre, y: metre });

/** Where a zone stands. A rectangle is turned about its middle, in degrees clockwise. */
export const zonePlacement = z.discriminatedUnion("shape", [
  z.strictObject({
    zone: code,
    shape: z.literal("rectangle"),
    x: metre,
    y: metre,
    width: extent,
    height: extent,
    rotation: z.number().min(0).lt(360).default(0),
  }),
  z.strictObject({ zone: code, shape: z.literal("polygon"), points: z.array(point).min(3).max(40) }),
]);
export type ZonePlacement = z.infer<typeof zonePlacement>;

export const doorPlacement = z.strictObject({ checkpoint: code, x: metre, y: metre });
export type DoorPlacement = z.infer<typeof doorPlacement>;

const drawing = {
  /** Metres. */
  width: z.number().min(10).max(5_000),
  height: z.number().min(10).max(5_000),
  placements: z.array(zonePlacement).max(1_000),
  doors: z.array(doorPlacement).max(1_000),
};

/** The picture behind a plan, as wide as the plan or as high. */
export const planBackground = z.object({
  type: z.enum(["image/png", "image/jpeg"]),
  bytes: z.int(),
  /** Pixels. */
  width: z.int(),
  height: z.int(),
  /** Another one when the picture is another: `?digest=` of its address. */
  digest: z.string(),
});
export type PlanBackground = z.infer<typeof planBackground>;

/** The floor plan of an edition; of version 0 where nobody has drawn one. */
export const floorPlan = z.object({
  /** Counts the changes, those of the background too. */
  version: z.int(),
  /** Whether it came with the sample data and nobody has changed it. */
  sample: z.boolean(),
  ...drawing,
  background: planBackground.nullable(),
});
export type FloorPlan = z.infer<typeof floorPlan>;

const unique = (list: readonly string[]): boolean => new Set(list).size === list.length;

/** A plan as somebody leaves it; `version` is the one they changed. */
export const floorPlanChange = z
  .strictObject({ version: z.int().min(0), ...drawing })
  .refine(({ placements }) => unique(placements.map(({ zone }) => zone)), {
    path: ["placements"],
    message: "a zone stands twice",
  })
  .refine(({ doors }) => unique(doors.map(({ checkpoint }) => checkpoint)), {
    path: ["doors"],
    message: "a checkpoint stands twice",
  });
export type FloorPlanChange = z.infer<typeof floorPlanChange>;

/** The version that a change of the background goes by. */
export const backgroundChangeQuery = z.strictObject({ version: z.coerce.number().int().min(0) });
export const backgroundQuery = z.strictObject({ digest: z.string().max(100).optional() });
