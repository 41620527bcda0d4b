import {
  alertKind,
  type AlertKind,
  type AlertRule,
  alertSeverity,
  newAlertRule,
  type NewAlertRule,
  role,
  routes,
  thresholdLimits,
  windowedKinds,
} from "@abwab/contract";
import { isolate, localName, useLanguage, useMessages } from "@abwab/ui";
import { Checkbox, NativeSelect, NumberInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { FormDialog } from "../app/form-dialog.tsx";
import { useGuard } from "../guarded/use-guard.tsx";
import { useChecked } from "../app/use-checked.ts";
import { WholeNumberField } from "../app/whole-number-field.tsx";
import { useZones } from "../editions/edition-queries.ts";
import { alertMessages } from "./alert-messages.ts";
import { alertRulesQuery } from "./alert-queries.ts";
import { ruleMessages } from "./rule-messages.ts";
import { isShare, shownMeasure } from "./use-alert-words.ts";
import { usualRules } from "./usual-rules.ts";

const thresholdTexts = {
  occupancy: "thresholdOccupancy",
  time_to_full: "thresholdMinutes",
  unusual_pace: "thresholdTimes",
  device_silent: "thresholdMinutes",
  battery_low: "thresholdBattery",
  refusals: "thresholdCount",
  pass_at_two_gates: "thresholdCount",
  negative_count: "thresholdCount",
} as const;

/** Shares are typed as percents. */
const factorOf = (kind: AlertKind): number => (isShare(kind) ? 100 : 1);
const usualThreshold = (kind: AlertKind): number => usualRules.find((rule) => rule.kind === kind)?.threshold ?? 1;

const fresh = (kind: AlertKind): NewAlertRule => newAlertRule.parse({ kind, threshold: usualThreshold(kind) });

export interface RuleFormProps {
  slug: string;
  /** The one to change; a new one without. */
  rule?: AlertRule;
  onClose: () => void;
}

export function RuleForm({ slug, rule, onClose }: RuleFormProps) {
  const t = useMessages(ruleMessages);
  const alerts = useMessages(alertMessages);
  const { language } = useLanguage();
  const client = useQueryClient();
  const zones = useZones(slug);
  const [draft, setDraft] = useState<NewAlertRule>(() => (rule ? withoutId(rule) : fresh("occupancy")));
  const set = (change: Partial<NewAlertRule>) => setDraft((before) => ({ ...before, ...change }));
  const { kind } = draft;
  const params = { slug, id: rule?.id ?? "" };
  const guard = useGuard({
    thing: rule,
    draftOf: withoutId,
    draft,
    onDraft: setDraft,
    read: () => api.callIfChanged(routes.getAlertRule, undefined, { params }),
    words: {
      zone: t("zone"),
      threshold: t("threshold"),
      windowMinutes: t("window"),
      quietMinutes: t("quiet"),
      severity: t("severity"),
      audience: t("audience"),
      webhooks: t("webhooks"),
      active: t("active"),
    },
  });
  const save = useMutation({
    mutationFn: (body: NewAlertRule) => {
      const { kind: _, ...fields } = body;
      return guard.save((headers) =>
        rule
          ? api.call(routes.changeAlertRule, { params, headers, body: fields })
          : api.call(routes.createAlertRule, { params: { slug }, body }),
      );
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: alertRulesQuery(slug).queryKey });
      onClose();
    },
  });
  const { errorAt, send } = useChecked(newAlertRule, draft, save.error);
  const limits = thresholdLimits[kind];
  const shownLimit = (value: number) => isolate(shownMeasure(kind, value, language));
  const { error, notice } = guard.shown(save.error, save.reset);
  return (
    <FormDialog
      title={rule ? t("change") : t("add")}
      onClose={onClose}
      onSubmit={() => send(save.mutate)}
      pending={save.isPending}
      error={error}
    >
      <NativeSelect
        label={t("kind")}
        disabled={rule !== undefined}
        data-autofocus
        value={kind}
        onChange={(event) => set({ ...fresh(alertKind.parse(event.currentTarget.value)), zone: draft.zone })}
        data={alertKind.options.map((value) => ({ value, label: t(value) }))}
      />
      <NativeSelect
        label={t("zone")}
        value={draft.zone ?? ""}
        onChange={(event) => set({ zone: event.currentTarget.value === "" ? null : event.currentTarget.value })}
        data={[
          { value: "", label: t("allZones") },
          ...(zones.data ?? []).map(({ code, names }) => ({
            value: code,
            label: `${code} ${localName(names, language)}`,
          })),
        ]}
        error={errorAt("zone")}
      />
      <NumberInput
        label={t(thresholdTexts[kind])}
        dir="ltr"
        hideControls
        allowNegative={false}
        allowDecimal={!limits.whole}
        decimalScale={1}
        decimalSeparator={language === "en" ? "." : ","}
        value={Number.isNaN(draft.threshold) ? "" : round(draft.threshold * factorOf(kind))}
        onChange={(typed) => set({ threshold: typed === "" ? Number.NaN : round(Number(typed)) / factorOf(kind) })}
        error={
          errorAt("threshold") && t("thresholdWrong", { min: shownLimit(limits.min), max: shownLimit(limits.max) })
        }
      />
      {windowedKinds.has(kind) && (
        <WholeNumberField
          label={t("window")}
          value={draft.windowMinutes}
          onChange={(value) => set({ windowMinutes: value ?? Number.NaN })}
          error={errorAt("windowMinutes")}
        />
      )}
      <WholeNumberField
        label={t("quiet")}
        description={t("quietHint")}
        value={Number.isNaN(draft.quietMinutes) ? null : draft.quietMinutes}
        onChange={(value) => set({ quietMinutes: value ?? Number.NaN })}
        error={errorAt("quietMinutes")}
      />
      <NativeSelect
        label={t("severity")}
        value={draft.severity}
        onChange={(event) => set({ severity: alertSeverity.parse(event.currentTarget.value) })}
        data={alertSeverity.options.map((value) => ({ value, label: alerts(value) }))}
      />
      <NativeSelect
        label={t("audience")}
        value={draft.audience}
        onChange={(event) => set({ audience: role.parse(event.currentTarget.value) })}
        data={role.options.map((value) => ({ value, label: t(value) }))}
      />
      <Checkbox
        label={t("toWebhooks")}
        checked={draft.webhooks}
        onChange={(event) => set({ webhooks: event.currentTarget.checked })}
      />
      {notice}
    </FormDialog>
  );
}

/** What binary fractions add to a percent. */
const round = (value: number): number => Math.round(value * 10) / 10;

function withoutId(rule: AlertRule): NewAlertRule {
  const { id: _, ...fields } = rule;
  return fields;
}
