import type { EditionDay } from "@abwab/contract";
import { addDays } from "@abwab/domain";
import { useMessages } from "@abwab/ui";
import { ActionIcon, Button, Fieldset, Input, Stack, TextInput } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import type { ErrorAt } from "../app/use-checked.ts";
import { editionMessages } from "./edition-messages.ts";
import { HourField } from "./hour-field.tsx";

export interface DaysFieldProps {
  value: readonly EditionDay[];
  onChange: (days: EditionDay[]) => void;
  errorAt: ErrorAt;
}

/** The days of an edition; a new one follows the last with the same hours. */
export function DaysField({ value, onChange, errorAt }: DaysFieldProps) {
  const t = useMessages(editionMessages);
  const set = (index: number, day: EditionDay, change: Partial<EditionDay>) =>
    onChange(value.with(index, { ...day, ...change }));
  const addNext = () => {
    const last = value.at(-1);
    const hours = { opensAt: last?.opensAt ?? "09:00", closesAt: last?.closesAt ?? "21:00" };
    onChange([...value, { ...hours, date: last?.date ? addDays(last.date, 1) : "" }]);
  };
  return (
    <Fieldset legend={t("days")}>
      <Stack gap="xs">
        {value.map((day, index) => (
          <div key={index} className="days-row">
            <TextInput
              type="date"
              required
              label={t("day")}
              value={day.date}
              onChange={(event) => set(index, day, { date: event.currentTarget.value })}
              error={errorAt(`days.${index}.date`)}
            />
            <HourField
              label={t("opensAt")}
              value={day.opensAt}
              onChange={(opensAt) => set(index, day, { opensAt })}
              error={errorAt(`days.${index}.opensAt`)}
            />
            <HourField
              label={t("closesAt")}
              value={day.closesAt}
              onChange={(closesAt) => set(index, day, { closesAt })}
              error={errorAt(`days.${index}.closesAt`)}
            />
            <ActionIcon
              className="days-row-remove"
              variant="subtle"
              color="clay"
              size="lg"
              disabled={value.length === 1}
              aria-label={`${t("removeDay")} ${day.date}`}
              onClick={() => onChange(value.toSpliced(index, 1))}
            >
              <IconX size={17} aria-hidden />
            </ActionIcon>
          </div>
        ))}
        {errorAt("days") && <Input.Error role="alert">{errorAt("days")}</Input.Error>}
        <Button
          variant="light"
          size="compact-md"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={addNext}
          style={{ alignSelf: "start" }}
        >
          {t("addDay")}
        </Button>
      </Stack>
    </Fieldset>
  );
}
