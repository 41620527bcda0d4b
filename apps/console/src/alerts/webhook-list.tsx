import { routes, type Webhook } from "@abwab/contract";
import { formatRelative, isolate, useLanguage, useMessages } from "@abwab/ui";
import { Badge, Button, Group, Menu, Stack } from "@mantine/core";
import {
  IconEdit,
  IconKey,
  IconList,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlus,
  IconSend,
  IconTrashX,
} from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { appMessages } from "../app/app-messages.ts";
import { ConfirmDialog } from "../app/confirm-dialog.tsx";
import { EmptyState } from "../app/empty-state.tsx";
import { ListTable, type Column } from "../app/list-table.tsx";
import { PageSkeleton } from "../app/page-skeleton.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { RowMenu } from "../app/row-menu.tsx";
import { useNow } from "../app/use-now.ts";
import { SecretDialog } from "../people/secret-dialog.tsx";
import { alertMessages } from "./alert-messages.ts";
import { EntriesProgress } from "./entries-progress.tsx";
import { WebhookForm } from "./webhook-form.tsx";
import { WebhookLog } from "./webhook-log.tsx";
import { eventTexts, webhookMessages } from "./webhook-messages.ts";
import { webhooksQuery } from "./webhook-queries.ts";
import { localMoment } from "../tables/cell-value.ts";

type Task =
  | { kind: "add" }
  | { kind: "secret"; secret: string }
  | { kind: "change" | "remove" | "rotate" | "log"; webhook: Webhook };

/** Where else alerts go. */
export function WebhookList({ slug }: { slug: string }) {
  const t = useMessages(webhookMessages);
  const app = useMessages(appMessages);
  const webhooks = useQuery(webhooksQuery(slug));
  const [task, setTask] = useState<Task>();
  const close = () => setTask(undefined);
  const showSecret = ({ secret }: { secret: string }) => setTask({ kind: "secret", secret });
  const add = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setTask({ kind: "add" })}>
      {t("add")}
    </Button>
  );
  return (
    <>
      <ProblemAlert error={webhooks.error} retry={() => void webhooks.refetch()} />
      {!webhooks.data && !webhooks.error && <PageSkeleton />}
      {webhooks.data?.length === 0 && (
        <EmptyState title={t("emptyTitle")} hint={t("emptyHint")}>
          {add}
        </EmptyState>
      )}
      {webhooks.data && webhooks.data.length > 0 && (
        <>
          <Group justify="flex-end" mb="md">
            {add}
          </Group>
          <WebhookTable slug={slug} webhooks={webhooks.data} onTask={setTask} />
        </>
      )}
      {task?.kind === "add" && <WebhookForm slug={slug} onMade={showSecret} onClose={close} />}
      {task?.kind === "change" && (
        <WebhookForm slug={slug} webhook={task.webhook} onMade={showSecret} onClose={close} />
      )}
      {task?.kind === "secret" && <SecretDialog title={t("secretTitle")} secret={task.secret} onClose={close} />}
      {task?.kind === "log" && <WebhookLog slug={slug} webhook={task.webhook} onClose={close} />}
      {task?.kind === "rotate" && (
        <ConfirmDialog
          title={t("rotateTitle", { name: isolate(task.webhook.name) })}
          text={t("rotateText")}
          submit={t("rotate")}
          act={() => api.call(routes.rotateWebhookSecret, { params: { slug, id: task.webhook.id } })}
          onDone={showSecret}
          refresh={webhooksQuery(slug).queryKey}
          onClose={close}
        />
      )}
      {task?.kind === "remove" && (
        <ConfirmDialog
          title={t("removeTitle", { name: isolate(task.webhook.name) })}
          text={t("removeText")}
          submit={app("remove")}
          act={() => api.call(routes.removeWebhook, { params: { slug, id: task.webhook.id } })}
          refresh={webhooksQuery(slug).queryKey}
          onClose={close}
        />
      )}
    </>
  );
}

interface WebhookTableProps {
  slug: string;
  webhooks: readonly Webhook[];
  onTask: (task: Task) => void;
}

