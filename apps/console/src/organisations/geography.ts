import { routes, type Province, type Region } from "@abwab/contract";
import { type Language, useLanguage } from "@abwab/ui";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { api } from "../app/api.ts";

const regionsQuery = queryOptions({
  queryKey: ["geo", "regions"],
  queryFn: async () => (await api.call(routes.listRegions)).items,
  staleTime: Infinity,
});
const provincesQuery = queryOptions({
  queryKey: ["geo", "provinces"],
  queryFn: async () => (await api.call(routes.listProvinces)).items,
  staleTime: Infinity,
});

export const useRegions = (): readonly Region[] => useQuery(regionsQuery).data ?? [];
export const useProvinces = (): readonly Province[] => useQuery(provincesQuery).data ?? [];

const nameKeys = { ar: "nameAr", fr: "nameFr", en: "nameEn" } as const satisfies Record<Language, string>;

/** The name of a region or a province in the language on screen. */
export const placeName = (place: Region, language: Language): string => place[nameKeys[language]];

/** Regions or provinces in the order of their names, as a field to choose from takes them. */
export function placeChoices(places: readonly Region[], language: Language): { value: string; label: string }[] {
  return places
    .map((place) => ({ value: place.code, label: placeName(place, language) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, language));
}

/** The name of a province by its code; the code itself until the names are there. */
export function useProvinceName(): (code: string) => string {
  const { language } = useLanguage();
  const provinces = useProvinces();
  return (code) => {
    const found = provinces.find((province) => province.code === code);
    return found ? placeName(found, language) : code;
  };
}
