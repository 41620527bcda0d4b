import { editionStatus, routes, type Edition } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { NativeSelect, SimpleGrid, Switch, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { FormDialog } from "../app/form-dialog.tsx";
import { NamesFields } from "../app/names-fields.tsx";
import { isWrong } from "../app/problem-alert.tsx";
import { DaysField } from "./days-field.tsx";
import { draftOf, editionPatchOf, emptyDraft, newEditionOf, type EditionDraft } from "./edition-draft.ts";
import { editionMessages, editionStatusTexts } from "./edition-messages.ts";
import { editionsQuery } from "./edition-queries.ts";
import { HourField } from "./hour-field.tsx";

export interface EditionFormProps {
  /** The one to change; a new one without. */
  edition?: Edition;
  onClose: () => void;
}

export function EditionForm({ edition, onClose }: EditionFormProps) {
  const t = useMessages(editionMessages);
  const client = useQueryClient();
  const [before] = useState(() => (edition ? draftOf(edition) : emptyDraft(new Date().toISOString().slice(0, 10))));
  const [draft, setDraft] = useState<EditionDraft>(before);
  const set = (change: Partial<EditionDraft>) => setDraft((now) => ({ ...now, ...change }));
  const save = useMutation({
    mutationFn: () =>
      edition
        ? api.call(routes.changeEdition, { params: { slug: edition.slug }, body: editionPatchOf(before, draft) })
        : api.call(routes.createEdition, { body: newEditionOf(draft) }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: editionsQuery.queryKey });
      onClose();
    },
  });
  const text = (field: "slug" | "city" | "venue" | "timeZone") => ({
    required: true,
    value: draft[field],
    onChange: (event: { currentTarget: { value: string } }) => set({ [field]: event.currentTarget.value }),
    error: isWrong(save.error, field),
  });
  return (
    <FormDialog
      title={edition ? t("change") : t("add")}
      size="xl"
      onClose={onClose}
      onSubmit={() => save.mutate()}
      pending={save.isPending}
      error={save.error}
    >
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <NamesFields label={t("names")} value={draft.names} onChange={(names) => set({ names })} error={save.error} />
      </SimpleGrid>
      {!edition && (
        <TextInput
          label={t("slug")}
          description={t("slugHint")}
          dir="ltr"
          pattern="[a-z0-9]+(-[a-z0-9]+)*"
          maxLength={64}
          {...text("slug")}
        />
      )}
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput label={t("city")} {...text("city")} />
        <TextInput label={t("venue")} {...text("venue")} />
        <TextInput label={t("timeZone")} description={t("timeZoneHint")} dir="ltr" {...text("timeZone")} />
        <HourField
          label={t("dayCutoff")}
          description={t("dayCutoffHint")}
          value={draft.dayCutoff}
          onChange={(dayCutoff) => set({ dayCutoff })}
          error={isWrong(save.error, "dayCutoff")}
        />
      </SimpleGrid>
      <DaysField value={draft.days} onChange={(days) => set({ days })} />
      <NativeSelect
        label={t("status")}
        description={t("statusHint")}
        value={draft.status}
        onChange={(event) => set({ status: editionStatus.parse(event.currentTarget.value) })}
        data={editionStatus.options.map((value) => ({ value, label: t(editionStatusTexts[value]) }))}
      />
      <Switch
        label={t("public")}
        checked={draft.public}
        onChange={(event) => set({ public: event.currentTarget.checked })}
      />
    </FormDialog>
  );
}
