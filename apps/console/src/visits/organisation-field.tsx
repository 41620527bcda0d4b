import type { Organisation, OrganisationType } from "@abwab/contract";
import { organisationName, organisationWords, useLanguage, useMessages } from "@abwab/ui";
import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { suggestionsQuery } from "./visit-queries.ts";
import { visitMessages } from "./visit-messages.ts";

/** A search begins when nothing was typed for so long. */
const TYPING_MS = 200;

export interface OrganisationFieldProps {
  slug: string;
  label?: string;
  /** Only organisations of this type. */
  type?: OrganisationType;
  value: Organisation | null;
  onChange: (organisation: Organisation | null) => void;
  error?: string | undefined;
  autoFocus?: boolean;
  required?: boolean;
  /** Says below the label what to type; where there is little room it is left out. */
  explained?: boolean;
}

/** An organisation of the registry, found as its name is typed: the service forgives how it is spelled. */
export function OrganisationField({
  slug,
  label,
  type,
  value,
  onChange,
  error,
  autoFocus,
  explained = true,
  required = true,
}: OrganisationFieldProps) {
  const t = useMessages(visitMessages);
  const words = useMessages(organisationWords);
  const { language } = useLanguage();
  const [typed, setTyped] = useState("");
  const chosenName = value === null ? "" : organisationName(value, language);
  // What stands in the field once one is chosen is its name, not a search.
  const [search] = useDebouncedValue(typed === chosenName ? "" : typed.trim(), TYPING_MS);
  const found = useQuery(suggestionsQuery(slug, search, type));
  const known = new Map<string, Organisation>();
  for (const each of [...(value ? [value] : []), ...(found.data ?? [])]) known.set(each.id, each);
  return (
    <Select
      label={label ?? t("organisation")}
      {...(explained ? { description: t("organisationHint") } : { placeholder: t("organisationHint") })}
      required={required}
      searchable
      clearable
      {...(autoFocus ? { "data-autofocus": true } : {})}
      value={value?.id ?? null}
      onChange={(id) => onChange(id === null ? null : (known.get(id) ?? null))}
      searchValue={typed}
      onSearchChange={setTyped}
      // The service has searched already, and knows more spellings.
      filter={({ options }) => options}
      data={[...known.values()].map((each) => ({ value: each.id, label: organisationName(each, language) }))}
      renderOption={({ option }) => {
        const organisation = known.get(option.value);
        if (!organisation) return option.label;
        return (
          <span>
            <span className="organisation-option">
              <bdi>{organisationName(organisation, language)}</bdi>
            </span>
            <span className="visit-where">
              {words(organisation.kind ?? organisation.type)}
              {organisation.city !== null && (
                <>
                  {" · "}
                  <bdi>{organisation.city}</bdi>
                </>
              )}
            </span>
          </span>
        );
      }}
      nothingFoundMessage={found.isFetching ? "…" : t("organisationsFewer")}
      error={error}
    />
  );
}
