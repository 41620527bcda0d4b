import type { DocumentLocale, Organisation } from "@abwab/contract";
import { moroccanProvinces } from "@abwab/domain";
import { isolated } from "./isolated.ts";

type Named = Pick<Organisation, "nameAr" | "nameFr" | "city" | "province">;

const namesOf = ({ nameAr, nameFr }: Named, locale: DocumentLocale): string[] =>
  (locale === "ar" ? [nameAr, nameFr] : [nameFr, nameAr]).flatMap((name) => name ?? []);

/** Its name in the language's script where it has one. */
export const nameOf = (organisation: Named, locale: DocumentLocale): string => namesOf(organisation, locale)[0] ?? "";
export const otherNameOf = (organisation: Named, locale: DocumentLocale): string | null =>
  namesOf(organisation, locale)[1] ?? null;

/** Its city, else its province. */
export function placeOf({ city, province }: Named, locale: DocumentLocale): string {
  if (city !== null) return city;
  const found = moroccanProvinces.find(({ code }) => code === province);
  return (locale === "ar" ? found?.nameAr : found?.nameFr) ?? "";
}

/** What stands under its name: the other one, and where it is. */
export const besideOf = (organisation: Named, locale: DocumentLocale, separator: string): string =>
  [otherNameOf(organisation, locale) ?? "", placeOf(organisation, locale)]
    .filter((part) => part !== "")
    .map(isolated)
    .join(separator);
