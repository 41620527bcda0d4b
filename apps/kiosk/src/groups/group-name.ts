import type { Organisation } from "@abwab/contract";
import { useLanguage } from "@abwab/ui";

/** A name in the language on screen, where it has one. */
export function useGroupName(): (organisation: Pick<Organisation, "nameAr" | "nameFr">) => string {
  const { language } = useLanguage();
  return ({ nameAr, nameFr }) => (language === "ar" ? (nameAr ?? nameFr) : (nameFr ?? nameAr)) ?? "";
}
