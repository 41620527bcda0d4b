import {
  mediaKinds,
  newOrganisation,
  organisationKind,
  organisationType,
  routes,
  schoolKinds,
  type Edition,
  type NewOrganisation,
  type Organisation,
  type OrganisationType,
} from "@abwab/contract";
import { useMessages, organisationWords } from "@abwab/ui";
import { NativeSelect, SimpleGrid, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { FormDialog } from "../app/form-dialog.tsx";
import { useGuard } from "../guarded/use-guard.tsx";
import { useChecked } from "../app/use-checked.ts";
import { WholeNumberField } from "../app/whole-number-field.tsx";
import { ContactFields } from "./contact-fields.tsx";
import { bodyOf, draftOf, type OrganisationDraft } from "./organisation-draft.ts";
import { organisationMessages } from "./organisation-messages.ts";
import { organisationsKey } from "./organisation-queries.ts";
import { ProvinceField } from "./province-field.tsx";

export interface OrganisationFormProps {
  edition: Edition;
  /** The one to change; a new one without. */
  organisation?: Organisation;
  onClose: () => void;
}

const kindsOf = (type: OrganisationType) => (type === "school" ? schoolKinds : type === "media" ? mediaKinds : []);

export function OrganisationForm({ edition, organisation, onClose }: OrganisationFormProps) {
  const t = useMessages(organisationMessages);
  const words = useMessages(organisationWords);
  const client = useQueryClient();
  const { slug } = edition;
  const [draft, setDraft] = useState(() => draftOf(organisation));
  const set = (change: Partial<OrganisationDraft>) => setDraft((now) => ({ ...now, ...change }));
  const params = { slug, id: organisation?.id ?? "" };
  const guard = useGuard({
    thing: organisation,
    draftOf,
    draft,
    onDraft: setDraft,
    read: () => api.callIfChanged(routes.getOrganisation, undefined, { params }),
    words: {
      type: t("type"),
      kind: t("kind"),
      nameAr: t("nameAr"),
      nameFr: t("nameFr"),
      city: t("city"),
      province: t("province"),
      expectedPupils: t("pupils"),
      expectedAdults: t("adults"),
      contactName: t("contactName"),
      contactPhone: t("contactPhone"),
      contactEmail: t("contactEmail"),
    },
  });
  const save = useMutation({
    mutationFn: (body: NewOrganisation) =>
      guard.save((headers) =>
        guard.base
          ? api.call(routes.changeOrganisation, { params, headers, body })
          : api.call(routes.createOrganisation, { params: { slug }, body }),
      ),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: organisationsKey(slug) });
      onClose();
    },
  });
  const { errorAt, send } = useChecked(newOrganisation, bodyOf(draft), save.error);
  const kinds = kindsOf(draft.type);
  const { error, notice } = guard.shown(save.error, save.reset);
  return (
    <FormDialog
      title={organisation ? t("change") : t("add")}
      size="xl"
      onClose={onClose}
      onSubmit={() => send(save.mutate)}
      pending={save.isPending}
      error={error}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NativeSelect
          label={t("type")}
          data-autofocus
          value={draft.type}
          onChange={(event) => set({ type: organisationType.parse(event.currentTarget.value), kind: null })}
          data={organisationType.options.map((value) => ({ value, label: words(value) }))}
        />
        <NativeSelect
          label={t("kind")}
          disabled={kinds.length === 0}
          value={draft.kind ?? ""}
          onChange={(event) => set({ kind: organisationKind.safeParse(event.currentTarget.value).data ?? null })}
          data={[{ value: "", label: t("noKind") }, ...kinds.map((value) => ({ value, label: words(value) }))]}
          error={errorAt("kind")}
        />
        <TextInput
          label={t("nameAr")}
          dir="rtl"
          lang="ar"
          value={draft.nameAr}
          onChange={(event) => set({ nameAr: event.currentTarget.value })}
          error={errorAt("nameAr")}
        />
        <TextInput
          label={t("nameFr")}
          dir="ltr"
          lang="fr"
          value={draft.nameFr}
          onChange={(event) => set({ nameFr: event.currentTarget.value })}
          error={errorAt("nameFr")}
        />
        <TextInput
          label={t("city")}
          value={draft.city}
          onChange={(event) => set({ city: event.currentTarget.value })}
          error={errorAt("city")}
        />
        <ProvinceField value={draft.province} onChange={(province) => set({ province })} error={errorAt("province")} />
        <WholeNumberField
          label={t("pupils")}
          value={draft.expectedPupils}
          onChange={(expectedPupils) => set({ expectedPupils })}
          error={errorAt("expectedPupils")}
        />
        <WholeNumberField
          label={t("adults")}
          value={draft.expectedAdults}
          onChange={(expectedAdults) => set({ expectedAdults })}
          error={errorAt("expectedAdults")}
        />
      </SimpleGrid>
      <ContactFields edition={edition} draft={draft} onChange={set} errorAt={errorAt} />
      {notice}
    </FormDialog>
  );
}
