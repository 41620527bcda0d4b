import { documentLocale, showPassCode, type Edition, type Visit } from "@abwab/contract";
import { Num, organisationName, useLanguage, useMessages } from "@abwab/ui";
import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { appMessages } from "../app/app-messages.ts";
import { useReturnFocus } from "../app/use-return-focus.ts";
import { useHours } from "./use-hours.ts";
import { visitMessages } from "./visit-messages.ts";
import { visitPrintUrl } from "./visit-queries.ts";
import { documentLanguageTexts } from "./document-languages.ts";

export interface BookedDialogProps {
  edition: Edition;
  visit: Visit;
  onClose: () => void;
}

/** What was booked, with its pass, and the confirmation to send in the language of whoever gets it. */
export function BookedDialog({ edition, visit, onClose }: BookedDialogProps) {
  const t = useMessages(visitMessages);
  const app = useMessages(appMessages);
  const { language } = useLanguage();
  const hours = useHours(edition);
  useReturnFocus();
  return (
    <Modal opened onClose={onClose} title={t("booked")} closeButtonProps={{ "aria-label": app("close") }}>
      <Stack gap="md">
        <Stack gap={4} align="center" ta="center">
          <Text fw={650} size="lg">
            <bdi>{organisationName(visit.organisation, language)}</bdi>
          </Text>
          <Text>
            {visit.slot ? hours(visit.slot) : t("noSlotChoice")} · {t("pupils")} <Num value={visit.pupils} /> ·{" "}
            {t("adults")} <Num value={visit.adults} />
          </Text>
          {visit.passCode !== null && (
            <bdi dir="ltr" className="pass-code">
              {showPassCode(visit.passCode)}
            </bdi>
          )}
        </Stack>
        <Text>{t("bookedText")}</Text>
        <Group gap="xs">
          {documentLocale.options.map((locale) => (
            <Button
              key={locale}
              component="a"
              variant="default"
              href={visitPrintUrl(edition.slug, visit.id, locale)}
              target="_blank"
              leftSection={<IconPrinter size={18} aria-hidden />}
            >
              {t("printConfirmation", { language: app(documentLanguageTexts[locale]) })}
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
