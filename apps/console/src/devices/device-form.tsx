import { newDevice, routes, type Checkpoint, type Device, type NewDevice, type Pairing } from "@abwab/contract";
import { localName, useLanguage, useMessages } from "@abwab/ui";
import { Alert, Select, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { FormDialog } from "../app/form-dialog.tsx";
import { useGuard } from "../guarded/use-guard.tsx";
import { useChecked } from "../app/use-checked.ts";
import { deviceMessages } from "./device-messages.ts";
import { devicesQuery } from "./device-queries.ts";

export interface DeviceFormProps {
  slug: string;
  /** The one to change; a new one without. */
  device?: Device;
  checkpoints: readonly Checkpoint[];
  /** With the pairing of a device that was added. */
  onDone: (pairing: Pairing | undefined) => void;
  onClose: () => void;
}

export function DeviceForm({ slug, device, checkpoints, onDone, onClose }: DeviceFormProps) {
  const t = useMessages(deviceMessages);
  const { language } = useLanguage();
  const client = useQueryClient();
  const [name, setName] = useState(device?.name ?? "");
  const [checkpoint, setCheckpoint] = useState<string | null>(device?.checkpoint ?? null);
  const params = { slug, id: device?.id ?? "" };
  const guard = useGuard({
    thing: device,
    draftOf: ({ name: called, checkpoint: bound }: Device) => ({ name: called, checkpoint: bound as string | null }),
    draft: { name, checkpoint },
    onDraft: (merged) => {
      setName(merged.name);
      setCheckpoint(merged.checkpoint);
    },
    read: () => api.callIfChanged(routes.getDevice, undefined, { params }),
    words: { name: t("name"), checkpoint: t("checkpoint") },
  });
  const save = useMutation({
    mutationFn: async (body: NewDevice) => {
      if (device) {
        await guard.save((headers) => api.call(routes.changeDevice, { params, headers, body }));
        return undefined;
      }
      return api.call(routes.createDevice, { params: { slug }, body });
    },
    onSuccess: async (pairing) => {
      await client.invalidateQueries({ queryKey: devicesQuery(slug).queryKey });
      onDone(pairing);
    },
  });
  const { errorAt, send } = useChecked(newDevice, { name, checkpoint }, save.error);
  const { error, notice } = guard.shown(save.error, save.reset);
  return (
    <FormDialog
      title={device ? t("change") : t("add")}
      onClose={onClose}
      onSubmit={() => send(save.mutate)}
      pending={save.isPending}
      error={error}
    >
      {checkpoints.length === 0 && <Alert color="brass">{t("noCheckpoints")}</Alert>}
      <Select
        label={t("checkpoint")}
        required
        searchable
        data-autofocus
        value={checkpoint}
        onChange={setCheckpoint}
        error={errorAt("checkpoint")}
        data={checkpoints.map(({ code, names }) => ({ value: code, label: `${code} · ${localName(names, language)}` }))}
      />
      <TextInput
        label={t("name")}
        description={t("nameHint")}
        required
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={errorAt("name")}
      />
      {notice}
    </FormDialog>
  );
}
