import { routes, type Edition } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { Alert, FileInput, Text, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { FormDialog } from "../app/form-dialog.tsx";
import { reachMessages } from "./reach-messages.ts";
import { reachQuery } from "./reach-queries.ts";
import { readPasted } from "./read-pasted.ts";

const MOST_FAULTS = 8;

/** Many figures at once: read while they are pasted, sent only when every line is right. */
export function PasteDialog({ edition, onClose }: { edition: Edition; onClose: () => void }) {
  const t = useMessages(reachMessages);
  const client = useQueryClient();
  const { slug } = edition;
  const [text, setText] = useState("");
  const { rows, faults } = readPasted(edition, text);
  const send = useMutation({
    mutationFn: () => api.call(routes.importReach, { params: { slug }, body: { rows } }),
    onSuccess: () => client.invalidateQueries({ queryKey: reachQuery(slug).queryKey }),
  });
  const change = (next: string) => {
    setText(next);
    send.reset();
  };
  return (
    <FormDialog
      title={t("paste")}
      size="lg"
      submit={t("pasteSend")}
      onClose={onClose}
      onSubmit={() => {
        if (rows.length > 0 && faults.length === 0) send.mutate();
      }}
      pending={send.isPending}
      error={send.error}
    >
      <Text size="sm">{t("pasteHint")}</Text>
      <Textarea
        label={t("pasteLabel")}
        dir="auto"
        rows={7}
        data-autofocus
        value={text}
        onChange={(event) => change(event.currentTarget.value)}
      />
      <FileInput
        label={t("file")}
        accept=".csv,text/csv,text/plain"
        onChange={(file) => {
          if (file) void file.text().then(change);
        }}
      />
      {faults.length > 0 && (
        <Alert color="clay" role="alert">
          {faults.slice(0, MOST_FAULTS).map(({ line, what }) => (
            <div key={line}>{t("pasteWrong", { line, what: t(what) })}</div>
          ))}
        </Alert>
      )}
      <Text role="status" size="sm">
        {send.data
          ? t("pasteDone", { added: send.data.added, unchanged: send.data.unchanged })
          : t("pasteReady", { count: rows.length })}
      </Text>
    </FormDialog>
  );
}
