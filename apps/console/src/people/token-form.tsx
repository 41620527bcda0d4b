import { routes, type Role } from "@abwab/contract";
import { localName, useLanguage, useMessages } from "@abwab/ui";
import { NativeSelect, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { FormDialog } from "../app/form-dialog.tsx";
import { isWrong } from "../app/problem-alert.tsx";
import { useEditions } from "../editions/edition-queries.ts";
import { peopleMessages } from "./people-messages.ts";
import { tokensQuery } from "./people-queries.ts";
import { RoleField } from "./role-field.tsx";

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
  const [day, setDay] = useState("");
  const save = useMutation({
    mutationFn: () =>
      api.call(routes.createApiToken, {
        body: { name: name.trim(), role, ...(edition ? { edition } : {}), ...(day ? { expiresAt: endOf(day) } : {}) },
      }),
    onSuccess: async ({ token }) => {
      await client.invalidateQueries({ queryKey: tokensQuery.queryKey });
      onDone(token);
    },
  });
  return (
    <FormDialog
      title={t("addToken")}
      onClose={onClose}
      onSubmit={() => save.mutate()}
      pending={save.isPending}
      error={save.error}
    >
      <TextInput
        label={t("tokenName")}
        required
        data-autofocus
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={isWrong(save.error, "name")}
      />
      <RoleField value={role} onChange={setRole} />
      <NativeSelect
        label={t("edition")}
        value={edition}
        onChange={(event) => setEdition(event.currentTarget.value)}
        data={[
          { value: "", label: t("allEditions") },
          ...editions.map((each) => ({ value: each.slug, label: localName(each.names, language) })),
        ]}
      />
      <TextInput
        label={t("expires")}
        description={t("neverExpires")}
        type="date"
        value={day}
        onChange={(event) => setDay(event.currentTarget.value)}
        error={isWrong(save.error, "expiresAt")}
      />
    </FormDialog>
  );
}
