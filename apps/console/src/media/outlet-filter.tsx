import { useLanguage, useMessages } from "@abwab/ui";
import { Select } from "@mantine/core";
import { mediaMessages } from "./media-messages.ts";

interface OfOutlet {
  organisationId: string;
  outlet: string;
}

export interface OutletFilterProps {
  /** What is listed: only outlets that are in it can be chosen. */
  of: readonly OfOutlet[];
  /** An outlet's id; empty for every outlet. */
  value: string;
  onChange: (organisationId: string) => void;
}

/** Leaves one outlet's rows on screen. */
export function OutletFilter({ of, value, onChange }: OutletFilterProps) {
  const t = useMessages(mediaMessages);
  const { language } = useLanguage();
  const outlets = new Map(of.map(({ organisationId, outlet }) => [organisationId, outlet]));
  return (
    <Select
      aria-label={t("outletFilter")}
      placeholder={t("anyOutlet")}
      searchable
      clearable
      miw={260}
      value={outlets.has(value) ? value : null}
      onChange={(id) => onChange(id ?? "")}
      data={[...outlets]
        .map(([id, label]) => ({ value: id, label }))
        .toSorted((one, other) => one.label.localeCompare(other.label, language))}
    />
  );
}
