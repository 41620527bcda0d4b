import { z } from "zod";

/** Any UUID, of any version; letters may be of either case. */
export const uuid = z.guid();

// A kiosk whose clock fell back to 1970 is still understood (E6); before 1900 nobody meant a time.
const EARLIEST_INSTANT = Date.UTC(1900, 0, 1);

/** RFC 3339 with an offset or Z, from the year 1900 on. */
export const instant = z.iso
  .datetime({ offset: true })
  .refine((text) => Date.parse(text) >= EARLIEST_INSTANT, "must not be before the year 1900");

/** A calendar date, `YYYY-MM-DD`. */
export const localDate = z.iso
  .date()
  .refine((date) => date >= "1900-01-01" && date < "9000-01-01", "must be a date from 1900 on");

/** A local hour of the day, `HH:MM`. */
export const hourOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be HH:MM");

export const slug = z
  .string()
  .max(64)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "must be lower-case letters, digits and single hyphens");

/** Code of a zone or a checkpoint, unique within its edition: `P12`, `P12-A`. */
export const code = z
  .string()
  .max(32)
  .regex(/^[A-Z0-9]+(?:[-_][A-Z0-9]+)*$/, "must be capital letters, digits and single hyphens");

// PostgreSQL keeps neither NUL nor half a surrogate pair, and nobody types one.
export const isStorable = (value: string) => !value.includes("\0") && value.isWellFormed();
const text = (max: number) => z.string().trim().min(1).max(max).refine(isStorable, "must be text without NUL");

export const names = z.strictObject({ ar: text(200), fr: text(200), en: text(200) });
export type Names = z.infer<typeof names>;

export const shortText = text(200);
export const longText = text(2000);
/** What somebody looks for; empty for everything. */
export const searchText = z.string().trim().max(100).refine(isStorable, "must be text without NUL");

/** An IANA time zone that this machine knows. */
export const timeZone = z.string().refine((name) => {
  // An offset is no zone: it knows nothing of the changes of the clock.
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}, "must be an IANA time zone");

/** Query string of every list. */
export const pageQuery = z.strictObject({
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(500)
    .default(100)
    .meta({ description: "Most items of the page", examples: [100] }),
  cursor: z.string().max(200).optional().meta({ description: "The page before's `nextCursor`, as it came" }),
});
export type PageQuery = z.infer<typeof pageQuery>;

/** One page of a list; `nextCursor` is null on the last one. */
export const page = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });
export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}
