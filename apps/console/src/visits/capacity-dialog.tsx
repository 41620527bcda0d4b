import { routes, slotPatch, type Edition, type Slot } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { FormDialog } from "../app/form-dialog.tsx";
import { useGuard } from "../guarded/use-guard.tsx";
import { useChecked } from "../app/use-checked.ts";
import { WholeNumberField } from "../app/whole-number-field.tsx";
import { slotMessages } from "./slot-messages.ts";
import { visitsKey } from "./visit-queries.ts";

export interface CapacityDialogProps {
  edition: Edition;
  slot: Slot;
  onClose: () => void;
}

export function CapacityDialog({ edition: { slug }, slot, onClose }: CapacityDialogProps) {
  const t = useMessages(slotMessages);
  const client = useQueryClient();
  const [capacity, setCapacity] = useState<number | null>(slot.capacity);
  const params = { slug, id: slot.id };
  const guard = useGuard({
    thing: slot,
    draftOf: (thing: Slot): { capacity: number | null } => ({ capacity: thing.capacity }),
    draft: { capacity },
    onDraft: (merged) => setCapacity(merged.capacity),
    read: () => api.callIfChanged(routes.getSlot, undefined, { params }),
    words: { capacity: t("capacity") },
  });
  const save = useMutation({
    mutationFn: (body: { capacity: number }) =>
      guard.save((headers) => api.call(routes.changeSlot, { params, headers, body })),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: visitsKey(slug) });
      onClose();
    },
  });
  const { errorAt, send } = useChecked(slotPatch, { capacity }, save.error);
  const { error, notice } = guard.shown(save.error, save.reset);
  return (
    <FormDialog
      title={t("changeCapacity")}
      onClose={onClose}
      onSubmit={() => send(save.mutate)}
      pending={save.isPending}
      error={error}
    >
      <Text>{t("changeCapacityText", { booked: slot.booked })}</Text>
      <WholeNumberField
        label={t("capacity")}
        description={t("capacityHint")}
        required
        data-autofocus
        value={capacity}
        onChange={setCapacity}
        error={errorAt("capacity")}
      />
      {notice}
    </FormDialog>
  );
}
