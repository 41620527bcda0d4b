import { useMessages } from "@abwab/ui";
import { Button, Group, Modal, Stack } from "@mantine/core";
import type { ReactNode, SubmitEvent } from "react";
import { appMessages } from "./app-messages.ts";
import { focusFirstFault } from "./focus-first-fault.ts";
import { ProblemAlert } from "./problem-alert.tsx";
import { useReturnFocus } from "./use-return-focus.ts";

export interface FormDialogProps {
  title: string;
  onClose: () => void;
  /** Sends, or shows what is wrong: the first such field is then in focus. */
  onSubmit: () => void;
  pending: boolean;
  error: unknown;
  /** What the button that sends says; "save" by default. */
  submit?: string;
  /** For what can't be undone. */
  danger?: boolean;
  size?: string;
  children: ReactNode;
}

/** A form over the page: it stays open until the service has answered yes, with the refusal in words. */
export function FormDialog({
  title,
  onClose,
  onSubmit,
  pending,
  error,
  submit,
  danger,
  size,
  children,
}: FormDialogProps) {
  const t = useMessages(appMessages);
  useReturnFocus();
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    // A dialog's form is above the page's in React's tree, though not in the document.
    event.stopPropagation();
    onSubmit();
    focusFirstFault(event.currentTarget);
  };
  return (
    <Modal opened onClose={onClose} title={title} size={size ?? "md"} closeButtonProps={{ "aria-label": t("close") }}>
      <form onSubmit={send} noValidate>
        <Stack gap="md">
          {children}
          <ProblemAlert error={error} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t("cancel")}
            </Button>
            <Button type="submit" loading={pending} {...(danger ? { color: "clay" } : {})}>
              {submit ?? t("save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
