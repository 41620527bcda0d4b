import { routes, type Edition, type Zone } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { NumberInput, Text, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { FormDialog } from "../app/form-dialog.tsx";
import { isWrong } from "../app/problem-alert.tsx";
import { instantOf, MomentField, momentOf } from "./moment-field.tsx";
import { pavilionMessages } from "./pavilion-messages.ts";

/** States how many are inside: the anchor from which the figure goes on. */
export function RecountDialog({ edition, zone, onClose }: { edition: Edition; zone: Zone; onClose: () => void }) {
  const t = useMessages(pavilionMessages);
  const [inside, setInside] = useState<number | "">("");
  const [moment, setMoment] = useState(() => momentOf(edition, Date.now()));
  const [untouched] = useState(moment);
  const [reason, setReason] = useState("");
  const save = useMutation({
    mutationFn: () =>
      api.call(routes.recountZone, {
        params: { slug: edition.slug, code: zone.code },
        body: {
          inside: Number(inside),
          // "Now" means now to the second, not the start of this minute.
          countedAt: moment === untouched ? new Date().toISOString() : instantOf(edition, moment),
          reason: reason.trim(),
        },
      }),
    onSuccess: onClose,
  });
  return (
    <FormDialog
      title={t("recount")}
      onClose={onClose}
      onSubmit={() => save.mutate()}
      pending={save.isPending}
      error={save.error}
    >
      <Text c="dimmed" size="sm">
        {t("recountText")}
      </Text>
      <NumberInput
        label={t("recountInside")}
        required
        data-autofocus
        min={0}
        allowDecimal={false}
        value={inside}
        onChange={(value) => setInside(value === "" ? "" : Number(value))}
        error={isWrong(save.error, "inside")}
      />
      <MomentField edition={edition} value={moment} onChange={setMoment} error={isWrong(save.error, "countedAt")} />
      <Textarea
        label={t("reason")}
        description={t("reasonHint")}
        required
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={isWrong(save.error, "reason")}
      />
    </FormDialog>
  );
}
