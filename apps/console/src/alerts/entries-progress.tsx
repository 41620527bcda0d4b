import { type Webhook, WEBHOOK_MOST_BEHIND } from "@abwab/contract";
import { formatNumber, isolate, useLanguage, useMessages } from "@abwab/ui";
import { Text } from "@mantine/core";
import { webhookMessages } from "./webhook-messages.ts";

/** How far an endpoint is with what is recorded. */
export function EntriesProgress({ entries: { behind } }: { entries: NonNullable<Webhook["entries"]> }) {
  const t = useMessages(webhookMessages);
  const { language } = useLanguage();
  const count = isolate(`${behind >= WEBHOOK_MOST_BEHIND ? "≥ " : ""}${formatNumber(behind, language)}`);
  return (
    <Text size="sm" c="dimmed">
      {behind === 0 ? t("upToDate") : t("behind", { count })}
    </Text>
  );
}
