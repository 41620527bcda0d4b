import { publishedFigure } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { ActionIcon, NativeSelect, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useState } from "react";
import type { ErrorAt } from "../app/use-checked.ts";
import { WholeNumberField } from "../app/whole-number-field.tsx";
import { liveMessages } from "../live/live-messages.ts";
import { knownMetrics, useMetricName } from "../live/metric-names.ts";
import { qualifierTexts } from "../live/published-figures.tsx";
import type { PublishedDraft } from "./edition-draft.ts";
import { editionMessages } from "./edition-messages.ts";

export interface PublishedRowProps {
  value: PublishedDraft;
  onChange: (figure: PublishedDraft) => void;
  onRemove: () => void;
  errorAt: ErrorAt;
}

const { qualifier: qualifierSchema } = publishedFigure.shape;
/** No metric is named so: it opens the field for a name of one's own. */
const OTHER = "…";

/** One published figure: what it counts, how exactly, how many, and who said so. */
export function PublishedRow({ value, onChange, onRemove, errorAt }: PublishedRowProps) {
  const t = useMessages(editionMessages);
  const live = useMessages(liveMessages);
  const nameOf = useMetricName();
  const [other, setOther] = useState(!knownMetrics.includes(value.metric));
  const set = (change: Partial<PublishedDraft>) => onChange({ ...value, ...change });
  const choose = (metric: string) => {
    setOther(metric === OTHER);
    set({ metric: metric === OTHER ? "" : metric });
  };
  return (
    <div className="published-row" role="group" aria-label={nameOf(value.metric) || t("metricOther")}>
      <NativeSelect
        label={t("metric")}
        value={other ? OTHER : value.metric}
        onChange={(event) => choose(event.currentTarget.value)}
        data={[
          ...knownMetrics.map((metric) => ({ value: metric, label: nameOf(metric) })),
          { value: OTHER, label: t("metricOther") },
        ]}
        error={other ? undefined : errorAt("metric")}
      />
      {other && (
        <TextInput
          label={t("metricName")}
          dir="ltr"
          required
          placeholder="parking_places"
          value={value.metric}
          onChange={(event) => set({ metric: event.currentTarget.value })}
          error={errorAt("metric")}
        />
      )}
      <NativeSelect
        label={t("qualifier")}
        value={value.qualifier}
        onChange={(event) => set({ qualifier: qualifierSchema.parse(event.currentTarget.value) })}
        data={qualifierSchema.options.map((each) => ({ value: each, label: live(qualifierTexts[each]) }))}
      />
      <WholeNumberField
        label={t("publishedValue")}
        required
        value={value.value}
        onChange={(next) => set({ value: next })}
        error={errorAt("value")}
      />
      <TextInput
        className="published-row-source"
        label={t("publishedSource")}
        required
        value={value.source}
        onChange={(event) => set({ source: event.currentTarget.value })}
        error={errorAt("source")}
      />
      <ActionIcon
        className="published-row-remove"
        variant="subtle"
        color="clay"
        size="lg"
        aria-label={`${t("removePublished")}: ${nameOf(value.metric)}`}
        onClick={onRemove}
      >
        <IconX size={17} aria-hidden />
      </ActionIcon>
    </div>
  );
}
