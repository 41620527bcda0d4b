import { dwellGaps } from "@abwab/domain";
import { z } from "zod";
import { category, zoneKind } from "./editions.ts";
import { code, localDate, slug } from "./primitives.ts";
import { representation } from "./visits.ts";

/** Visits of the site by who came. Staff stand among them and are no part of `visits`. */
const categoryVisits = z.object({ category, visits: z.int() });

/** Organisations of one city that booked or came; `people` are those of theirs that came. */
const groupPlace = z.object({
  city: z.string().nullable(),
  province: z.string().nullable(),
  /** The two digits of a Moroccan region. */
  region: z.string().nullable(),
  booked: z.int(),
  arrived: z.int(),
  people: z.int(),
});
export type GroupPlace = z.infer<typeof groupPlace>;

/** Of the visitors that were asked where they come from. */
const originShare = z.object({
  /** A region's two digits, or a province's code; null for all that is neither. */
  place: z.string().nullable(),
  answers: z.int(),
  share: z.number(),
  /** The share lies within so much of it, up or down, in 19 samples of 20. */
  margin: z.number(),
});
export type OriginShare = z.infer<typeof originShare>;

/** A zone's own figures: everyone, staff too. */
const zoneAttendance = z.object({
  zone: code,
  kind: zoneKind,
  entered: z.int(),
  /** The busiest quarter of an hour; null where nobody came. */
  peak: z.object({ at: z.string(), entered: z.int() }).nullable(),
  /** The mean stay; null with the reason why it can't be said. */
  stayMinutes: z.number().nullable(),
  stayGap: z.enum(dwellGaps).nullable(),
});
export type ZoneAttendance = z.infer<typeof zoneAttendance>;

export const attendanceBreakdown = z.object({
  edition: slug,
  version: z.int(),
  asOf: z.string(),
  /** null for the whole edition. */
  day: localDate.nullable(),
  visits: z.int(),
  categories: z.array(categoryVisits),
  /** Of the whole edition, whatever the day: an organisation is represented once. */
  represented: z.array(representation),
  groupPlaces: z.array(groupPlace),
  /** The public as the sample that it is. */
  origins: z.object({
    /** One of so many is asked at each kiosk; 0 where nobody is. */
    every: z.int(),
    asked: z.int(),
    regions: z.array(originShare),
    provinces: z.array(originShare),
  }),
  media: z.object({ accreditations: z.int(), activities: z.int() }),
  zones: z.array(zoneAttendance),
});
export type AttendanceBreakdown = z.infer<typeof attendanceBreakdown>;

export const attendanceQuery = z.strictObject({ day: localDate.optional() });
export type AttendanceQuery = z.infer<typeof attendanceQuery>;
