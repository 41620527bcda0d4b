import { newPerson, routes, type NewPerson, type Person, type Role, type Scope } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { FormDialog } from "../app/form-dialog.tsx";
import { useGuard } from "../guarded/use-guard.tsx";
import { SESSION_KEY } from "../app/query-client.ts";
import { useChecked } from "../app/use-checked.ts";
import { NameAndEmail } from "./name-and-email.tsx";
import { peopleMessages } from "./people-messages.ts";
import { peopleQuery } from "./people-queries.ts";
import { RoleField } from "./role-field.tsx";
import { scopeMessages } from "./scope-messages.ts";
import { ScopeField } from "./scope-field.tsx";

export interface PersonFormProps {
  /** The one to change; a new one without. */
  person?: Person;
  /** With the password that was made, if one was. */
  onDone: (name: string, password: string | undefined) => void;
  onClose: () => void;
}

export function PersonForm({ person, onDone, onClose }: PersonFormProps) {
  const t = useMessages(peopleMessages);
  const scopeWords = useMessages(scopeMessages);
  const client = useQueryClient();
  const [name, setName] = useState(person?.name ?? "");
  const [email, setEmail] = useState(person?.email ?? "");
  const [role, setRole] = useState<Role>(person?.role ?? "viewer");
  const [scope, setScope] = useState<Scope | null>(person?.scope ?? null);
  const [password, setPassword] = useState("");
  const params = { id: person?.id ?? "" };
  const guard = useGuard({
    thing: person,
    draftOf: (thing: Person) => ({ name: thing.name, email: thing.email, role: thing.role, scope: thing.scope }),
    draft: { name, email, role, scope },
    onDraft: (merged) => {
      setName(merged.name);
      setEmail(merged.email);
      setRole(merged.role);
      setScope(merged.scope);
    },
    read: () => api.callIfChanged(routes.getPerson, undefined, { params }),
    words: { name: t("name"), email: t("email"), role: t("role"), scope: scopeWords("scope") },
  });
  const save = useMutation({
    mutationFn: async (body: NewPerson) => {
      if (!person) return (await api.call(routes.createPerson, { body })).password;
      await guard.save((headers) => api.call(routes.changePerson, { params, headers, body }));
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
  const filledIn = { name, email: email.trim(), role, scope, ...(password ? { password } : {}) };
  const { errorAt, send } = useChecked(newPerson, filledIn, save.error);
  const { error, notice } = guard.shown(save.error, save.reset);
  return (
    <FormDialog
      title={person ? t("change") : t("add")}
      onClose={onClose}
      onSubmit={() => send(save.mutate)}
      pending={save.isPending}
      error={error}
    >
      <NameAndEmail name={name} onName={setName} email={email} onEmail={setEmail} errorAt={errorAt} />
      <TextInput
        label={t("password")}
        description={person ? t("newPasswordHint") : t("passwordHint")}
        dir="ltr"
        autoComplete="off"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={errorAt("password")}
      />
      <RoleField value={role} onChange={setRole} />
      <ScopeField value={scope} onChange={setScope} />
      {notice}
    </FormDialog>
  );
}
