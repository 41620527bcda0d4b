import { useMessages } from "@abwab/ui";
import { TextInput } from "@mantine/core";
import { peopleMessages } from "./people-messages.ts";

interface NameAndEmailProps {
  name: string;
  onName: (name: string) => void;
  email: string;
  onEmail: (email: string) => void;
  errorAt: (path: "name" | "email") => string | undefined;
}

/** Who somebody is. */
export function NameAndEmail({ name, onName, email, onEmail, errorAt }: NameAndEmailProps) {
  const t = useMessages(peopleMessages);
  return (
    <>
      <TextInput
        label={t("name")}
        required
        data-autofocus
        value={name}
        onChange={(event) => onName(event.currentTarget.value)}
        error={errorAt("name")}
      />
      <TextInput
        label={t("email")}
        type="email"
        dir="ltr"
        required
        autoComplete="off"
        value={email}
        onChange={(event) => onEmail(event.currentTarget.value)}
        error={errorAt("email")}
      />
    </>
  );
}
