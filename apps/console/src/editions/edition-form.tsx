import { editionStatus, newEdition, routes, type Edition, type NewEdition } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { NativeSelect, Switch } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { FormDialog } from "../app/form-dialog.tsx";
import { useChecked } from "../app/use-checked.ts";
import { useGuard } from "../guarded/use-guard.tsx";
import { WholeNumberField } from "../app/whole-number-field.tsx";
import { CategoriesField } from "./categories-field.tsx";
import { DaysField } from "./days-field.tsx";
import { bodyOf, draftOf, editionPatchOf, emptyDraft, type EditionDraft } from "./edition-draft.ts";
import { EditionIdentityFields } from "./edition-identity-fields.tsx";
import { editionMessages, editionStatusTexts } from "./edition-messages.ts";
import { editionsQuery } from "./edition-queries.ts";
import { policyMessages } from "./policy-messages.ts";
import { PublishedField } from "./published-field.tsx";

export interface EditionFormProps {
  /** The one to change; a new one without. */
  edition?: Edition;
  onClose: () => void;
}

export function EditionForm({ edition, onClose }: EditionFormProps) {
  const t = useMessages(editionMessages);
  const policy = useMessages(policyMessages);
  const client = useQueryClient();
  const [draft, setDraft] = useState<EditionDraft>(() =>
    edition ? draftOf(edition) : emptyDraft(new Date().toISOString().slice(0, 10)),
  );
  const set = (change: Partial<EditionDraft>) => setDraft((now) => ({ ...now, ...change }));
  const params = { slug: edition?.slug ?? "" };
  const guard = useGuard({
    thing: edition,
    draftOf,
    draft,
    onDraft: setDraft,
    read: () => api.callIfChanged(routes.getEdition, undefined, { params }),
    words: {
      ordinal: t("ordinal"),
      names: t("names"),
      city: t("city"),
      venue: t("venue"),
      coveredAreaM2: t("coveredArea"),
      timeZone: t("timeZone"),
      dayCutoff: t("dayCutoff"),
      days: t("days"),
      status: t("status"),
      public: t("public"),
      categories: t("categories"),
      originSample: policy("originSample"),
      pupilsPerAdult: policy("pupilsPerAdult"),
      published: t("published"),
    },
  });
  const save = useMutation({
    mutationFn: (body: NewEdition) =>
      guard.save((headers) =>
        guard.base
          ? api.call(routes.changeEdition, { params, headers, body: editionPatchOf(guard.base, body) })
          : api.call(routes.createEdition, { body }),
      ),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: editionsQuery.queryKey });
      onClose();
    },
  });
  const { errorAt, send } = useChecked(newEdition, bodyOf(draft, edition), save.error);
  const { error, notice } = guard.shown(save.error, save.reset);
  return (
    <FormDialog
      title={edition ? t("change") : t("add")}
      size="xl"
      onClose={onClose}
      onSubmit={() => send(save.mutate)}
      pending={save.isPending}
      error={error}
    >
      <EditionIdentityFields draft={draft} isNew={!edition} onChange={set} errorAt={errorAt} />
      <DaysField value={draft.days} onChange={(days) => set({ days })} errorAt={errorAt} />
      <CategoriesField value={draft.categories} onChange={(categories) => set({ categories })} errorAt={errorAt} />
      <WholeNumberField
        label={policy("originSample")}
        description={policy("originSampleHint")}
        value={draft.originSample}
        onChange={(originSample) => set({ originSample: originSample ?? 0 })}
        error={errorAt("originSample")}
      />
      <WholeNumberField
        label={policy("pupilsPerAdult")}
        description={policy("pupilsPerAdultHint")}
        value={draft.pupilsPerAdult}
        onChange={(pupilsPerAdult) => set({ pupilsPerAdult })}
        error={errorAt("pupilsPerAdult")}
      />
      <PublishedField value={draft.published} onChange={(published) => set({ published })} errorAt={errorAt} />
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
      {notice}
    </FormDialog>
  );
}
