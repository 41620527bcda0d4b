import {
  baseCategories,
  passKind,
  type Edition,
  type NewPass,
  type Organisation,
  type PassKindName,
} from "@abwab/contract";
import { localName, organisationName, useLanguage, useMessages, type Language } from "@abwab/ui";
import { MultiSelect, NativeSelect, SimpleGrid, TextInput } from "@mantine/core";
import type { ErrorAt } from "../app/use-checked.ts";
import { WholeNumberField } from "../app/whole-number-field.tsx";
import { useZones } from "../editions/edition-queries.ts";
import { categoryName } from "../pavilion/category-names.ts";
import { instantOf } from "../pavilion/moment-field.tsx";
import { pavilionMessages } from "../pavilion/pavilion-messages.ts";
import { OrganisationField } from "../visits/organisation-field.tsx";
import { passKindTexts, passMessages } from "./pass-messages.ts";

/** What the form of a pass holds; moments are `YYYY-MM-DDTHH:MM` in the edition's time, empty where none is set. */
export interface PassDraft {
  kind: PassKindName;
  category: string;
  label: string;
  /** Whose group or whose people it is for. */
  organisation: Organisation | null;
  pupils: number | null;
  adults: number | null;
  zones: string[];
  validFrom: string;
  validUntil: string;
}

export const emptyPass: PassDraft = {
  kind: "visitor",
  category: "public",
  label: "",
  organisation: null,
  pupils: null,
  adults: null,
  zones: [],
  validFrom: "",
  validUntil: "",
};

/** The category that a kind of pass mostly has. */
const usualCategory = { visitor: "public", group: "pupils", accreditation: "staff" } as const;

/** What the contract's schema is to check. */
export function passBodyOf(edition: Edition, draft: PassDraft): Record<keyof NewPass, unknown> {
  const { kind, category, label, pupils, adults, zones, validFrom, validUntil } = draft;
  return {
    kind,
    category,
    label: label.trim() === "" ? null : label,
    group: kind === "group" ? { pupils: pupils ?? 0, adults: adults ?? 0 } : null,
    zones: zones.length === 0 ? null : zones,
    organisationId: draft.organisation?.id ?? null,
    validFrom: validFrom === "" ? null : instantOf(edition, validFrom),
    validUntil: validUntil === "" ? null : instantOf(edition, validUntil),
  };
}

/** What the registry knows of an organisation, so that nobody types it again. */
function knownOf(organisation: Organisation | null, isGroup: boolean, language: Language): Partial<PassDraft> {
  if (!organisation) return {};
  const { expectedPupils: pupils, expectedAdults: adults } = organisation;
  return { label: organisationName(organisation, language), ...(isGroup && { pupils, adults }) };
}

export interface PassFieldsProps {
  edition: Edition;
  draft: PassDraft;
  onChange: (change: Partial<PassDraft>) => void;
  errorAt: ErrorAt;
}

export function PassFields({ edition, draft, onChange, errorAt }: PassFieldsProps) {
  const t = useMessages(passMessages);
  const zone = useMessages(pavilionMessages);
  const { language } = useLanguage();
  const zones = useZones(edition.slug);
  const categories = [...new Set([...baseCategories, ...edition.categories])];
  const isGroup = draft.kind === "group";
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NativeSelect
          label={t("kind")}
          data-autofocus
          value={draft.kind}
          onChange={(event) => {
            const kind = passKind.parse(event.currentTarget.value);
            onChange({ kind, category: usualCategory[kind], ...(kind === "visitor" ? { organisation: null } : {}) });
          }}
          data={passKind.options.map((value) => ({ value, label: t(passKindTexts[value]) }))}
        />
        <NativeSelect
          label={t("category")}
          value={draft.category}
          onChange={(event) => onChange({ category: event.currentTarget.value })}
          data={categories.map((value) => ({ value, label: categoryName(value, zone) }))}
          error={errorAt("category")}
        />
      </SimpleGrid>
      {draft.kind !== "visitor" && (
        <OrganisationField
          slug={edition.slug}
          required={false}
          value={draft.organisation}
          onChange={(organisation) => onChange({ organisation, ...knownOf(organisation, isGroup, language) })}
          error={errorAt("organisationId")}
        />
      )}
      <TextInput
        label={t("label")}
        description={t("labelHint")}
        value={draft.label}
        onChange={(event) => onChange({ label: event.currentTarget.value })}
        error={errorAt("label")}
      />
      {isGroup && (
        <SimpleGrid cols={2}>
          <WholeNumberField
            label={t("pupils")}
            value={draft.pupils}
            onChange={(pupils) => onChange({ pupils })}
            error={errorAt("group.pupils") ?? errorAt("group")}
          />
          <WholeNumberField
            label={t("adults")}
            value={draft.adults}
            onChange={(adults) => onChange({ adults })}
            error={errorAt("group.adults")}
          />
        </SimpleGrid>
      )}
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
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {(["validFrom", "validUntil"] as const).map((bound) => (
          <TextInput
            key={bound}
            type="datetime-local"
            label={t(bound)}
            description={t("validHint", { zone: edition.timeZone })}
            value={draft[bound]}
            onChange={(event) => onChange({ [bound]: event.currentTarget.value })}
            error={errorAt(bound)}
          />
        ))}
      </SimpleGrid>
    </>
  );
}
