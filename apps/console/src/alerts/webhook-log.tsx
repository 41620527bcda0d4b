import { routes, type Webhook, type WebhookDelivery, webhookFeedEvent } from "@abwab/contract";
import { formatDate, formatTime, isolate, isolateLtr, useLanguage, useMessages } from "@abwab/ui";
import { Badge, Button, Modal, Text } from "@mantine/core";
import { useInfiniteQuery, useMutation, useQuery } from "@tanstack/react-query";
import { api } from "../app/api.ts";
import { appMessages } from "../app/app-messages.ts";
import { LoadMore } from "../app/load-more.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { useReturnFocus } from "../app/use-return-focus.ts";
import { eventTexts, webhookMessages } from "./webhook-messages.ts";
import { BatchFacts } from "./batch-facts.tsx";
import { EntriesProgress } from "./entries-progress.tsx";
import { deliveriesQuery, WEBHOOK_REFRESH_MS, webhooksQuery } from "./webhook-queries.ts";

const colors = { waiting: "brass", delivered: "forest", given_up: "clay" } as const;
const isEvent = (event: string): event is keyof typeof eventTexts => Object.hasOwn(eventTexts, event);

export interface WebhookLogProps {
  slug: string;
  webhook: Webhook;
  onClose: () => void;
}

/** What was sent to an endpoint, how each attempt was answered, and the way to send it again. */
export function WebhookLog({ slug, webhook, onClose }: WebhookLogProps) {
  const t = useMessages(webhookMessages);
  const app = useMessages(appMessages);
  useReturnFocus();
  const deliveries = useInfiniteQuery(deliveriesQuery(slug, webhook.id));
  const again = useMutation({
    mutationFn: (delivery: string) => api.call(routes.sendWebhookAgain, { params: { slug, id: webhook.id, delivery } }),
    onSettled: () => deliveries.refetch(),
  });
  // How far it has come changes while the log is looked at.
  const webhooks = useQuery({ ...webhooksQuery(slug), refetchInterval: WEBHOOK_REFRESH_MS });
  const followed = webhooks.data?.find(({ id }) => id === webhook.id);
  const rows = deliveries.data?.pages.flatMap((page) => page.items);
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t("logTitle", { name: isolate(webhook.name) })}
      closeButtonProps={{ "aria-label": app("close") }}
    >
      <ProblemAlert error={deliveries.error ?? again.error} />
      {followed?.entries && <EntriesProgress entries={followed.entries} />}
      {rows?.length === 0 && <Text>{t("logEmpty")}</Text>}
      <ul className="alert-list">
        {rows?.map((delivery) => (
          <li key={delivery.id} className="card webhook-delivery">
            <DeliveryFacts delivery={delivery} />
            {delivery.state !== "waiting" && webhook.active && !webhookFeedEvent.safeParse(delivery.event).success && (
              <Button size="xs" variant="default" onClick={() => again.mutate(delivery.id)}>
                {t("again")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <LoadMore list={deliveries} />
    </Modal>
  );
}

function DeliveryFacts({ delivery }: { delivery: WebhookDelivery }) {
  const t = useMessages(webhookMessages);
  const { language } = useLanguage();
  const moment = (at: string) =>
    isolate(`${formatDate(at, language, "short")} ${formatTime(at, language, { seconds: true })}`);
  return (
    <div>
      <p className="alert-facts">
        <strong>{isEvent(delivery.event) ? t(eventTexts[delivery.event]) : t("test_event")}</strong>
        <Badge color={colors[delivery.state]}>{t(delivery.state)}</Badge>
        <span>{moment(delivery.createdAt)}</span>
      </p>
      {delivery.event === "entries.recorded" && <BatchFacts body={delivery.body} />}
      <ul className="webhook-attempts">
        {delivery.attempts.map(({ at, durationMs, status, fault, answer }) => (
          <li key={at}>
            {t("attempt", {
              time: moment(at),
              answer: fault === null ? isolateLtr(String(status)) : t(fault),
              ms: durationMs,
            })}
            {answer !== "" && (
              <bdi dir="ltr" className="webhook-answer">
                {answer.slice(0, 160)}
              </bdi>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
