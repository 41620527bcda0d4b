import type { CommuniqueFigure, Edition, TracedFigure } from "@abwab/contract";
import type { KnownFigure } from "./edition-figures.ts";

/** Under it an edition may state what was published of one before it that Abwab knows nothing of. */
const EARLIER_VISITS = "earlier_edition_visits";

export interface EarlierFigure {
  /** Null where the edition isn't one of Abwab's. */
  edition: Edition | null;
  figure: TracedFigure;
}

export interface RecordClaim {
  /** `above`: more than a figure that is said to be over something is no proof of a record. */
  kind: "record" | "above" | "none";
  own: TracedFigure;
  /** The highest published of an earlier edition. */
  highest: EarlierFigure;
  /** How many more; nothing is known of less. */
  difference: number;
  /** Neither figure is about something. */
  isExact: boolean;
}

/**
 * What may be claimed of an edition's visits against those before it. Only what someone has entered as published counts:
 * what Abwab has counted of an earlier edition may be a part of it.
 *
 * @param earlier editions that began before it
 * @returns null where there is nothing to compare
 */
export function recordClaim(
  edition: Edition,
  earlier: readonly Edition[],
  figures: ReadonlyMap<CommuniqueFigure, KnownFigure>,
): RecordClaim | null {
  const own = figures.get("visits.total")?.figures[0];
  const highest = [
    ...publishedOf(edition, EARLIER_VISITS, null),
    ...earlier.flatMap((each) => publishedOf(each, "visits", each)),
  ]
    .toSorted((one, other) => other.figure.value - one.figure.value)
    .at(0);
  if (own === undefined || highest === undefined) return null;
  const difference = own.value - highest.figure.value;
  const isExact = own.qualifier === "exact" && highest.figure.qualifier === "exact";
  return { kind: kindOf(difference, highest.figure), own, highest, difference, isExact };
}

function kindOf(difference: number, { qualifier }: TracedFigure): RecordClaim["kind"] {
  if (difference <= 0) return "none";
  return qualifier === "over" ? "above" : "record";
}

function publishedOf({ published }: Edition, metric: string, edition: Edition | null): EarlierFigure[] {
  return published
    .filter((each) => each.metric === metric)
    .map(({ value, qualifier, source }) => ({
      edition,
      figure: { value, qualifier, source, origin: "published", isLive: false },
    }));
}

/** Those that began before it. */
export function editionsBefore(edition: Edition, all: readonly Edition[]): Edition[] {
  const firstDay = ({ days }: Edition): string => days.map(({ date }) => date).toSorted()[0] ?? "";
  return all.filter((each) => each.slug !== edition.slug && firstDay(each) < firstDay(edition));
}
