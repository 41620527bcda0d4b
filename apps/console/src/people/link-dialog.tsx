import type { MadeInvitation } from "@abwab/contract";
import { formatDate, QrCode, useLanguage, useMessages } from "@abwab/ui";
import { Alert, Button, Code, Group, Modal, Stack, Text } from "@mantine/core";
import { IconEyeOff } from "@tabler/icons-react";
import { appMessages } from "../app/app-messages.ts";
import { CopyButton } from "../app/copy-button.tsx";
import { useReturnFocus } from "../app/use-return-focus.ts";
import { linkOf } from "./invitation-queries.ts";
import { linkMessages } from "./link-messages.ts";

/** Shows a link, this once; a click beside it doesn't close it. */
export function LinkDialog({ made, onClose }: { made: MadeInvitation; onClose: () => void }) {
  const t = useMessages(linkMessages);
  const app = useMessages(appMessages);
  const { language } = useLanguage();
  useReturnFocus();
  const link = linkOf(made.token);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("linkFor", { name: made.name })}
      closeOnClickOutside={false}
      closeButtonProps={{ "aria-label": app("close") }}
    >
      <Stack>
        <Alert color="brass" icon={<IconEyeOff aria-hidden />}>
          {t("onceHint", { date: formatDate(made.expiresAt, language) })}
        </Alert>
        <div className="pairing-qr" style={{ alignSelf: "center" }}>
          <QrCode text={link} size={210} />
        </div>
        <Text size="sm" c="dimmed">
          {t("qrHint")}
        </Text>
        <Code block dir="ltr" style={{ overflowWrap: "anywhere", whiteSpace: "pre-wrap" }} data-testid="link">
          {link}
        </Code>
        <Group justify="flex-end">
          <CopyButton value={link} label={app("copy")} copiedLabel={app("copied")} />
          <Button onClick={onClose}>{app("close")}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
