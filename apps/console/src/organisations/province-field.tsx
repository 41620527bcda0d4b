import { useLanguage, useMessages } from "@abwab/ui";
import { Select } from "@mantine/core";
import { placeChoices, placeName, useProvinces, useRegions } from "./geography.ts";
import { organisationMessages } from "./organisation-messages.ts";

interface ProvinceFieldProps {
  value: string | null;
  onChange: (code: string | null) => void;
  error?: string | undefined;
}

/** One of the provinces and prefectures, found by typing a part of its name, under its region. */
export function ProvinceField({ value, onChange, error }: ProvinceFieldProps) {
  const t = useMessages(organisationMessages);
  const { language } = useLanguage();
  const provinces = useProvinces();
  const groups = useRegions().map((region) => ({
    group: placeName(region, language),
    items: placeChoices(
      provinces.filter((province) => province.region === region.code),
      language,
    ),
  }));
  return (
    <Select
      label={t("province")}
      placeholder={t("provinceSearch")}
      searchable
      clearable
      nothingFoundMessage={t("provinceNone")}
      value={value}
      onChange={onChange}
      data={groups}
      error={error}
      maxDropdownHeight={320}
    />
  );
}
