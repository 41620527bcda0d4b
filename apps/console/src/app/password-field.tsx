import { useMessages } from "@abwab/ui";
import { PasswordInput, type PasswordInputProps } from "@mantine/core";
import { appMessages } from "./app-messages.ts";

/** A password, hidden unless its owner wants to see it. */
export function PasswordField({ error, ...rest }: PasswordInputProps) {
  const t = useMessages(appMessages);
  return (
    <PasswordInput
      {...rest}
      dir="ltr"
      error={error}
      aria-invalid={Boolean(error)}
      visibilityToggleButtonProps={{ "aria-label": t("showPassword") }}
    />
  );
}
