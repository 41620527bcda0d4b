import { countOnly, newZone, routes, zoneKind, type NewZone, type Zone, type ZoneKind } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { NativeSelect, SimpleGrid, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { FormDialog } from "../app/form-dialog.tsx";
import { NamesFields, noNames } from "../app/names-fields.tsx";
import { useChecked } from "../app/use-checked.ts";
import { WholeNumberField } from "../app/whole-number-field.tsx";
import { editionMessages, zoneKindTexts } from "./edition-messages.ts";
import { zonesQuery } from "./edition-queries.ts";
import { PolicyFields } from "./policy-fields.tsx";

export interface ZoneFormProps {
  slug: string;
  /** The one to change; a new one without. */
  zone?: Zone;
  onClose: () => void;
}

export function ZoneForm({ slug, zone, onClose }: ZoneFormProps) {
  const t = useMessages(editionMessages);
  const client = useQueryClient();
  const [code, setCode] = useState("");
  const [kind, setKind] = useState<ZoneKind>(zone?.kind ?? "pavilion");
  const [names, setNames] = useState(zone?.names ?? noNames);
  const [capacity, setCapacity] = useState<number | null>(zone?.capacity ?? null);
  const [areaM2, setAreaM2] = useState<number | null>(zone?.areaM2 ?? null);
  const [policy, setPolicy] = useState(zone?.policy ?? countOnly);
  const save = useMutation({
    mutationFn: (body: NewZone) => {
      if (!zone) return api.call(routes.createZone, { params: { slug }, body });
      // The kind can't be sent once there are entries, even unchanged.
      const changedKind = body.kind === zone.kind ? {} : { kind: body.kind };
      return api.call(routes.changeZone, {
        params: { slug, code: zone.code },
        body: {
          names: body.names,
          capacity: body.capacity,
          areaM2: body.areaM2,
          policy: body.policy,
          ...changedKind,
        },
      });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: zonesQuery(slug).queryKey });
      onClose();
    },
  });
  const filledIn = { code: zone?.code ?? code.trim(), kind, names, capacity, areaM2, policy };
  const { errorAt, send } = useChecked(newZone, filledIn, save.error);
  return (
    <FormDialog
      title={zone ? t("changeZone") : t("addZone")}
      size="lg"
      onClose={onClose}
      onSubmit={() => send(save.mutate)}
      pending={save.isPending}
      error={save.error}
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
      <NamesFields label={t("names")} value={names} onChange={setNames} errorAt={errorAt} />
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <NativeSelect
          label={t("kind")}
          value={kind}
          onChange={(event) => setKind(zoneKind.parse(event.currentTarget.value))}
          data={zoneKind.options.map((value) => ({ value, label: t(zoneKindTexts[value]) }))}
        />
        <WholeNumberField label={t("capacity")} value={capacity} onChange={setCapacity} error={errorAt("capacity")} />
        <WholeNumberField label={t("area")} value={areaM2} onChange={setAreaM2} error={errorAt("areaM2")} />
      </SimpleGrid>
      <PolicyFields slug={slug} policy={policy} onChange={setPolicy} errorAt={errorAt} />
    </FormDialog>
  );
}
