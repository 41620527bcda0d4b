import { useMessages } from "@abwab/ui";
import { SimpleGrid, TextInput } from "@mantine/core";
import { NamesFields } from "../app/names-fields.tsx";
import type { ErrorAt } from "../app/use-checked.ts";
import { WholeNumberField } from "../app/whole-number-field.tsx";
import type { EditionDraft } from "./edition-draft.ts";
import { editionMessages } from "./edition-messages.ts";
import { HourField } from "./hour-field.tsx";

export interface EditionIdentityFieldsProps {
  draft: EditionDraft;
  isNew: boolean;
  onChange: (change: Partial<EditionDraft>) => void;
  errorAt: ErrorAt;
}

/** Which edition it is, where it is held, and on what clock. */
export function EditionIdentityFields({ draft, isNew, onChange, errorAt }: EditionIdentityFieldsProps) {
  const t = useMessages(editionMessages);
  const text = (field: "slug" | "city" | "venue" | "timeZone") => ({
    required: true,
    value: draft[field],
    onChange: (event: { currentTarget: { value: string } }) => onChange({ [field]: event.currentTarget.value }),
    error: errorAt(field),
  });
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <NamesFields
          label={t("names")}
          value={draft.names}
          onChange={(names) => onChange({ names })}
          errorAt={errorAt}
        />
      </SimpleGrid>
      {isNew && <TextInput label={t("slug")} description={t("slugHint")} dir="ltr" {...text("slug")} />}
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput label={t("city")} {...text("city")} />
        <TextInput label={t("venue")} {...text("venue")} />
        <WholeNumberField
          label={t("ordinal")}
          description={t("ordinalHint")}
          value={draft.ordinal}
          onChange={(ordinal) => onChange({ ordinal })}
          error={errorAt("ordinal")}
        />
        <WholeNumberField
          label={t("coveredArea")}
          description={t("coveredAreaHint")}
          value={draft.coveredAreaM2}
          onChange={(coveredAreaM2) => onChange({ coveredAreaM2 })}
          error={errorAt("coveredAreaM2")}
        />
        <TextInput label={t("timeZone")} description={t("timeZoneHint")} dir="ltr" {...text("timeZone")} />
        <HourField
          label={t("dayCutoff")}
          description={t("dayCutoffHint")}
          value={draft.dayCutoff}
          onChange={(dayCutoff) => onChange({ dayCutoff })}
          error={errorAt("dayCutoff")}
        />
      </SimpleGrid>
    </>
  );
}
