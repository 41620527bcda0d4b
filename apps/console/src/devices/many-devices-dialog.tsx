import { newDevices, routes, type Checkpoint, type Device, type NewDevices } from "@abwab/contract";
import { localName, useLanguage, useMessages } from "@abwab/ui";
import { MultiSelect, SegmentedControl, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { FormDialog } from "../app/form-dialog.tsx";
import { useChecked } from "../app/use-checked.ts";
import { WholeNumberField } from "../app/whole-number-field.tsx";
import { devicesQuery } from "./device-queries.ts";
import { manyDevicesMessages } from "./many-devices-messages.ts";

export interface ManyDevicesDialogProps {
  slug: string;
  checkpoints: readonly Checkpoint[];
  onDone: (devices: readonly Device[]) => void;
  onClose: () => void;
}

/** So many devices for each checkpoint at once; what comes next is the sheet of their codes. */
export function ManyDevicesDialog({ slug, checkpoints, onDone, onClose }: ManyDevicesDialogProps) {
  const t = useMessages(manyDevicesMessages);
  const { language } = useLanguage();
  const client = useQueryClient();
  const [scope, setScope] = useState<"all" | "some">("all");
  const [chosen, setChosen] = useState<string[]>([]);
  const [perCheckpoint, setPerCheckpoint] = useState<number | null>(1);
  const save = useMutation({
    mutationFn: (body: NewDevices) => api.call(routes.createDevices, { params: { slug }, body }),
    onSuccess: async ({ devices }) => {
      await client.invalidateQueries({ queryKey: devicesQuery(slug).queryKey });
      onDone(devices);
    },
  });
  const filledIn = { perCheckpoint, ...(scope === "some" && { checkpoints: chosen }) };
  const { errorAt, send } = useChecked(newDevices, filledIn, save.error);
  const places = scope === "all" ? checkpoints.length : chosen.length;
  return (
    <FormDialog
      title={t("addMany")}
      onClose={onClose}
      onSubmit={() => send(save.mutate)}
      pending={save.isPending}
      error={save.error}
    >
      <Text>{t("addManyText")}</Text>
      <SegmentedControl
        aria-label={t("checkpoints")}
        value={scope}
        onChange={setScope}
        data={[
          { value: "all", label: t("all", { count: checkpoints.length }) },
          { value: "some", label: t("some") },
        ]}
      />
      {scope === "some" && (
        <MultiSelect
          label={t("checkpoints")}
          searchable
          value={chosen}
          onChange={setChosen}
          error={errorAt("checkpoints")}
          data={checkpoints.map(({ code, names }) => ({
            value: code,
            label: `${code} · ${localName(names, language)}`,
          }))}
        />
      )}
      <WholeNumberField
        label={t("perCheckpoint")}
        required
        value={perCheckpoint}
        onChange={setPerCheckpoint}
        error={errorAt("perCheckpoint")}
      />
      <Text role="status">{t("willMake", { count: places * (perCheckpoint ?? 0) })}</Text>
    </FormDialog>
  );
}
