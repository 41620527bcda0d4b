import { routes, zoneStatus, type Zone } from "@abwab/contract";
import { uiMessages, useMessages } from "@abwab/ui";
import { Radio, Stack, Text, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { FormDialog } from "../app/form-dialog.tsx";
import { zonesQuery } from "../editions/edition-queries.ts";
import { pavilionMessages } from "./pavilion-messages.ts";

const choices = [
  { value: "open", text: "statusOpen", hint: "statusOpenHint" },
  { value: "hold", text: "statusHold", hint: "statusHoldHint" },
  { value: "closed", text: "statusClosed", hint: "statusClosedHint" },
] as const;

/** Opens, holds or closes a zone, with words for who stands at its door. */
export function StatusDialog({ slug, zone, onClose }: { slug: string; zone: Zone; onClose: () => void }) {
  const t = useMessages(pavilionMessages);
  const ui = useMessages(uiMessages);
  const client = useQueryClient();
  const [status, setStatus] = useState(zone.status);
  const [message, setMessage] = useState(zone.message ?? "");
  const save = useMutation({
    mutationFn: () =>
      api.call(routes.changeZone, {
        params: { slug, code: zone.code },
        body: { status, message: message.trim() || null },
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: zonesQuery(slug).queryKey });
      onClose();
    },
  });
  return (
    <FormDialog
      title={t("statusTitle")}
      onClose={onClose}
      onSubmit={() => save.mutate()}
      pending={save.isPending}
      error={save.error}
    >
      <Text c="dimmed" size="sm">
        {t("statusText")}
      </Text>
      <Radio.Group aria-label={t("statusTitle")} value={status} onChange={(next) => setStatus(zoneStatus.parse(next))}>
        <Stack gap="sm">
          {choices.map(({ value, text, hint }) => (
            <Radio key={value} value={value} label={ui(text)} description={t(hint)} />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea
        label={t("message")}
        autosize
        minRows={2}
        maxLength={2000}
        value={message}
        onChange={(event) => setMessage(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
