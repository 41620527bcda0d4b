import { useMessages } from "@abwab/ui";
import { Alert, Text } from "@mantine/core";
import { IconMailOff } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { scheduleMessages } from "./schedule-messages.ts";
import { mailQuery } from "./schedule-queries.ts";

const SETTINGS = `SMTP_URL=smtp://user:password@mail.example.org:587
SMTP_FROM="Abwab <abwab@example.org>"`;

/** Says that no letter can go, and what to set for it. */
export function MailNotice() {
  const t = useMessages(scheduleMessages);
  const mail = useQuery(mailQuery);
  if (mail.data?.configured !== false) return null;
  return (
    <Alert color="brass" mb="md" icon={<IconMailOff aria-hidden />} title={t("mailMissing")} data-testid="mail-missing">
      <Text size="sm">{t("mailMissingText")}</Text>
      <pre className="mail-settings" dir="ltr">
        {SETTINGS}
      </pre>
    </Alert>
  );
}
