import { rowDecision, routes, type ImportSummary, type RowDecision, type RowOutcome } from "@abwab/contract";
import { Num, useLanguage, useMessages } from "@abwab/ui";
import { Alert, Badge, Button, Group, Stack, Tabs, Text } from "@mantine/core";
import { IconArrowLeft, IconArrowRight, IconDownload, IconFileImport, IconInfoCircle } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { api } from "../app/api.ts";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { ConfirmImport } from "./confirm-import.tsx";
import { faultMessages } from "./fault-messages.ts";
import { importMessages, outcomeHints, outcomeTexts } from "./import-messages.ts";
import { planOf } from "./import-plan.ts";
import { importQuery, importsKey, wrongRowsUrl } from "./import-queries.ts";
import { OutcomeRows } from "./outcome-rows.tsx";
import { useStep } from "./use-step.ts";

interface RowsStepProps {
  slug: string;
  summary: ImportSummary;
}

/** Those that need a person first. */
const order = ["doubtful", "wrong", "changed", "new", "same"] as const satisfies readonly RowOutcome[];
const colors = {
  new: "forest",
  changed: "brass",
  doubtful: "brass",
  wrong: "clay",
  same: "sand",
} as const satisfies Record<RowOutcome, string>;
const decisionTexts = { new: "decideNew", same: "decideSame", skip: "decideSkip" } as const;

/** The preview, row by row, by what will become of each; nothing is kept before it is confirmed. */
export function RowsStep({ slug, summary }: RowsStepProps) {
  const t = useMessages(importMessages);
  const faults = useMessages(faultMessages);
  const { language, direction } = useLanguage();
  const [search, setSearch] = useSearchParams();
  const [, setStep] = useStep();
  const [isConfirming, setConfirming] = useState(false);
  const { outcomes, fault } = summary;
  const asked = order.find((each) => each === search.get("outcome"));
  const outcome = asked ?? order.find((each) => outcomes[each] > 0) ?? "new";
  const Back = direction === "rtl" ? IconArrowRight : IconArrowLeft;
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Button variant="default" leftSection={<Back size={18} aria-hidden />} onClick={() => setStep("reading")}>
          {t("backToReading")}
        </Button>
        <Button leftSection={<IconFileImport size={18} aria-hidden />} onClick={() => setConfirming(true)}>
          {t("confirm")}
        </Button>
      </Group>
      {fault !== null && (
        <Alert color="brass" role="alert" icon={<IconInfoCircle aria-hidden />}>
          {faults(fault)}
        </Alert>
      )}
      <Tabs
        value={outcome}
        keepMounted={false}
        onChange={(next) => setSearch({ step: "rows", ...(next === null ? {} : { outcome: next }) }, { replace: true })}
      >
        <Tabs.List mb="md" aria-label={t("outcomes")}>
          {order.map((each) => (
            <Tabs.Tab
              key={each}
              value={each}
              rightSection={
                <Badge color={outcomes[each] === 0 ? "sand" : colors[each]}>
                  <Num value={outcomes[each]} />
                </Badge>
              }
            >
              {t(outcomeTexts[each])}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={outcome}>
          <Text c="dimmed" mb="sm">
            {t(outcomeHints[outcome])}
          </Text>
          {outcome === "wrong" && outcomes.wrong > 0 && (
            <Button
              component="a"
              href={wrongRowsUrl(slug, summary.id, language)}
              download
              variant="light"
              mb="md"
              leftSection={<IconDownload size={18} aria-hidden />}
            >
              {t("wrongRows")}
            </Button>
          )}
          {outcome === "doubtful" && outcomes.doubtful > 0 && <DecideAll slug={slug} summary={summary} />}
          <OutcomeRows key={outcome} slug={slug} summary={summary} outcome={outcome} />
        </Tabs.Panel>
      </Tabs>
      {isConfirming && <ConfirmImport slug={slug} summary={summary} onClose={() => setConfirming(false)} />}
    </Stack>
  );
}

/** One decision for all doubtful rows, and how many still wait for theirs. */
function DecideAll({ slug, summary }: RowsStepProps) {
  const t = useMessages(importMessages);
  const client = useQueryClient();
  const { id } = summary;
  const decide = useMutation({
    mutationFn: (all: RowDecision) => api.call(routes.decideImportRows, { params: { slug, id }, body: { all } }),
    onSuccess: (next) => {
      client.setQueryData(importQuery(slug, id).queryKey, next);
      return client.invalidateQueries({ queryKey: [...importsKey(slug), "rows", id] });
    },
  });
  return (
    <>
      <Group mb="md" gap="sm">
        <Text fw={500}>{t("decideAll")}</Text>
        {rowDecision.options.map((each) => (
          <Button
            key={each}
            variant="light"
            size="compact-md"
            disabled={decide.isPending}
            onClick={() => decide.mutate(each)}
          >
            {t(decisionTexts[each])}
          </Button>
        ))}
        <Text role="status" c="dimmed">
          {t("undecided", { count: planOf(summary).undecided })}
        </Text>
      </Group>
      <ProblemAlert error={decide.error} />
    </>
  );
}
