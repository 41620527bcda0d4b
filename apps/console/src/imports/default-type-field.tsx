import { organisationType, type OrganisationType } from "@abwab/contract";
import { organisationWords, useMessages } from "@abwab/ui";
import { NativeSelect } from "@mantine/core";
import { importMessages } from "./import-messages.ts";

interface DefaultTypeFieldProps {
  value: OrganisationType | null;
  onChange: (type: OrganisationType | null) => void;
}

/** What the organisations are whose rows don't say it. */
export function DefaultTypeField({ value, onChange }: DefaultTypeFieldProps) {
  const t = useMessages(importMessages);
  const words = useMessages(organisationWords);
  return (
    <NativeSelect
      maw={420}
      label={t("defaultType")}
      description={t("defaultTypeHint")}
      value={value ?? ""}
      onChange={(event) => onChange(organisationType.safeParse(event.currentTarget.value).data ?? null)}
      data={[
        { value: "", label: t("noDefaultType") },
        ...organisationType.options.map((type) => ({ value: type, label: words(type) })),
      ]}
    />
  );
}
