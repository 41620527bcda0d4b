import { localName, useLanguage, useMessages } from "@abwab/ui";
import { Select } from "@mantine/core";
import { useZones } from "../editions/edition-queries.ts";
import { visitMessages } from "./visit-messages.ts";

export interface ZoneFieldProps {
  slug: string;
  /** A zone's code; empty while none is chosen. */
  value: string;
  onChange: (code: string) => void;
  error: string | undefined;
}

/** The zone that slots are in. */
export function ZoneField({ slug, value, onChange, error }: ZoneFieldProps) {
  const t = useMessages(visitMessages);
  const { language } = useLanguage();
  const zones = useZones(slug);
  return (
    <Select
      label={t("zone")}
      required
      searchable
      data-autofocus
      value={value === "" ? null : value}
      onChange={(code) => onChange(code ?? "")}
      data={(zones.data ?? []).map(({ code, names }) => ({
        value: code,
        label: `${code} ${localName(names, language)}`,
      }))}
      error={error}
    />
  );
}
