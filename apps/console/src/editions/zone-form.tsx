import { countOnly, newZone, routes, zoneKind, type NewZone, type Zone } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { NativeSelect, SimpleGrid, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { FormDialog } from "../app/form-dialog.tsx";
import { useGuard } from "../guarded/use-guard.tsx";
import { NamesFields, noNames } from "../app/names-fields.tsx";
import { useChecked } from "../app/use-checked.ts";
import { WholeNumberField } from "../app/whole-number-field.tsx";
import { editionMessages, zoneKindTexts } from "./edition-messages.ts";
import { zonesQuery } from "./edition-queries.ts";
import { policyMessages } from "./policy-messages.ts";
import { PolicyFields } from "./policy-fields.tsx";

type ZoneDraft = Pick<NewZone, "kind" | "names" | "capacity" | "areaM2" | "policy">;
const empty: ZoneDraft = { kind: "pavilion", names: noNames, capacity: null, areaM2: null, policy: countOnly };
const draftOf = ({ kind, names, capacity, areaM2, policy }: Zone): ZoneDraft => ({
  kind,
  names,
  capacity,
  areaM2,
  policy,
});

export interface ZoneFormProps {
  slug: string;
  /** The one to change; a new one without. */
  zone?: Zone;
  onClose: () => void;
}

export function ZoneForm({ slug, zone, onClose }: ZoneFormProps) {
  const t = useMessages(editionMessages);
  const policyWords = useMessages(policyMessages);
  const client = useQueryClient();
  const [code, setCode] = useState("");
  const [draft, setDraft] = useState(() => (zone ? draftOf(zone) : empty));
  const { kind, names, capacity, areaM2, policy } = draft;
  const set = (change: Partial<ZoneDraft>) => setDraft((now) => ({ ...now, ...change }));
  const params = { slug, code: zone?.code ?? "" };
  const guard = useGuard({
    thing: zone,
    draftOf,
    draft,
    onDraft: setDraft,
    read: () => api.callIfChanged(routes.getZone, undefined, { params }),
    words: {
      kind: t("kind"),
      names: t("names"),
      capacity: t("capacity"),
      areaM2: t("area"),
      policy: policyWords("policy"),
    },
  });
  const save = useMutation({
    mutationFn: (body: NewZone) =>
      guard.save((headers) => {
        if (!guard.base) return api.call(routes.createZone, { params: { slug }, body });
        // The kind can't be sent once there are entries, even unchanged.
        const changedKind = body.kind === guard.base.kind ? {} : { kind: body.kind };
        const { names: named, capacity: room, areaM2: area, policy: admission } = body;
        const change = { names: named, capacity: room, areaM2: area, policy: admission, ...changedKind };
        return api.call(routes.changeZone, { params, headers, body: change });
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: zonesQuery(slug).queryKey });
      onClose();
    },
  });
  const filledIn = { code: zone?.code ?? code.trim(), kind, names, capacity, areaM2, policy };
  const { errorAt, send } = useChecked(newZone, filledIn, save.error);
  const { error, notice } = guard.shown(save.error, save.reset);
  return (
    <FormDialog
      title={zone ? t("changeZone") : t("addZone")}
      size="lg"
      onClose={onClose}
      onSubmit={() => send(save.mutate)}
      pending={save.isPending}
      error={error}
    >
      {!zone && (
        <TextInput
          label={t("code")}
          description={t("codeHint")}
          dir="ltr"
          required
          value={code}
          onChange={(event) => setCode(event.currentTarget.value.toUpperCase())}
          error={errorAt("code")}
        />
      )}
      <NamesFields label={t("names")} value={names} onChange={(next) => set({ names: next })} errorAt={errorAt} />
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <NativeSelect
          label={t("kind")}
          value={kind}
          onChange={(event) => set({ kind: zoneKind.parse(event.currentTarget.value) })}
          data={zoneKind.options.map((value) => ({ value, label: t(zoneKindTexts[value]) }))}
        />
        <WholeNumberField
          label={t("capacity")}
          value={capacity}
          onChange={(next) => set({ capacity: next })}
          error={errorAt("capacity")}
        />
        <WholeNumberField
          label={t("area")}
          value={areaM2}
          onChange={(next) => set({ areaM2: next })}
          error={errorAt("areaM2")}
        />
      </SimpleGrid>
      <PolicyFields slug={slug} policy={policy} onChange={(next) => set({ policy: next })} errorAt={errorAt} />
      {notice}
    </FormDialog>
  );
}
