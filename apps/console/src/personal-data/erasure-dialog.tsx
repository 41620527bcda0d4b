import { type PersonalRecord, routes } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { api } from "../app/api.ts";
import { ConfirmDialog } from "../app/confirm-dialog.tsx";
import { holdingsQuery } from "./holdings.tsx";
import { personalMessages } from "./personal-messages.ts";

interface ErasureDialogProps {
  records: readonly PersonalRecord[];
  onDone: (places: number) => void;
  onClose: () => void;
}

/** Says what goes and what stays, and that it is for good. */
export function ErasureDialog({ records, onDone, onClose }: ErasureDialogProps) {
  const t = useMessages(personalMessages);
  return (
    <ConfirmDialog
      title={t("eraseTitle")}
      text={t("eraseText")}
      warning={t("eraseWarning")}
      submit={t("erase")}
      act={() => api.call(routes.erasePerson, { body: { items: records.map(({ kind, key }) => ({ kind, key })) } })}
      onDone={({ places }) => onDone(places)}
      refresh={holdingsQuery.queryKey}
      onClose={onClose}
    />
  );
}
