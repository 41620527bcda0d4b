import { routes, voidRequest, type Edition, type LedgerRow } from "@abwab/contract";
import { formatTime, useLanguage, useMessages } from "@abwab/ui";
import { Text, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { FormDialog } from "../app/form-dialog.tsx";
import { useChecked } from "../app/use-checked.ts";
import { ledgerMessages } from "./ledger-messages.ts";
import { pavilionMessages } from "./pavilion-messages.ts";
import { ledgerKey } from "./use-latest-rows.ts";

export interface VoidDialogProps {
  edition: Edition;
  row: LedgerRow;
  onClose: () => void;
}

/** Takes an entry back by a later fact, with a reason (E1). */
export function VoidDialog({ edition, row, onClose }: VoidDialogProps) {
  const t = useMessages(ledgerMessages);
  const zone = useMessages(pavilionMessages);
  const { language } = useLanguage();
  const client = useQueryClient();
  const [reason, setReason] = useState("");
  const save = useMutation({
    mutationFn: (body: { reason: string }) => api.call(routes.voidEntry, { params: { id: row.id }, body }),
    onSuccess: async () => {
      await client.refetchQueries({ queryKey: ledgerKey(edition.slug, row.zone) });
      onClose();
    },
  });
  const { errorAt, send } = useChecked(voidRequest, { reason }, save.error);
  const time = formatTime(row.placedAt, language, { timeZone: edition.timeZone, seconds: true });
  return (
    <FormDialog
      title={t("voidTitle", { time })}
      submit={t("voidEntry")}
      danger
      onClose={onClose}
      onSubmit={() => send(save.mutate)}
      pending={save.isPending}
      error={save.error}
    >
      <Text>{t("voidText", { count: row.headcount })}</Text>
      <Textarea
        label={t("reason")}
        description={zone("reasonHint")}
        required
        data-autofocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={errorAt("reason")}
      />
    </FormDialog>
  );
}
