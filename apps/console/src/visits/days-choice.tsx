import type { Edition } from "@abwab/contract";
import { formatDate, useLanguage, useMessages } from "@abwab/ui";
import { Button, Checkbox } from "@mantine/core";
import { slotMessages } from "./slot-messages.ts";

export interface DaysChoiceProps {
  edition: Edition;
  value: string[];
  onChange: (days: string[]) => void;
  error: string | undefined;
}

/** Some of the edition's days, or all of them by one press. */
export function DaysChoice({ edition, value, onChange, error }: DaysChoiceProps) {
  const t = useMessages(slotMessages);
  const { language } = useLanguage();
  const all = edition.days.map(({ date }) => date);
  return (
    <Checkbox.Group label={t("days")} required value={value} onChange={onChange} error={error}>
      <div className="days-choice">
        {all.map((date) => (
          <Checkbox key={date} value={date} label={formatDate(date, language, "short")} />
        ))}
        {all.length > 1 && (
          <Button variant="subtle" size="compact-sm" onClick={() => onChange(all)}>
            {t("allDays")}
          </Button>
        )}
      </div>
    </Checkbox.Group>
  );
}
