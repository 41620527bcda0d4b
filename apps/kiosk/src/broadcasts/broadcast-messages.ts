import { defineMessages } from "@abwab/ui";

export const broadcastMessages = defineMessages("broadcasts", {
  ar: { read: "قرأتُها", from: "من المنظمين" },
  fr: { read: "Lu", from: "Des organisateurs" },
  en: { read: "Read", from: "From the organisers" },
});
