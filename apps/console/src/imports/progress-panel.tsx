import type { ImportSummary } from "@abwab/contract";
import { formatNumber, useLanguage, useMessages } from "@abwab/ui";
import { Progress, Stack, Text, VisuallyHidden } from "@mantine/core";
import { importMessages } from "./import-messages.ts";

interface ProgressPanelProps {
  progress: ImportSummary["progress"];
  /** What the service is doing. */
  text: string;
}

/** Read aloud at every tenth part, not at every row. */
const SPOKEN_STEP = 10;

/** How far the service is with the rows; seen at once, and said now and then. */
export function ProgressPanel({ progress: { done, total }, text }: ProgressPanelProps) {
  const t = useMessages(importMessages);
  const { language } = useLanguage();
  const percent = total === null || total === 0 ? undefined : Math.min(100, (100 * done) / total);
  const spoken = percent === undefined ? undefined : Math.floor(percent / SPOKEN_STEP) * SPOKEN_STEP;
  return (
    <section className="card import-progress">
      <Stack gap="sm">
        <Text fw={600}>{text}</Text>
        <Progress
          value={percent ?? 100}
          animated={percent === undefined}
          striped={percent === undefined}
          size="lg"
          aria-label={t("progress")}
        />
        <Text size="sm" c="dimmed" className="abwab-number">
          {total === null
            ? t("rowsDoneOnly", { done: formatNumber(done, language) })
            : t("rowsDone", { done: formatNumber(done, language), total: formatNumber(total, language) })}
        </Text>
        <Text size="sm" c="dimmed">
          {t("mayLeave")}
        </Text>
      </Stack>
      <VisuallyHidden role="status">
        {text} {spoken !== undefined && formatNumber(spoken / 100, language, { percent: true })}
      </VisuallyHidden>
    </section>
  );
}
