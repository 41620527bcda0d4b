import { direction, newCheckpoint, routes, type Checkpoint, type NewCheckpoint } from "@abwab/contract";
import { localName, useLanguage, useMessages } from "@abwab/ui";
import { Checkbox, Group, Select, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { FormDialog } from "../app/form-dialog.tsx";
import { useGuard } from "../guarded/use-guard.tsx";
import { NamesFields, noNames } from "../app/names-fields.tsx";
import { useChecked } from "../app/use-checked.ts";
import { editionMessages } from "./edition-messages.ts";
import { checkpointsQuery, useZones } from "./edition-queries.ts";

type CheckpointDraft = Pick<Checkpoint, "names" | "directions">;
const empty: CheckpointDraft = { names: noNames, directions: ["in", "out"] };
const draftOf = ({ names, directions }: Checkpoint): CheckpointDraft => ({ names, directions });

export interface CheckpointFormProps {
  slug: string;
  /** The one to change; a new one without. */
  checkpoint?: Checkpoint;
  onClose: () => void;
}

export function CheckpointForm({ slug, checkpoint, onClose }: CheckpointFormProps) {
  const t = useMessages(editionMessages);
  const { language } = useLanguage();
  const client = useQueryClient();
  const { data: zones = [] } = useZones(slug);
  const [code, setCode] = useState("");
  const [zone, setZone] = useState<string | null>(null);
  const [draft, setDraft] = useState(() => (checkpoint ? draftOf(checkpoint) : empty));
  const { names, directions } = draft;
  const params = { slug, code: checkpoint?.code ?? "" };
  const guard = useGuard({
    thing: checkpoint,
    draftOf,
    draft,
    onDraft: setDraft,
    read: () => api.callIfChanged(routes.getCheckpoint, undefined, { params }),
    words: { names: t("names"), directions: t("directions") },
  });
  const save = useMutation({
    mutationFn: (body: NewCheckpoint) =>
      guard.save((headers) =>
        guard.base
          ? api.call(routes.changeCheckpoint, {
              params,
              headers,
              body: { names: body.names, directions: body.directions },
            })
          : api.call(routes.createCheckpoint, { params: { slug }, body }),
      ),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: checkpointsQuery(slug).queryKey });
      onClose();
    },
  });
  const filledIn = checkpoint ? { ...checkpoint, names, directions } : { code: code.trim(), zone, names, directions };
  const { errorAt, send } = useChecked(newCheckpoint, filledIn, save.error);
  const { error, notice } = guard.shown(save.error, save.reset);
  return (
    <FormDialog
      title={checkpoint ? t("changeCheckpoint") : t("addCheckpoint")}
      onClose={onClose}
      onSubmit={() => send(save.mutate)}
      pending={save.isPending}
      error={error}
    >
      {!checkpoint && (
        <>
          <Select
            label={t("zone")}
            required
            searchable
            data-autofocus
            value={zone}
            onChange={setZone}
            error={errorAt("zone")}
            data={zones.map((each) => ({
              value: each.code,
              label: `${each.code} · ${localName(each.names, language)}`,
            }))}
          />
          <TextInput
            label={t("code")}
            description={t("codeHint")}
            dir="ltr"
            required
            value={code}
            onChange={(event) => setCode(event.currentTarget.value.toUpperCase())}
            error={errorAt("code")}
          />
        </>
      )}
      <NamesFields
        label={t("names")}
        value={names}
        onChange={(next) => setDraft({ directions, names: next })}
        errorAt={errorAt}
      />
      <Checkbox.Group
        label={t("directions")}
        value={directions}
        onChange={(next) => setDraft({ names, directions: direction.options.filter((each) => next.includes(each)) })}
        error={errorAt("directions")}
      >
        <Group mt="xs">
          <Checkbox value="in" label={t("directionIn")} />
          <Checkbox value="out" label={t("directionOut")} />
        </Group>
      </Checkbox.Group>
      {notice}
    </FormDialog>
  );
}
