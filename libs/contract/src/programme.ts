import { z } from "zod";
import { code, instant, localDate, names, pageQuery, shortText, uuid } from "./primitives.ts";
import { printQuery } from "./passes.ts";

export const programmeKind = z.enum(["seminar", "show", "workshop", "guided_visit"]);
export type ProgrammeKind = z.infer<typeof programmeKind>;

/** Who speaks, as the public programme names them. */
export const speaker = z.strictObject({ name: shortText, affiliation: shortText.nullable().default(null) });
export type Speaker = z.infer<typeof speaker>;

/** A whole minute: what was counted in a hall is known by the minute. */
const minute = instant.refine((text) => Date.parse(text) % 60_000 === 0, "must be a whole minute");
const people = z.int().min(0).max(1_000_000);
const LONGEST_MS = 24 * 60 * 60_000;

const programmeFields = {
  kind: programmeKind,
  names,
  /** The hall: code of a zone. */
  zone: code,
  startsAt: minute,
  endsAt: minute,
  speakers: z.array(speaker).max(50),
  expected: people.nullable(),
  /** How many came, as a person says; null for what was counted at the hall. */
  attended: people.nullable(),
};

interface Hours {
  startsAt?: string | undefined;
  endsAt?: string | undefined;
}
/** Where both hours are there: it ends after it starts, within a day. */
const endsInTime = ({ startsAt, endsAt }: Hours): boolean => {
  if (startsAt === undefined || endsAt === undefined) return true;
  const length = Date.parse(endsAt) - Date.parse(startsAt);
  return length > 0 && length <= LONGEST_MS;
};
const IN_TIME = { path: ["endsAt"], message: "must be after the start, by a day at most" };

export const newProgrammeItem = z
  .strictObject({
    ...programmeFields,
    speakers: programmeFields.speakers.default([]),
    expected: people.nullable().default(null),
    attended: people.nullable().default(null),
  })
  .refine(endsInTime, IN_TIME);
export type NewProgrammeItem = z.infer<typeof newProgrammeItem>;

export const programmeItemPatch = z.strictObject(programmeFields).partial().refine(endsInTime, IN_TIME);
export type ProgrammeItemPatch = z.infer<typeof programmeItemPatch>;

/** What an organiser should know of an item; nothing of it is refused. */
export const programmeRemark = z.discriminatedUnion("code", [
  /** The same hall at the same time. */
  z.object({ code: z.literal("hall_clash"), with: z.array(uuid) }),
  /** The same speaker in two places at once. */
  z.object({ code: z.literal("speaker_clash"), with: z.array(uuid), speaker: z.string() }),
  /** More are expected than the hall holds. */
  z.object({ code: z.literal("over_capacity"), over: z.int() }),
  /** No day of the edition, or outside its hours. */
  z.object({ code: z.literal("outside_hours") }),
]);
export type ProgrammeRemark = z.infer<typeof programmeRemark>;

export const attendanceOrigin = z.enum(["counted", "entered"]);

export const programmeItem = z.object({
  id: uuid,
  ...programmeFields,
  /** Of the edition's days, the one on which it starts. */
  day: localDate,
  /** Of the hall. */
  capacity: z.int().nullable(),
  /** Null before it starts, and at a hall where nobody is counted going in. */
  attendance: z.object({ value: z.int(), origin: attendanceOrigin }).nullable(),
  /** Headcount into the hall from start to end, without staff; null as above. */
  counted: z.int().nullable(),
  remarks: z.array(programmeRemark),
});
export type ProgrammeItem = z.infer<typeof programmeItem>;

export const programmeQuery = pageQuery.extend({
  day: localDate.optional(),
  zone: code.optional(),
  kind: programmeKind.optional(),
});
export type ProgrammeQuery = z.infer<typeof programmeQuery>;

/** The day on which the same takes place again, at the same hours. */
export const programmeCopy = z.strictObject({ day: localDate });

export const programmePrintQuery = printQuery.extend({ day: localDate.optional() });
export type ProgrammePrintQuery = z.infer<typeof programmePrintQuery>;
