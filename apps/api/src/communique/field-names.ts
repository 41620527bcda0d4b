import { type FigureOrigin, figureOrigin } from "@abwab/contract";
import { type FigureKey, figureKeys } from "./edition-figures.ts";
import type { TextField } from "./words/words-of-communiques.ts";

export const textFields: readonly TextField[] = [
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
];

/** A figure as a template asks for it: `schools.total.published.exact`. */
export interface AskedFigure {
  key: FigureKey;
  /** Only that of this origin. */
  origin: FigureOrigin | null;
  /** To the unit, where it would be rounded. */
  isExact: boolean;
}

export const askedFigures: ReadonlyMap<string, AskedFigure> = new Map(
  figureKeys.flatMap((key) =>
    [null, ...figureOrigin.options].flatMap((origin) =>
      [false, true].map((isExact): [string, AskedFigure] => [
        [key, ...(origin === null ? [] : [origin]), ...(isExact ? ["exact"] : [])].join("."),
        { key, origin, isExact },
      ]),
    ),
  ),
);

/** Every name that may stand between the braces of a template. */
export const fieldNames: readonly string[] = [...textFields, ...askedFigures.keys()];

export const isTextField = (name: string): name is TextField => textFields.some((field) => field === name);
