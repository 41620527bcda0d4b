import { formatNumber, isolate, useLanguage, useMessages } from "@abwab/ui";
import { Text } from "@mantine/core";
import { z } from "zod";
import { webhookMessages } from "./webhook-messages.ts";

const batch = z.object({
  data: z.object({ sequence: z.int(), rows: z.int(), firstVersion: z.int(), lastVersion: z.int() }),
});

/** Which rows of the ledger a message held. */
export function BatchFacts({ body }: { body: string }) {
  const t = useMessages(webhookMessages);
  const { language } = useLanguage();
  const { data } = batch.safeParse(JSON.parse(body)).data ?? {};
  if (data === undefined) return null;
  const number = (value: number) => isolate(formatNumber(value, language));
  return (
    <Text size="sm">
      {t("batch", {
        sequence: number(data.sequence),
        rows: number(data.rows),
        first: number(data.firstVersion),
        last: number(data.lastVersion),
      })}
    </Text>
  );
}
