import {
  alertSeverity,
  newWebhook,
  type NewWebhook,
  routes,
  type Webhook,
  webhookAlertEvent,
  webhookEvent,
  type WebhookWithSecret,
} from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { Checkbox, NativeSelect, NumberInput, Stack, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { FormDialog } from "../app/form-dialog.tsx";
import { useGuard } from "../guarded/use-guard.tsx";
import { useChecked } from "../app/use-checked.ts";
import { alertMessages } from "./alert-messages.ts";
import { eventHints, eventTexts, webhookMessages } from "./webhook-messages.ts";
import { webhooksQuery } from "./webhook-queries.ts";

export interface WebhookFormProps {
  slug: string;
  /** The one to change; a new one without. */
  webhook?: Webhook;
  /** A new one has a secret to show. */
  onMade: (made: WebhookWithSecret) => void;
  onClose: () => void;
}

export function WebhookForm({ slug, webhook, onMade, onClose }: WebhookFormProps) {
  const t = useMessages(webhookMessages);
  const alerts = useMessages(alertMessages);
  const client = useQueryClient();
  const [draft, setDraft] = useState<NewWebhook>(() => ({
    name: webhook?.name ?? "",
    url: webhook?.url ?? "",
    events: webhook?.events ?? ["alert.opened", "alert.resolved"],
    severity: webhook?.severity ?? "info",
    countsEverySeconds: webhook?.countsEverySeconds ?? 10,
  }));
  const set = (change: Partial<NewWebhook>) => setDraft((before) => ({ ...before, ...change }));
  const params = { slug, id: webhook?.id ?? "" };
  const guard = useGuard({
    thing: webhook,
    draftOf: ({ name, url, events, severity, countsEverySeconds }: Webhook) => ({
      name,
      url,
      events,
      severity,
      countsEverySeconds,
    }),
    draft,
    onDraft: (merged) => setDraft((now) => ({ ...now, ...merged })),
    read: () => api.callIfChanged(routes.getWebhook, undefined, { params }),
    words: {
      name: t("name"),
      url: t("url"),
      events: t("events"),
      severity: t("severity"),
      countsEverySeconds: t("countsEvery"),
    },
  });
  const save = useMutation({
    mutationFn: async (body: NewWebhook) => {
      if (!webhook) return api.call(routes.createWebhook, { params: { slug }, body });
      await guard.save((headers) => api.call(routes.changeWebhook, { params, headers, body }));
      return undefined;
    },
    onSuccess: async (made) => {
      await client.invalidateQueries({ queryKey: webhooksQuery(slug).queryKey });
      if (made) onMade(made);
      else onClose();
    },
  });
  const { errorAt, send } = useChecked(newWebhook, draft, save.error);
  const { error, notice } = guard.shown(save.error, save.reset);
  return (
    <FormDialog
      title={t(webhook ? "change" : "add")}
      onClose={onClose}
      onSubmit={() => send(save.mutate)}
      pending={save.isPending}
      error={error}
    >
      <TextInput
        label={t("name")}
        required
        data-autofocus
        value={draft.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
        error={errorAt("name")}
      />
      <TextInput
        label={t("url")}
        description={t("urlHint")}
        type="url"
        dir="ltr"
        required
        value={draft.url}
        onChange={(event) => set({ url: event.currentTarget.value.trim() })}
        error={errorAt("url")}
      />
      <Checkbox.Group
        label={t("events")}
        value={draft.events}
        onChange={(events) => set({ events: webhookEvent.options.filter((event) => events.includes(event)) })}
        error={errorAt("events")}
      >
        <Stack gap="xs" mt="xs">
          {webhookEvent.options.map((event) => (
            <Checkbox
              key={event}
              value={event}
              label={t(eventTexts[event])}
              description={event in eventHints ? t(eventHints[event as keyof typeof eventHints]) : undefined}
            />
          ))}
        </Stack>
      </Checkbox.Group>
      {draft.events.some((event) => webhookAlertEvent.safeParse(event).success) && (
        <NativeSelect
          label={t("severity")}
          value={draft.severity}
          onChange={(event) => set({ severity: alertSeverity.parse(event.currentTarget.value) })}
          data={alertSeverity.options.map((value) => ({ value, label: alerts(value) }))}
        />
      )}
      {draft.events.includes("entries.recorded") && (
        <NumberInput
          label={t("entriesAfter")}
          description={t(webhook?.entries ? "entriesAfterHint" : "entriesFromHint")}
          placeholder={webhook?.entries ? String(webhook.entries.version) : undefined}
          min={0}
          allowDecimal={false}
          value={draft.entriesAfter ?? ""}
          onChange={(value) => set({ entriesAfter: typeof value === "number" ? value : undefined })}
          error={errorAt("entriesAfter")}
        />
      )}
      {draft.events.includes("counts.changed") && (
        <NumberInput
          label={t("countsEvery")}
          suffix={` ${t("seconds")}`}
          min={5}
          max={3_600}
          allowDecimal={false}
          value={draft.countsEverySeconds}
          onChange={(value) => set({ countsEverySeconds: typeof value === "number" ? value : 0 })}
          error={errorAt("countsEverySeconds")}
        />
      )}
      {notice}
    </FormDialog>
  );
}