function WebhookTable({ slug, webhooks, onTask }: WebhookTableProps) {
  const t = useMessages(webhookMessages);
  const app = useMessages(appMessages);
  const alerts = useMessages(alertMessages);
  const { language } = useLanguage();
  const now = useNow(30_000);
  const client = useQueryClient();
  const toggle = useMutation({
    mutationFn: ({ id, active }: Webhook) =>
      api.call(routes.changeWebhook, { params: { slug, id }, body: { active: !active } }),
    onSuccess: () => client.invalidateQueries({ queryKey: webhooksQuery(slug).queryKey }),
  });
  const test = useMutation({
    mutationFn: ({ id }: Webhook) => api.call(routes.testWebhook, { params: { slug, id } }),
    // How it was answered stands in the log a moment later.
    onSuccess: (_, webhook) => onTask({ kind: "log", webhook }),
  });
  const columns: Column<Webhook>[] = [
    { key: "name", value: ({ name }) => name, title: t("name"), cell: ({ name }) => <bdi>{name}</bdi> },
    {
      key: "url",
      value: ({ url }) => url,
      title: t("url"),
      cell: ({ url }) => (
        <bdi dir="ltr" className="webhook-url">
          {url}
        </bdi>
      ),
    },
    {
      key: "events",
      value: ({ events }) => events.join(", "),
      title: t("events"),
      cell: ({ events }) => <EventNames events={events} />,
      minor: true,
    },
    {
      key: "state",
      value: ({ active, failingSince }) =>
        active && failingSince !== null
          ? t("failing", { time: formatRelative(failingSince, now, language) })
          : t(active ? "arrives" : "off"),
      title: t("state"),
      cell: (webhook) => <WebhookState webhook={webhook} now={now} />,
    },
    {
      key: "last",
      value: ({ lastDeliveredAt }) => localMoment(lastDeliveredAt),
      title: t("lastDelivered"),
      cell: ({ lastDeliveredAt }) =>
        lastDeliveredAt === null ? app("never") : formatRelative(lastDeliveredAt, now, language),
      minor: true,
    },
  ];
  return (
    <>
      <ProblemAlert error={toggle.error ?? test.error} />
      <ListTable
        caption={alerts("webhooks")}
        columns={columns}
        rows={webhooks}
        keyOf={({ id }) => id}
        menu={(webhook) => (
          <RowMenu of={webhook.name}>
            <Menu.Item leftSection={<IconSend size={17} aria-hidden />} onClick={() => test.mutate(webhook)}>
              {t("test")}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconList size={17} aria-hidden />}
              onClick={() => onTask({ kind: "log", webhook })}
            >
              {t("log")}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconEdit size={17} aria-hidden />}
              onClick={() => onTask({ kind: "change", webhook })}
            >
              {t("change")}
            </Menu.Item>
            <Menu.Item
              leftSection={
                webhook.active ? <IconPlayerPause size={17} aria-hidden /> : <IconPlayerPlay size={17} aria-hidden />
              }
              onClick={() => toggle.mutate(webhook)}
            >
              {t(webhook.active ? "switchOff" : "switchOn")}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconKey size={17} aria-hidden />}
              onClick={() => onTask({ kind: "rotate", webhook })}
            >
              {t("rotate")}
            </Menu.Item>
            <Menu.Item
              color="clay"
              leftSection={<IconTrashX size={17} aria-hidden />}
              onClick={() => onTask({ kind: "remove", webhook })}
            >
              {app("remove")}
            </Menu.Item>
          </RowMenu>
        )}
      />
    </>
  );
}

function EventNames({ events }: Pick<Webhook, "events">) {
  const t = useMessages(webhookMessages);
  const { language } = useLanguage();
  const names = events.map((event) => t(eventTexts[event]));
  return <span>{new Intl.ListFormat(language, { type: "unit" }).format(names)}</span>;
}

function WebhookState({ webhook, now }: { webhook: Webhook; now: number }) {
  const t = useMessages(webhookMessages);
  const { language } = useLanguage();
  return (
    <Stack gap={4} align="flex-start">
      {!webhook.active && <Badge color="sand">{t(webhook.disabledAt === null ? "off" : "disabled")}</Badge>}
      {webhook.active && webhook.failingSince === null && <Badge color="forest">{t("arrives")}</Badge>}
      {webhook.active && webhook.failingSince !== null && (
        <span>{t("failing", { time: formatRelative(webhook.failingSince, now, language) })}</span>
      )}
      {webhook.entries && <EntriesProgress entries={webhook.entries} />}
    </Stack>
  );
}
