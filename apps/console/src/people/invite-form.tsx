import { type MadeInvitation, newInvitation, type NewInvitation, type Role, routes, type Scope } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { FormDialog } from "../app/form-dialog.tsx";
import { useChecked } from "../app/use-checked.ts";
import { invitationsQuery } from "./invitation-queries.ts";
import { linkMessages } from "./link-messages.ts";
import { NameAndEmail } from "./name-and-email.tsx";
import { RoleField } from "./role-field.tsx";
import { ScopeField } from "./scope-field.tsx";

interface InviteFormProps {
  onDone: (made: MadeInvitation) => void;
  onClose: () => void;
}

/** Whom a link is made for; they choose their password themselves. */
export function InviteForm({ onDone, onClose }: InviteFormProps) {
  const link = useMessages(linkMessages);
  const client = useQueryClient();
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [scope, setScope] = useState<Scope | null>(null);
  const [role, setRole] = useState<Role>("viewer");
  const invite = useMutation({
    mutationFn: (body: NewInvitation) => api.call(routes.createInvitation, { body }),
    onSuccess: async (made) => {
      await client.invalidateQueries({ queryKey: invitationsQuery.queryKey });
      onDone(made);
    },
  });
  const { errorAt, send } = useChecked(newInvitation, { name, email: email.trim(), role, scope }, invite.error);
  return (
    <FormDialog
      title={link("invite")}
      submit={link("makeLink")}
      onClose={onClose}
      onSubmit={() => send(invite.mutate)}
      pending={invite.isPending}
      error={invite.error}
    >
      <NameAndEmail name={name} onName={setName} email={email} onEmail={setEmail} errorAt={errorAt} />
      <RoleField value={role} onChange={setRole} />
      <ScopeField value={scope} onChange={setScope} />
    </FormDialog>
  );
}
