import {
  breakdownFault,
  type Edition,
  exportBreakdown,
  exportFormat,
  exportSubject,
  newExport,
  type NewExport,
  routes,
} from "@abwab/contract";
import { useLanguage, useMessages } from "@abwab/ui";
import { Button, Checkbox, Group, Radio, Text, Title } from "@mantine/core";
import { IconFileExport } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { useSearchParams } from "react-router";
import { api } from "../app/api.ts";
import { focusFirstFault } from "../app/focus-first-fault.ts";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { useChecked } from "../app/use-checked.ts";
import { wantedExport } from "./export-address.ts";
import { emptyDraft, type ExportDraft, exportOf } from "./export-draft.ts";
import { ExportFilters } from "./export-filters.tsx";
import { breakdownTexts, exportMessages, formatTexts } from "./export-messages.ts";
import { exportsKey } from "./export-queries.ts";

/** What a file shall hold, and as what. */
export function ExportForm({ edition }: { edition: Edition }) {
  const t = useMessages(exportMessages);
  const { language } = useLanguage();
  const [address] = useSearchParams();
  const client = useQueryClient();
  const { slug } = edition;
  const [draft, setDraft] = useState(() => ({ ...emptyDraft(language), ...wantedExport(address) }));
  const change = (part: Partial<ExportDraft>): void => setDraft((now) => ({ ...now, ...part }));
  const start = useMutation({
    mutationFn: (body: NewExport) => api.call(routes.createExport, { params: { slug }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: exportsKey(slug) }),
  });
  const { errorAt, send } = useChecked(newExport, exportOf(draft), start.error);
  const fault = breakdownFault(draft.by, draft.zones);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    send(start.mutate);
    focusFirstFault(event.currentTarget);
  };
  return (
    <form className="card export-form" onSubmit={submit} noValidate>
      <Title order={2} size="h4">
        {t("newTitle")}
      </Title>
      <Radio.Group
        label={t("what")}
        value={draft.what}
        onChange={(what) => change({ what: exportSubject.parse(what) })}
      >
        <div className="export-choices">
          {(["counts", "ledger"] as const).map((each) => (
            <ChoiceCard key={each} value={each} name={t(each)} hint={t(`${each}Hint`)} />
          ))}
        </div>
      </Radio.Group>
      {draft.what === "counts" && (
        <Checkbox.Group
          label={t("by")}
          value={draft.by}
          onChange={(by) => change({ by: exportBreakdown.options.filter((each) => by.includes(each)) })}
          error={fault === undefined ? errorAt("by") && t("byMissing") : t(fault)}
        >
          <Group mt="xs" gap="md">
            {exportBreakdown.options.map((each) => (
              <Checkbox key={each} value={each} label={t(breakdownTexts[each])} />
            ))}
          </Group>
        </Checkbox.Group>
      )}
      <Radio.Group
        label={t("format")}
        value={draft.format}
        onChange={(format) => change({ format: exportFormat.parse(format) })}
      >
        <div className="export-choices">
          {(["xlsx", "csv", "jsonl"] as const).map((each) => (
            <ChoiceCard key={each} value={each} name={t(formatTexts[each].name)} hint={t(formatTexts[each].hint)} />
          ))}
        </div>
      </Radio.Group>
      <ExportFilters edition={edition} draft={draft} onChange={change} errorAt={errorAt} />
      <ProblemAlert error={start.error} />
      <div className="export-start">
        <Text size="sm" c="dimmed">
          {t("privacy")}
        </Text>
        <Button type="submit" loading={start.isPending} leftSection={<IconFileExport size={18} aria-hidden />}>
          {t("start")}
        </Button>
      </div>
    </form>
  );
}

function ChoiceCard({ value, name, hint }: { value: string; name: string; hint: string }) {
  return (
    <Radio.Card value={value} className="export-choice" aria-label={name}>
      <Radio.Indicator />
      <span>
        <Text fw={600}>{name}</Text>
        <Text size="sm" c="dimmed">
          {hint}
        </Text>
      </span>
    </Radio.Card>
  );
}
