import type { DocumentLocale } from "@abwab/contract";
import { moroccanProvinces, moroccanRegions } from "@abwab/domain";
import type { PlannedPlace } from "./writing/export-plan.ts";

const FIELDS = { ar: "nameAr", fr: "nameFr", en: "nameEn" } as const;

/** What an origin may name: regions, then their provinces, in this language. */
export function plannedPlaces(locale: DocumentLocale): PlannedPlace[] {
  const field = FIELDS[locale];
  const regions = moroccanRegions.map((region) => ({
    code: region.code,
    region: region.code,
    regionName: region[field],
    province: null,
    provinceName: null,
  }));
  const nameOf = new Map(regions.map(({ code, regionName }) => [code, regionName]));
  const provinces = moroccanProvinces.map((province) => ({
    code: province.code,
    region: province.region,
    regionName: nameOf.get(province.region) ?? province.region,
    province: province.code,
    provinceName: province[field],
  }));
  return [...regions, ...provinces];
}
