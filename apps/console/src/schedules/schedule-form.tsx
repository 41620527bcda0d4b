import {
  documentLocale,
  MAX_SCHEDULE_OFFSET,
  MAX_SCHEDULE_RECIPIENTS,
  newReportSchedule,
  type NewReportSchedule,
  type ReportSchedule,
  routes,
  scheduledReport,
  scheduleMoment,
} from "@abwab/contract";
import { isolateLtr, useLanguage, useMessages } from "@abwab/ui";
import { Checkbox, Group, NativeSelect, Stack, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { appMessages } from "../app/app-messages.ts";
import { FormDialog } from "../app/form-dialog.tsx";
import { useChecked } from "../app/use-checked.ts";
import { WholeNumberField } from "../app/whole-number-field.tsx";
import { useGuard } from "../guarded/use-guard.tsx";
import { documentLanguageTexts } from "../visits/document-languages.ts";
import { addressesOf, bodyOf, draftOf, newDraft, type ScheduleDraft } from "./schedule-draft.ts";
import { scheduleMessages } from "./schedule-messages.ts";
import { schedulesQuery } from "./schedule-queries.ts";

export interface ScheduleFormProps {
  slug: string;
  /** The one to change; a new one without. */
  schedule?: ReportSchedule;
  onClose: () => void;
}

export function ScheduleForm({ slug, schedule, onClose }: ScheduleFormProps) {
  const t = useMessages(scheduleMessages);
  const app = useMessages(appMessages);
  const { language } = useLanguage();
  const client = useQueryClient();
  const [draft, setDraft] = useState<ScheduleDraft>(() => (schedule ? draftOf(schedule) : newDraft(language)));
  const set = (change: Partial<ScheduleDraft>) => setDraft((now) => ({ ...now, ...change }));
  const params = { slug, id: schedule?.id ?? "" };
  const guard = useGuard({
    thing: schedule,
    draftOf,
    draft,
    onDraft: setDraft,
    read: () => api.callIfChanged(routes.getReportSchedule, undefined, { params }),
    words: {
      name: t("name"),
      reports: t("reports"),
      locales: t("locales"),
      moment: t("when"),
      offsetMinutes: t("offset"),
      emails: t("emails"),
      webhooks: t("webhooks"),
    },
  });
  const save = useMutation({
    mutationFn: (body: NewReportSchedule) =>
      guard.save((headers) =>
        guard.base
          ? api.call(routes.changeReportSchedule, { params, headers, body })
          : api.call(routes.createReportSchedule, { params: { slug }, body }),
      ),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: schedulesQuery(slug).queryKey });
      onClose();
    },
  });
  const { errorAt, send } = useChecked(newReportSchedule, bodyOf(draft), save.error);
  const { error, notice } = guard.shown(save.error, save.reset);
  const typed = addressesOf(draft.emails);
  const wrong = typed.find((_, index) => errorAt(`emails.${index}`) !== undefined);
  const ofEmails = errorAt("emails");
  const isTwice = new Set(typed.map((address) => address.toLowerCase())).size < typed.length;
  const wrongEmails =
    wrong !== undefined
      ? t("wrongAddress", { address: isolateLtr(wrong) })
      : ofEmails && (typed.length === 0 ? t("nobody") : isTwice ? t("twice") : ofEmails);
  return (
    <FormDialog
      title={t(schedule ? "change" : "add")}
      size="lg"
      onClose={onClose}
      onSubmit={() => send(save.mutate)}
      pending={save.isPending}
      error={error}
    >
      <TextInput
        label={t("name")}
        description={t("nameHint")}
        required
        data-autofocus
        value={draft.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
        error={errorAt("name")}
      />
      <Checkbox.Group
        label={t("reports")}
        required
        value={draft.reports}
        onChange={(reports) => set({ reports: scheduledReport.options.filter((report) => reports.includes(report)) })}
        error={errorAt("reports")}
      >
        <Group gap="lg" mt="xs">
          {scheduledReport.options.map((report) => (
            <Checkbox key={report} value={report} label={t(report)} />
          ))}
        </Group>
      </Checkbox.Group>
      <Checkbox.Group
        label={t("locales")}
        required
        value={draft.locales}
        onChange={(locales) => set({ locales: documentLocale.options.filter((locale) => locales.includes(locale)) })}
        error={errorAt("locales")}
      >
        <Group gap="lg" mt="xs">
          {documentLocale.options.map((locale) => (
            <Checkbox key={locale} value={locale} label={app(documentLanguageTexts[locale])} />
          ))}
        </Group>
      </Checkbox.Group>
      <Group align="start" grow preventGrowOverflow={false} wrap="wrap">
        <NativeSelect
          label={t("when")}
          value={draft.moment}
          onChange={(event) => set({ moment: scheduleMoment.parse(event.currentTarget.value) })}
          data={scheduleMoment.options.map((moment) => ({ value: moment, label: t(moment) }))}
        />
        <WholeNumberField
          label={t("offset")}
          description={t("offsetHint", { most: MAX_SCHEDULE_OFFSET })}
          inputWrapperOrder={["label", "input", "description", "error"]}
          value={draft.offsetMinutes}
          onChange={(offsetMinutes) => set({ offsetMinutes })}
          error={errorAt("offsetMinutes")}
        />
      </Group>
      <Textarea
        label={t("emails")}
        description={t("emailsHint", { most: MAX_SCHEDULE_RECIPIENTS })}
        dir="ltr"
        autosize
        minRows={3}
        maxRows={10}
        spellCheck={false}
        value={draft.emails}
        onChange={(event) => set({ emails: event.currentTarget.value })}
        error={wrongEmails}
      />
      <Stack gap={0}>
        <Checkbox
          label={t("webhooks")}
          description={t("webhooksHint")}
          checked={draft.webhooks}
          onChange={(event) => set({ webhooks: event.currentTarget.checked })}
        />
      </Stack>
      {notice}
    </FormDialog>
  );
}
