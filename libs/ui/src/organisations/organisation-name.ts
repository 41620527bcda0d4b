import type { Language } from "../i18n/languages.ts";

/** An organisation's name as the reader's language has it, else the one there is. */
export function organisationName(
  { nameAr, nameFr }: { readonly nameAr: string | null; readonly nameFr: string | null },
  language: Language,
): string {
  const [first, second] = language === "ar" ? [nameAr, nameFr] : [nameFr, nameAr];
  return first ?? second ?? "–";
}
