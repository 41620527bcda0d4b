import { useMessages } from "@abwab/ui";
import { Alert, Button, Code, Group, Modal, Stack } from "@mantine/core";
import { IconEyeOff } from "@tabler/icons-react";
import { appMessages } from "../app/app-messages.ts";
import { CopyButton } from "../app/copy-button.tsx";
import { useReturnFocus } from "../app/use-return-focus.ts";
import { peopleMessages } from "./people-messages.ts";

export interface SecretDialogProps {
  title: string;
  secret: string;
  onClose: () => void;
}

/** Shows what is shown only once; a click beside it doesn't close it. */
export function SecretDialog({ title, secret, onClose }: SecretDialogProps) {
  const t = useMessages(peopleMessages);
  const app = useMessages(appMessages);
  useReturnFocus();
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      closeOnClickOutside={false}
      closeButtonProps={{ "aria-label": app("close") }}
    >
      <Stack>
        <Alert color="brass" icon={<IconEyeOff aria-hidden />}>
          {t("onceHint")}
        </Alert>
        <Code block dir="ltr" fz="md" style={{ overflowWrap: "anywhere", whiteSpace: "pre-wrap" }}>
          {secret}
        </Code>
        <Group justify="flex-end">
          <CopyButton value={secret} label={app("copy")} copiedLabel={app("copied")} />
          <Button onClick={onClose}>{app("close")}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
