import type { Edition } from "@abwab/contract";
import { formatDate, useLanguage, useMessages } from "@abwab/ui";
import { NativeSelect, SegmentedControl } from "@mantine/core";
import { ALL_DAYS, type HistoryView } from "./history-range.ts";
import { pavilionMessages } from "./pavilion-messages.ts";

export interface HistoryControlsProps {
  edition: Edition;
  view: HistoryView;
  onChange: (view: HistoryView) => void;
}

export function HistoryControls({ edition, view, onChange }: HistoryControlsProps) {
  const t = useMessages(pavilionMessages);
  const { language } = useLanguage();
  const dates = [
    ...new Set([...edition.days.map(({ date }) => date), ...(view.day === ALL_DAYS ? [] : [view.day])]),
  ].toSorted();
  return (
    <div className="history-controls">
      <NativeSelect
        aria-label={t("day")}
        value={view.day}
        onChange={(event) => onChange({ ...view, day: event.currentTarget.value })}
        data={[
          ...dates.map((date) => ({ value: date, label: formatDate(date, language, "long") })),
          { value: ALL_DAYS, label: t("allDays") },
        ]}
      />
      {view.day !== ALL_DAYS && (
        <SegmentedControl
          aria-label={t("step")}
          value={view.step}
          onChange={(step: HistoryView["step"]) => onChange({ ...view, step })}
          data={[
            { value: "1m", label: t("step1m") },
            { value: "10m", label: t("step10m") },
            { value: "1h", label: t("step1h") },
          ]}
        />
      )}
      <SegmentedControl
        aria-label={t("view")}
        value={view.by}
        onChange={(by: HistoryView["by"]) => onChange({ ...view, by })}
        data={[
          { value: "flow", label: t("viewFlow") },
          { value: "category", label: t("viewCategory") },
        ]}
      />
    </div>
  );
}
