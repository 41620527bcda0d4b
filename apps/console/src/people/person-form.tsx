import { routes, type Person, type Role } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { FormDialog } from "../app/form-dialog.tsx";
import { isWrong } from "../app/problem-alert.tsx";
import { SESSION_KEY } from "../app/query-client.ts";
import { peopleMessages } from "./people-messages.ts";
import { peopleQuery } from "./people-queries.ts";
import { RoleField } from "./role-field.tsx";

export interface PersonFormProps {
  /** The one to change; a new one without. */
  person?: Person;
  /** With the password that was made, if one was. */
  onDone: (name: string, password: string | undefined) => void;
  onClose: () => void;
}

export function PersonForm({ person, onDone, onClose }: PersonFormProps) {
  const t = useMessages(peopleMessages);
  const client = useQueryClient();
  const [name, setName] = useState(person?.name ?? "");
  const [email, setEmail] = useState(person?.email ?? "");
  const [role, setRole] = useState<Role>(person?.role ?? "viewer");
  const [password, setPassword] = useState("");
  const save = useMutation({
    mutationFn: async () => {
      const body = { name: name.trim(), email: email.trim(), role, ...(password ? { password } : {}) };
      if (!person) return (await api.call(routes.createPerson, { body })).password;
      await api.call(routes.changePerson, { params: { id: person.id }, body });
      return undefined;
    },
    onSuccess: async (made) => {
      await Promise.all([
        client.invalidateQueries({ queryKey: peopleQuery.queryKey }),
        client.invalidateQueries({ queryKey: SESSION_KEY }),
      ]);
      onDone(name, made);
    },
  });
  return (
    <FormDialog
      title={person ? t("change") : t("add")}
      onClose={onClose}
      onSubmit={() => save.mutate()}
      pending={save.isPending}
      error={save.error}
    >
      <TextInput
        label={t("name")}
        required
        data-autofocus
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={isWrong(save.error, "name")}
      />
      <TextInput
        label={t("email")}
        type="email"
        dir="ltr"
        required
        autoComplete="off"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        error={isWrong(save.error, "email")}
      />
      <TextInput
        label={t("password")}
        description={person ? t("newPasswordHint") : t("passwordHint")}
        dir="ltr"
        autoComplete="off"
        minLength={12}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={isWrong(save.error, "password")}
      />
      <RoleField value={role} onChange={setRole} />
    </FormDialog>
  );
}
