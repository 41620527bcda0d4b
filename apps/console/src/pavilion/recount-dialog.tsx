import { recountRequest, routes, type Edition, type RecountRequest, type Zone } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { Text, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { FormDialog } from "../app/form-dialog.tsx";
import { useChecked } from "../app/use-checked.ts";
import { WholeNumberField } from "../app/whole-number-field.tsx";
import { instantOf, MomentField, momentOf } from "./moment-field.tsx";
import { pavilionMessages } from "./pavilion-messages.ts";

/** States how many are inside: the anchor from which the figure goes on. */
export function RecountDialog({ edition, zone, onClose }: { edition: Edition; zone: Zone; onClose: () => void }) {
  const t = useMessages(pavilionMessages);
  const [inside, setInside] = useState<number | null>(null);
  const [moment, setMoment] = useState(() => momentOf(edition, Date.now()));
  const [untouched] = useState(moment);
  const [reason, setReason] = useState("");
  const save = useMutation({
    mutationFn: (body: RecountRequest) =>
      api.call(routes.recountZone, { params: { slug: edition.slug, code: zone.code }, body }),
    onSuccess: onClose,
  });
  // "Now" means now to the second, not the start of this minute.
  const countedAt = moment === untouched ? new Date().toISOString() : instantOf(edition, moment);
  const { errorAt, send } = useChecked(recountRequest, { inside, countedAt, reason }, save.error);
  return (
    <FormDialog
      title={t("recount")}
      onClose={onClose}
      onSubmit={() => send(save.mutate)}
      pending={save.isPending}
      error={save.error}
    >
      <Text c="dimmed" size="sm">
        {t("recountText")}
      </Text>
      <WholeNumberField
        label={t("recountInside")}
        required
        data-autofocus
        value={inside}
        onChange={setInside}
        error={errorAt("inside")}
      />
      <MomentField edition={edition} value={moment} onChange={setMoment} error={errorAt("countedAt")} />
      <Textarea
        label={t("reason")}
        description={t("reasonHint")}
        required
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={errorAt("reason")}
      />
    </FormDialog>
  );
}
