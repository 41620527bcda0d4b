import { z } from "zod";
import { publishedFigure } from "./editions.ts";
import { documentLocale } from "./passes.ts";
import { isStorable, localDate, names } from "./primitives.ts";

/** Where a figure is from: added up from the ledger, entered into the registry or the set-up, or announced by someone. */
export const figureOrigin = z.enum(["counted", "entered", "published"]);
export type FigureOrigin = z.infer<typeof figureOrigin>;

/** A figure with all that says what it is worth. */
export const tracedFigure = z.object({
  value: z.int(),
  origin: figureOrigin,
  /** What is counted or entered is exact. */
  qualifier: publishedFigure.shape.qualifier,
  /** Of a published one. */
  source: z.string().nullable(),
  /** Counted on a day that is not settled: it may still change. */
  isLive: z.boolean(),
});
export type TracedFigure = z.infer<typeof tracedFigure>;

/** Figures that a template may tell, by the name that stands between its braces. */
export const communiqueFigures = [
  "visits.total",
  "visits.weekend",
  "visits.pavilions",
  "peak.visits",
  "schools.total",
  "schools.public",
  "schools.private",
  "schools.traditional",
  "schools.quranic",
  "pupils.total",
  "bodies.total",
  "media.outlets",
  "media.activities",
  "broadcast.views",
  "pavilions.total",
  "spaces.total",
  "spaces.area",
  "seminars.total",
] as const;
export type CommuniqueFigure = (typeof communiqueFigures)[number];

/** What else it may say. */
export const communiqueTexts = [
  "edition.name",
  "edition.city",
  "edition.venue",
  "edition.dates",
  "edition.days",
  "release.date",
  "weekend.days",
  "peak.day",
  "schools.kinds",
  "cities.names",
  "record.claim",
  "figures.state",
  "figures.sources",
] as const;
export type CommuniqueText = (typeof communiqueTexts)[number];

/** A figure as a template asks for it: `schools.total.published.exact`. */
export interface AskedFigure {
  key: CommuniqueFigure;
  /** Only that of this origin. */
  origin: FigureOrigin | null;
  /** To the unit, where it would be rounded. */
  isExact: boolean;
}

export const askedFigures: ReadonlyMap<string, AskedFigure> = new Map(
  communiqueFigures.flatMap((key) =>
    [null, ...figureOrigin.options].flatMap((origin) =>
      [false, true].map((isExact): [string, AskedFigure] => [
        [key, ...(origin === null ? [] : [origin]), ...(isExact ? ["exact"] : [])].join("."),
        { key, origin, isExact },
      ]),
    ),
  ),
);

/** Every name that may stand between the braces of a template. */
export const communiqueFieldNames: readonly string[] = [...communiqueTexts, ...askedFigures.keys()];

export const missingReason = z.enum([
  "not_counted",
  "not_published",
  "none_arrived",
  "no_weekend",
  "no_earlier_figure",
]);
export type MissingReason = z.infer<typeof missingReason>;

/** One field that a template may name. */
export const communiqueField = z.object({
  /** As it stands between the braces. */
  field: z.string(),
  names,
  /** What stands in the text for it; null where it is missing. */
  text: z.string().nullable(),
  missing: missingReason.nullable(),
  /** The figures there are of it, the one that is told first; none of what is no figure. */
  figures: z.array(tracedFigure),
});
export type CommuniqueField = z.infer<typeof communiqueField>;

export const communiqueTemplate = z.object({
  locale: documentLocale,
  /** From 1; 0 where nobody has saved one yet. */
  version: z.int(),
  text: z.string(),
  /** It is the one that Abwab brings. */
  isDefault: z.boolean(),
  savedAt: z.string().nullable(),
  savedBy: z.string().nullable(),
});
export type CommuniqueTemplate = z.infer<typeof communiqueTemplate>;

/** A press release as its template and the figures of this moment make it. */
export const communique = z.object({
  locale: documentLocale,
  text: z.string(),
  /** Fields of the text that are missing, in its order: the text says so in their place. */
  missing: z.array(z.string()),
  fields: z.array(communiqueField),
  template: communiqueTemplate,
  /** How many of the edition's days are settled. */
  settledDays: z.int(),
  days: z.int(),
  asOf: z.string(),
});
export type Communique = z.infer<typeof communique>;

export const communiqueQuery = z.strictObject({
  locale: documentLocale.default("ar"),
  /** The date that it bears; today on the edition's clocks when left out. */
  date: localDate.optional(),
});
export type CommuniqueQuery = z.infer<typeof communiqueQuery>;

const templateText = z.string().trim().min(1).max(20_000).refine(isStorable, "must be text without NUL");

export const communiquePreview = z.strictObject({
  locale: documentLocale,
  text: templateText,
  date: localDate.optional(),
});
export type CommuniquePreview = z.infer<typeof communiquePreview>;

/** Without a text: back to the one that Abwab brings. Earlier versions stay. */
export const newCommuniqueTemplate = z.strictObject({ locale: documentLocale, text: templateText.nullable() });
export type NewCommuniqueTemplate = z.infer<typeof newCommuniqueTemplate>;

export const communiqueTemplatesQuery = z.strictObject({ locale: documentLocale.default("ar") });
