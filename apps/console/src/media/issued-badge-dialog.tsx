import { documentLocale, showPassCode, type Accreditation, type Edition } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { appMessages } from "../app/app-messages.ts";
import { useReturnFocus } from "../app/use-return-focus.ts";
import { documentLanguageTexts } from "../visits/document-languages.ts";
import { mediaMessages } from "./media-messages.ts";
import { badgePrintUrl } from "./media-queries.ts";

export interface IssuedBadgeDialogProps {
  edition: Edition;
  accreditation: Accreditation;
  onClose: () => void;
}

/** The badge that was just issued, ready to be printed. */
export function IssuedBadgeDialog({ edition, accreditation, onClose }: IssuedBadgeDialogProps) {
  const t = useMessages(mediaMessages);
  const app = useMessages(appMessages);
  useReturnFocus();
  const { holder, duty, outlet, passCode, id } = accreditation;
  return (
    <Modal opened onClose={onClose} title={t("issued")} closeButtonProps={{ "aria-label": app("close") }}>
      <Stack gap="md">
        <Stack gap={4} align="center" ta="center">
          <Text fw={650} size="lg">
            <bdi>{holder ?? t("holderPurged")}</bdi>
          </Text>
          <Text>
            <bdi>{outlet}</bdi>
            {duty !== null && (
              <>
                {" · "}
                <bdi>{duty}</bdi>
              </>
            )}
          </Text>
          <bdi dir="ltr" className="pass-code">
            {showPassCode(passCode)}
          </bdi>
        </Stack>
        <Text>{t("issuedText")}</Text>
        <Group gap="xs">
          {documentLocale.options.map((locale) => (
            <Button
              key={locale}
              component="a"
              variant="default"
              href={badgePrintUrl(edition.slug, id, locale)}
              target="_blank"
              leftSection={<IconPrinter size={18} aria-hidden />}
            >
              {t("print", { language: app(documentLanguageTexts[locale]) })}
            </Button>
          ))}
        </Group>
        <Group justify="flex-end">
          <Button onClick={onClose} data-autofocus>
            {app("close")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
