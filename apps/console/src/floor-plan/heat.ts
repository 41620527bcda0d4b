import type { CountRow, Zone } from "@abwab/contract";
import { density, fullness } from "../live/zone-measures.ts";

/** What a plan's colours may say: share of the capacity, persons inside, persons a minute, persons a square metre. */
export const heatMeasures = ["share", "inside", "pace", "density"] as const;
export type HeatMeasure = (typeof heatMeasures)[number];

/** From 0, the least, to 5. */
export type HeatLevel = 0 | 1 | 2 | 3 | 4 | 5;
export const heatLevels: readonly HeatLevel[] = [0, 1, 2, 3, 4, 5];

/** Where levels 1 to 5 begin, in the measure's own unit. */
export type HeatBounds = readonly [number, number, number, number, number];

/** The last level is full and over. */
const SHARE: HeatBounds = [0.25, 0.5, 0.7, 0.85, 1];
/** Persons a square metre: from two on people can't walk freely, four is the most for a standing crowd (Fruin, Still). */
const DENSITY: HeatBounds = [0.5, 1, 2, 3, 4];
const PARTS: HeatBounds = [0.1, 0.2, 0.4, 0.6, 0.8];

/** The measure of a zone; undefined where it can't be known. */
export function heatOf(measure: HeatMeasure, zone: Zone, row: CountRow | undefined): number | undefined {
  switch (measure) {
    case "share":
      return fullness(zone, row);
    case "density":
      return density(zone, row);
    case "inside":
      return row?.inside ?? undefined;
    case "pace":
      return row?.perMinute;
  }
}

export function levelOf(value: number | undefined, bounds: HeatBounds): HeatLevel | undefined {
  if (value === undefined) return undefined;
  const passed = bounds.filter((bound) => value >= bound).length;
  return heatLevels[passed];
}

/** Scales that hang on no figure of the moment; undefined for those that do. */
export function fixedBounds(measure: HeatMeasure): HeatBounds | undefined {
  if (measure === "share") return SHARE;
  return measure === "density" ? DENSITY : undefined;
}

/** Below this part of the scale's end the highest figure makes a smaller scale: colours don't flicker at its edge. */
const SHRINKS_BELOW = 0.35;
const SMALLEST = 10;

/** The round end of a scale that holds `highest`: the one before as long as it does and is not far too large. */
export function scaleEnd(before: number | undefined, highest: number): number {
  if (before !== undefined && highest <= before && (highest >= before * SHRINKS_BELOW || before === SMALLEST)) {
    return before;
  }
  const power = 10 ** Math.floor(Math.log10(Math.max(SMALLEST, highest)));
  const round = [1, 2, 5, 10].map((step) => step * power).find((end) => end >= highest);
  return round ?? power * 10;
}

export const boundsTo = (end: number): HeatBounds => {
  const [a, b, c, d, e] = PARTS;
  return [a * end, b * end, c * end, d * end, e * end];
};
