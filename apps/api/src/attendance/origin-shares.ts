import type { OriginShare } from "@abwab/contract";
import { moroccanProvinces, moroccanRegions, sampleShare } from "@abwab/domain";
import type { OriginCount } from "./attendance.repository.ts";

const regions = new Set(moroccanRegions.map(({ code }) => code));
const provinces = new Map(moroccanProvinces.map(({ code, region }) => [code, region]));

export const regionOf = (place: string | null): string | null => {
  if (place === null) return null;
  return provinces.get(place) ?? (regions.has(place) ? place : null);
};

/** The answers as shares of all that were asked, the most frequent first. */
export function originShares(counts: readonly OriginCount[]): {
  asked: number;
  regions: OriginShare[];
  provinces: OriginShare[];
} {
  const asked = counts.reduce((sum, { answers }) => sum + answers, 0);
  const by = (placeOf: (origin: string) => string | null): OriginShare[] =>
    [...Map.groupBy(counts, ({ origin }) => placeOf(origin))]
      .map(([place, own]) => {
        const answers = own.reduce((sum, each) => sum + each.answers, 0);
        return { place, answers, ...sampleShare(answers, asked) };
      })
      .toSorted((a, b) => b.answers - a.answers);
  return {
    asked,
    regions: by(regionOf),
    provinces: by((origin) => (provinces.has(origin) ? origin : null)),
  };
}
