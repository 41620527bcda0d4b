import { baseCategories, documentLocale, type Edition } from "@abwab/contract";
import { languageNames, localName, useLanguage, useMessages } from "@abwab/ui";
import { MultiSelect, NativeSelect, SimpleGrid, Switch, TextInput } from "@mantine/core";
import type { ErrorAt } from "../app/use-checked.ts";
import { useZones } from "../editions/edition-queries.ts";
import { categoryName } from "../pavilion/category-names.ts";
import { pavilionMessages } from "../pavilion/pavilion-messages.ts";
import type { ExportDraft } from "./export-draft.ts";
import { exportMessages } from "./export-messages.ts";

export interface ExportFiltersProps {
  edition: Edition;
  draft: ExportDraft;
  onChange: (change: Partial<ExportDraft>) => void;
  errorAt: ErrorAt;
}

/** Which days, zones and categories, and in which language. */
export function ExportFilters({ edition, draft, onChange, errorAt }: ExportFiltersProps) {
  const t = useMessages(exportMessages);
  const words = useMessages(pavilionMessages);
  const { language } = useLanguage();
  const zones = useZones(edition.slug);
  const dates = edition.days.map(({ date }) => date).toSorted();
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 4 }}>
        {(["from", "to"] as const).map((bound) => (
          <TextInput
            key={bound}
            type="date"
            label={t(bound)}
            description={t("daysHint")}
            min={dates[0]}
            max={dates.at(-1)}
            value={draft[bound]}
            onChange={(event) => onChange({ [bound]: event.currentTarget.value })}
            error={errorAt(bound)}
          />
        ))}
        <MultiSelect
          label={t("zones")}
          description={t("zonesHint")}
          searchable
          clearable
          value={draft.zones}
          onChange={(next) => onChange({ zones: next })}
          data={(zones.data ?? []).map(({ code, names }) => ({
            value: code,
            label: `${code} ${localName(names, language)}`,
          }))}
          error={errorAt("zones")}
        />
        <MultiSelect
          label={t("categories")}
          description={t("zonesHint")}
          clearable
          value={draft.categories}
          onChange={(next) => onChange({ categories: next })}
          data={[...baseCategories, ...edition.categories].map((value) => ({
            value,
            label: categoryName(value, words),
          }))}
          error={errorAt("categories")}
        />
      </SimpleGrid>
      <div className="export-switches">
        <NativeSelect
          label={t("language")}
          value={draft.locale}
          onChange={(event) => onChange({ locale: documentLocale.parse(event.currentTarget.value) })}
          data={documentLocale.options.map((value) => ({ value, label: languageNames[value] }))}
        />
        <Switch
          label={t("settled")}
          description={t("settledHint")}
          checked={draft.settled}
          onChange={(event) => onChange({ settled: event.currentTarget.checked })}
        />
        {draft.format !== "xlsx" && (
          <Switch
            label={t("gzip")}
            description={t("gzipHint")}
            checked={draft.gzip}
            onChange={(event) => onChange({ gzip: event.currentTarget.checked })}
          />
        )}
      </div>
    </>
  );
}
