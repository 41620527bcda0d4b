import { type Alert, alertRemark, newAlertNote, routes } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { Text, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { FormDialog } from "../app/form-dialog.tsx";
import { useChecked } from "../app/use-checked.ts";
import { alertMessages } from "./alert-messages.ts";
import { takeAlert } from "./alert-queries.ts";
import { useAlertWords } from "./use-alert-words.ts";

export interface RemarkDialogProps {
  kind: "note" | "resolve";
  alert: Alert;
  slug: string;
  onClose: () => void;
}

/** Writes something down beside an alert, or ends it with a word or without. */
export function RemarkDialog({ kind, alert, slug, onClose }: RemarkDialogProps) {
  const t = useMessages(alertMessages);
  const words = useAlertWords();
  const client = useQueryClient();
  const [note, setNote] = useState("");
  const params = { slug, id: alert.id };
  const save = useMutation({
    mutationFn: (body: { note?: string | undefined }) =>
      kind === "note"
        ? api.call(routes.noteAlert, { params, body: { note: body.note ?? "" } })
        : api.call(routes.resolveAlert, { params, body: body.note === undefined ? {} : { note: body.note } }),
    onSuccess: (changed) => {
      takeAlert(client, slug, changed);
      onClose();
    },
  });
  const isEmpty = note.trim() === "";
  const { errorAt, send } = useChecked(
    kind === "note" ? newAlertNote : alertRemark,
    kind === "resolve" && isEmpty ? {} : { note },
    save.error,
  );
  return (
    <FormDialog
      title={t(kind === "note" ? "note" : "resolveTitle")}
      submit={t(kind)}
      onClose={onClose}
      onSubmit={() => send(save.mutate)}
      pending={save.isPending}
      error={save.error}
    >
      <Text fw={600}>{words(alert)}</Text>
      {kind === "resolve" && <Text>{t("resolveText")}</Text>}
      <Textarea
        label={t("noteLabel")}
        description={t("noteHint")}
        required={kind === "note"}
        data-autofocus
        autosize
        minRows={2}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        error={errorAt("note")}
      />
    </FormDialog>
  );
}
