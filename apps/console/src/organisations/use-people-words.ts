import { formatNumber, useLanguage, useMessages } from "@abwab/ui";
import { organisationMessages } from "./organisation-messages.ts";

/** So many pupils or adults, as the language counts them. */
export function usePeopleWords(): (who: "pupilsCount" | "adultsCount", count: number) => string {
  const t = useMessages(organisationMessages);
  const { language } = useLanguage();
  return (who, count) => t(who, { count, value: formatNumber(count, language) });
}
