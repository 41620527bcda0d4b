import { mediaKinds, organisationKind, organisationType, schoolKinds } from "@abwab/contract";
import { useLanguage, useMessages, organisationWords } from "@abwab/ui";
import { Badge, CloseButton, NativeSelect, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useSearchParams } from "react-router";
import { SearchField } from "../app/search-field.tsx";
import { placeChoices, useProvinces, useRegions } from "./geography.ts";
import { organisationMessages } from "./organisation-messages.ts";
import { type FilterName, filtersIn } from "./organisation-queries.ts";

/** What the registry is searched for and narrowed by, kept in the address; `children` is what can be done there. */
export function RegistryFilters({ children }: { children: ReactNode }) {
  const t = useMessages(organisationMessages);
  const words = useMessages(organisationWords);
  const { language } = useLanguage();
  const [search, setSearch] = useSearchParams();
  const filters = filtersIn(search);
  const regions = useRegions();
  const provinces = useProvinces().filter(({ region }) => filters.region === undefined || region === filters.region);
  /** Sets one filter and takes away those that don't fit it any more. */
  const set = (name: FilterName, value: string, ...without: FilterName[]) => {
    const next = new URLSearchParams(search);
    for (const each of [name, ...without]) next.delete(each);
    if (value !== "") next.set(name, value);
    setSearch(next, { replace: true });
  };
  const kinds =
    filters.type === "school"
      ? schoolKinds
      : filters.type === "media"
        ? mediaKinds
        : filters.type === undefined
          ? organisationKind.options
          : [];
  return (
    <>
      <div className="registry-bar">
        <SearchField
          label={t("search")}
          value={search.get("search") ?? ""}
          onSearch={(text) => set("search", text)}
          describedBy="registry-search-hint"
        />
        <div className="registry-actions">{children}</div>
        <NativeSelect
          aria-label={t("type")}
          value={filters.type ?? ""}
          onChange={(event) => set("type", event.currentTarget.value, "kind")}
          data={[
            { value: "", label: t("anyType") },
            ...organisationType.options.map((value) => ({ value, label: words(value) })),
          ]}
        />
        <NativeSelect
          aria-label={t("kind")}
          disabled={kinds.length === 0}
          value={filters.kind ?? ""}
          onChange={(event) => set("kind", event.currentTarget.value)}
          data={[{ value: "", label: t("anyKind") }, ...kinds.map((value) => ({ value, label: words(value) }))]}
        />
        <NativeSelect
          aria-label={t("region")}
          value={filters.region ?? ""}
          onChange={(event) => set("region", event.currentTarget.value, "province")}
          data={[{ value: "", label: t("anyRegion") }, ...placeChoices(regions, language)]}
        />
        <NativeSelect
          aria-label={t("province")}
          value={filters.province ?? ""}
          onChange={(event) => set("province", event.currentTarget.value)}
          data={[{ value: "", label: t("anyProvince") }, ...placeChoices(provinces, language)]}
        />
      </div>
      <Text id="registry-search-hint" size="sm" c="dimmed" mb="sm">
        {t("searchHint")}
      </Text>
      {filters.importId !== undefined && (
        <Badge
          size="lg"
          mb="sm"
          rightSection={<CloseButton size="sm" aria-label={t("clearFilters")} onClick={() => set("importId", "")} />}
        >
          {t("fromImport")}
        </Badge>
      )}
    </>
  );
}
