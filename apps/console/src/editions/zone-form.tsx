import { routes, zoneKind, type Zone, type ZoneKind } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { NativeSelect, NumberInput, SimpleGrid, Switch, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { FormDialog } from "../app/form-dialog.tsx";
import { NamesFields, noNames } from "../app/names-fields.tsx";
import { isWrong } from "../app/problem-alert.tsx";
import { editionMessages, zoneKindTexts } from "./edition-messages.ts";
import { zonesQuery } from "./edition-queries.ts";

export interface ZoneFormProps {
  slug: string;
  /** The one to change; a new one without. */
  zone?: Zone;
  onClose: () => void;
}

const wholeOrNone = (value: string | number) => (value === "" ? null : Number(value));

export function ZoneForm({ slug, zone, onClose }: ZoneFormProps) {
  const t = useMessages(editionMessages);
  const client = useQueryClient();
  const [code, setCode] = useState("");
  const [kind, setKind] = useState<ZoneKind>(zone?.kind ?? "pavilion");
  const [names, setNames] = useState(zone?.names ?? noNames);
  const [capacity, setCapacity] = useState<number | null>(zone?.capacity ?? null);
  const [areaM2, setAreaM2] = useState<number | null>(zone?.areaM2 ?? null);
  const [anonymousOnly, setAnonymousOnly] = useState(zone?.policy.anonymousOnly ?? false);
  const save = useMutation({
    mutationFn: () => {
      const body = { names, capacity, areaM2, policy: { anonymousOnly } };
      // The kind can't be sent once there are entries, even unchanged.
      if (zone) {
        const changedKind = kind === zone.kind ? {} : { kind };
        return api.call(routes.changeZone, { params: { slug, code: zone.code }, body: { ...body, ...changedKind } });
      }
      return api.call(routes.createZone, { params: { slug }, body: { ...body, code: code.trim(), kind } });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: zonesQuery(slug).queryKey });
      onClose();
    },
  });
  return (
    <FormDialog
      title={zone ? t("changeZone") : t("addZone")}
      size="lg"
      onClose={onClose}
      onSubmit={() => save.mutate()}
      pending={save.isPending}
      error={save.error}
    >
      {!zone && (
        <TextInput
          label={t("code")}
          description={t("codeHint")}
          dir="ltr"
          required
          maxLength={32}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value.toUpperCase())}
          error={isWrong(save.error, "code")}
        />
      )}
      <NamesFields label={t("names")} value={names} onChange={setNames} error={save.error} />
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <NativeSelect
          label={t("kind")}
          value={kind}
          onChange={(event) => setKind(zoneKind.parse(event.currentTarget.value))}
          data={zoneKind.options.map((value) => ({ value, label: t(zoneKindTexts[value]) }))}
        />
        <NumberInput
          label={t("capacity")}
          min={1}
          allowDecimal={false}
          value={capacity ?? ""}
          onChange={(value) => setCapacity(wholeOrNone(value))}
          error={isWrong(save.error, "capacity")}
        />
        <NumberInput
          label={t("area")}
          min={1}
          allowDecimal={false}
          value={areaM2 ?? ""}
          onChange={(value) => setAreaM2(wholeOrNone(value))}
          error={isWrong(save.error, "areaM2")}
        />
      </SimpleGrid>
      <Switch
        label={t("anonymousOnly")}
        checked={anonymousOnly}
        onChange={(event) => setAnonymousOnly(event.currentTarget.checked)}
      />
    </FormDialog>
  );
}
