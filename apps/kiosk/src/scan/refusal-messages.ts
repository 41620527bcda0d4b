import { defineMessages, useMessages } from "@abwab/ui";
import { useCallback } from "react";

/** Why the service would not count a record, in words for staff; keyed by the codes of the contract. */
export const refusalMessages = defineMessages("refusal", {
  ar: {
    invalid: "لم يفهمه الخادم. أبلغ المنظّمين.",
    id_reused: "معرّفه مستعمل لتسجيل آخر. أبلغ المنظّمين.",
    unknown_checkpoint: "لم تعد نقطة العبور هذه موجودة.",
    checkpoint_not_allowed: "لا يحق لهذا الجهاز الاحتساب في نقطة العبور هذه.",
    direction_not_allowed: "لا تحتسب نقطة العبور هذه هذا الاتجاه.",
    unknown_entry: "لا يعرف الخادم التسجيل الذي أُريد التراجع عنه.",
    void_not_allowed: "لم يُقبل التراجع: فات الأوان، أو سبق إليه غيرك.",
    edition_archived: "أُغلقت الدورة نهائياً ولم تعد تقبل تسجيلات.",
    other: "رفضه الخادم ({{code}}). أبلغ المنظّمين.",
  },
  fr: {
    invalid: "Le serveur ne l’a pas compris. Prévenez les organisateurs.",
    id_reused: "Son identifiant sert déjà à un autre comptage. Prévenez les organisateurs.",
    unknown_checkpoint: "Ce point de passage n’existe plus.",
    checkpoint_not_allowed: "Cet appareil ne peut pas compter à ce point de passage.",
    direction_not_allowed: "Ce point de passage ne compte pas ce sens.",
    unknown_entry: "Le serveur ne connaît pas le comptage à annuler.",
    void_not_allowed: "Annulation refusée : trop tard, ou déjà faite.",
    edition_archived: "L’édition est archivée et ne prend plus rien.",
    other: "Le serveur l’a refusé ({{code}}). Prévenez les organisateurs.",
  },
  en: {
    invalid: "The server did not understand it. Tell the organisers.",
    id_reused: "Its id belongs to another entry. Tell the organisers.",
    unknown_checkpoint: "This checkpoint no longer exists.",
    checkpoint_not_allowed: "This device may not count at this checkpoint.",
    direction_not_allowed: "This checkpoint does not count this direction.",
    unknown_entry: "The server does not know the entry that was to be undone.",
    void_not_allowed: "The undo was not accepted: too late, or done already.",
    edition_archived: "The edition is archived and takes nothing more.",
    other: "The server refused it ({{code}}). Tell the organisers.",
  },
});

const known = [
  "invalid",
  "id_reused",
  "unknown_checkpoint",
  "checkpoint_not_allowed",
  "direction_not_allowed",
  "unknown_entry",
  "void_not_allowed",
  "edition_archived",
] as const;

export function useRefusalText(): (code: string) => string {
  const t = useMessages(refusalMessages);
  return useCallback((code) => t(known.find((one) => one === code) ?? "other", { code }), [t]);
}
