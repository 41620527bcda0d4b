import type { Scope } from "@abwab/contract";
import { localName, useLanguage, useMessages } from "@abwab/ui";
import { Button, CloseButton, Group, MultiSelect, NativeSelect, Radio, Stack } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useEditions, useZones } from "../editions/edition-queries.ts";
import { scopeMessages } from "./scope-messages.ts";

type Part = Scope[number];

interface ScopeFieldProps {
  /** null: every edition. */
  value: Scope | null;
  onChange: (scope: Scope | null) => void;
}

/** What somebody is bound to: nothing, or editions, whole or some zones of each. */
export function ScopeField({ value, onChange }: ScopeFieldProps) {
  const t = useMessages(scopeMessages);
  const { data: editions = [] } = useEditions();
  const free = editions.filter(({ slug }) => !value?.some(({ edition }) => edition === slug));
  const add = () => onChange([...(value ?? []), { edition: free[0]?.slug ?? "", zones: null }]);
  const put = (index: number, part: Part | undefined) =>
    onChange((value ?? []).flatMap((each, place) => (place === index ? (part ?? []) : each)));
  return (
    <Radio.Group
      label={t("scope")}
      value={value === null ? "all" : "some"}
      onChange={(next) => (next === "all" ? onChange(null) : add())}
    >
      <Stack gap="xs" mt="xs">
        <Radio value="all" label={t("all")} />
        <Radio value="some" label={t("some")} description={t("someHint")} disabled={editions.length === 0} />
        {value?.map((part, index) => (
          <ScopePart
            key={part.edition}
            part={part}
            others={free.map(({ slug }) => slug)}
            onChange={(next) => put(index, next)}
            {...(value.length > 1 && { onRemove: () => put(index, undefined) })}
          />
        ))}
        {value !== null && free.length > 0 && (
          <Button
            variant="subtle"
            size="compact-sm"
            style={{ alignSelf: "start" }}
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={add}
          >
            {t("addEdition")}
          </Button>
        )}
      </Stack>
    </Radio.Group>
  );
}

interface ScopePartProps {
  part: Part;
  /** Slugs of the editions that can stand here instead. */
  others: readonly string[];
  onChange: (part: Part) => void;
  onRemove?: () => void;
}

function ScopePart({ part, others, onChange, onRemove }: ScopePartProps) {
  const t = useMessages(scopeMessages);
  const { language } = useLanguage();
  const { data: editions = [] } = useEditions();
  const choices = editions.filter(({ slug }) => slug === part.edition || others.includes(slug));
  return (
    <Stack gap="xs" className="card" p="sm">
      <Group align="end" wrap="nowrap">
        <NativeSelect
          style={{ flexGrow: 1 }}
          label={t("edition")}
          value={part.edition}
          onChange={(event) => onChange({ edition: event.currentTarget.value, zones: null })}
          data={choices.map(({ slug, names }) => ({ value: slug, label: localName(names, language) }))}
        />
        {onRemove && <CloseButton size="lg" aria-label={t("removeEdition")} onClick={onRemove} />}
      </Group>
      <ZonesField edition={part.edition} zones={part.zones} onChange={(zones) => onChange({ ...part, zones })} />
    </Stack>
  );
}

interface ZonesFieldProps {
  edition: string;
  /** Codes; null for every zone. */
  zones: readonly string[] | null;
  onChange: (zones: string[] | null) => void;
}

/** Some zones of an edition; none chosen is all of them. */
export function ZonesField({ edition, zones, onChange }: ZonesFieldProps) {
  const t = useMessages(scopeMessages);
  const { language } = useLanguage();
  const { data = [] } = useZones(edition);
  return (
    <MultiSelect
      label={t("zones")}
      description={t("zonesHint")}
      placeholder={zones === null ? t("allZones") : ""}
      searchable
      clearable
      clearButtonProps={{ "aria-label": t("allZones") }}
      value={[...(zones ?? [])]}
      onChange={(chosen) => onChange(chosen.length === 0 ? null : chosen)}
      data={data.map(({ code, names }) => ({ value: code, label: `${code} · ${localName(names, language)}` }))}
    />
  );
}
