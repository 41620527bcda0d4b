import type { Edition } from "@abwab/contract";
import { formatDate, useLanguage, useMessages } from "@abwab/ui";
import { Fieldset, SimpleGrid, Text, TextInput } from "@mantine/core";
import type { ErrorAt } from "../app/use-checked.ts";
import { contactKeptUntil } from "./contact-kept-until.ts";
import type { OrganisationDraft } from "./organisation-draft.ts";
import { organisationMessages } from "./organisation-messages.ts";

interface ContactFieldsProps {
  edition: Edition;
  draft: OrganisationDraft;
  onChange: (change: Partial<OrganisationDraft>) => void;
  errorAt: ErrorAt;
}

/** The one person to call, with until when that is kept (P1). */
export function ContactFields({ edition, draft, onChange, errorAt }: ContactFieldsProps) {
  const t = useMessages(organisationMessages);
  const { language } = useLanguage();
  const until = contactKeptUntil(edition);
  return (
    <Fieldset legend={t("contact")}>
      {until !== undefined && (
        <Text size="sm" c="dimmed" mb="sm">
          {t("contactHint", { date: formatDate(until, language) })}
        </Text>
      )}
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <TextInput
          label={t("contactName")}
          autoComplete="off"
          value={draft.contactName}
          onChange={(event) => onChange({ contactName: event.currentTarget.value })}
          error={errorAt("contact.name")}
        />
        <TextInput
          label={t("contactPhone")}
          type="tel"
          dir="ltr"
          autoComplete="off"
          value={draft.contactPhone}
          onChange={(event) => onChange({ contactPhone: event.currentTarget.value })}
          error={errorAt("contact.phone")}
        />
        <TextInput
          label={t("contactEmail")}
          type="email"
          dir="ltr"
          autoComplete="off"
          value={draft.contactEmail}
          onChange={(event) => onChange({ contactEmail: event.currentTarget.value })}
          error={errorAt("contact.email")}
        />
      </SimpleGrid>
    </Fieldset>
  );
}
