import { newApiToken, routes, type NewApiToken, type Role } from "@abwab/contract";
import { localName, useLanguage, useMessages } from "@abwab/ui";
import { NativeSelect, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { FormDialog } from "../app/form-dialog.tsx";
import { useChecked } from "../app/use-checked.ts";
import { useEditions } from "../editions/edition-queries.ts";
import { peopleMessages } from "./people-messages.ts";
import { tokensQuery } from "./people-queries.ts";
import { RoleField } from "./role-field.tsx";
import { ZonesField } from "./scope-field.tsx";

export interface TokenFormProps {
  onDone: (token: string) => void;
  onClose: () => void;
}

/** The last instant of a calendar day where the administrator sits. */
const endOf = (day: string) => new Date(`${day}T23:59:59`).toISOString();

export function TokenForm({ onDone, onClose }: TokenFormProps) {
  const t = useMessages(peopleMessages);
  const { language } = useLanguage();
  const { data: editions = [] } = useEditions();
  const client = useQueryClient();
  const [name, setName] = useState("");
  const [role, setRole] = useState<Role>("viewer");
  const [edition, setEdition] = useState("");
  const [zones, setZones] = useState<string[] | null>(null);
  const [day, setDay] = useState("");
  const save = useMutation({
    mutationFn: (body: NewApiToken) => api.call(routes.createApiToken, { body }),
    onSuccess: async ({ token }) => {
      await client.invalidateQueries({ queryKey: tokensQuery.queryKey });
      onDone(token);
    },
  });
  const filledIn = {
    name,
    role,
    ...(edition ? { edition } : {}),
    ...(edition && zones ? { zones } : {}),
    ...(day ? { expiresAt: endOf(day) } : {}),
  };
  const { errorAt, send } = useChecked(newApiToken, filledIn, save.error);
  return (
    <FormDialog
      title={t("addToken")}
      onClose={onClose}
      onSubmit={() => send(save.mutate)}
      pending={save.isPending}
      error={save.error}
    >
      <TextInput
        label={t("tokenName")}
        required
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={errorAt("name")}
      />
      <RoleField value={role} onChange={setRole} />
      <NativeSelect
        label={t("edition")}
        value={edition}
        onChange={(event) => {
          setEdition(event.currentTarget.value);
          setZones(null);
        }}
        data={[
          { value: "", label: t("allEditions") },
          ...editions.map((each) => ({ value: each.slug, label: localName(each.names, language) })),
        ]}
      />
      {edition !== "" && <ZonesField edition={edition} zones={zones} onChange={setZones} />}
      <TextInput
        label={t("expires")}
        description={t("neverExpires")}
        type="date"
        value={day}
        onChange={(event) => setDay(event.currentTarget.value)}
        error={errorAt("expiresAt")}
      />
    </FormDialog>
  );
}
