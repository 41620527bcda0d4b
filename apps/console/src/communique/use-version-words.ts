import type { CommuniqueTemplate } from "@abwab/contract";
import { formatDate, formatTime, isolate, useLanguage, useMessages } from "@abwab/ui";
import { communiqueMessages } from "./communique-messages.ts";

/** Which version it is, of whom and when. */
export function useVersionWords(): (template: CommuniqueTemplate) => string {
  const t = useMessages(communiqueMessages);
  const { language } = useLanguage();
  return ({ version, isDefault, savedAt, savedBy }) => {
    if (savedAt === null || savedBy === null) return t("isDefault");
    const when = `${formatDate(savedAt, language)} ${formatTime(savedAt, language)}`;
    const words = t("version", { version, who: isolate(savedBy), when });
    return isDefault ? `${words} · ${t("isDefault")}` : words;
  };
}
