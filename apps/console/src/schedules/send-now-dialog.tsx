import { type ReportSchedule, routes, type SendNow } from "@abwab/contract";
import { isolate, useMessages } from "@abwab/ui";
import { Radio, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { FormDialog } from "../app/form-dialog.tsx";
import { scheduleMessages } from "./schedule-messages.ts";
import { sendingsQuery } from "./schedule-queries.ts";

export interface SendNowDialogProps {
  slug: string;
  schedule: ReportSchedule;
  /** Once it is being made. */
  onSent: () => void;
  onClose: () => void;
}

/** Asks to whom, and says that it can't be taken back. */
export function SendNowDialog({ slug, schedule, onSent, onClose }: SendNowDialogProps) {
  const t = useMessages(scheduleMessages);
  const client = useQueryClient();
  const [to, setTo] = useState<SendNow["to"]>("me");
  const send = useMutation({
    mutationFn: () => api.call(routes.sendReportsNow, { params: { slug, id: schedule.id }, body: { to } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: sendingsQuery(slug, schedule.id).queryKey });
      onSent();
    },
  });
  return (
    <FormDialog
      title={t("sendTitle", { name: isolate(schedule.name) })}
      submit={t("sendNow")}
      onClose={onClose}
      onSubmit={() => send.mutate()}
      pending={send.isPending}
      error={send.error}
    >
      <Text>{t("sendText")}</Text>
      <Radio.Group label={t("to")} value={to} onChange={(value) => setTo(value === "everyone" ? "everyone" : "me")}>
        <Stack gap="xs" mt="xs">
          <Radio value="me" label={t("toMe")} />
          <Radio value="everyone" label={t("toEveryone")} />
        </Stack>
      </Radio.Group>
    </FormDialog>
  );
}
