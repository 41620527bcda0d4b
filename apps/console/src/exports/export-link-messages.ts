import { defineMessages } from "@abwab/ui";

export const exportLinkMessages = defineMessages("export-link", {
  ar: { export: "صدّر هذه الأرقام" },
  fr: { export: "Exporter ces chiffres" },
  en: { export: "Export these figures" },
});
