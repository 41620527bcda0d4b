import { useLanguage, useMessages } from "@abwab/ui";
import { Select } from "@mantine/core";
import { placeChoices, useProvinces } from "../organisations/geography.ts";
import { visitMessages } from "./visit-messages.ts";

export interface ProvinceSelectProps {
  /** A province's code; empty for every province. */
  value: string;
  onChange: (code: string) => void;
  /** Named above the field, in a form; else only for who can't see it. */
  label?: string;
}

/** One of the country's provinces, found as its name is typed. */
export function ProvinceSelect({ value, onChange, label }: ProvinceSelectProps) {
  const t = useMessages(visitMessages);
  const { language } = useLanguage();
  const provinces = useProvinces();
  return (
    <Select
      {...(label === undefined ? { "aria-label": t("province") } : { label })}
      searchable
      clearable
      placeholder={t("anyProvince")}
      value={value === "" ? null : value}
      onChange={(code) => onChange(code ?? "")}
      data={placeChoices(provinces, language)}
    />
  );
}
