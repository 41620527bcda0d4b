import type { EditionDay } from "@abwab/contract";
import { addDays } from "@abwab/domain";
import { useMessages } from "@abwab/ui";
import { ActionIcon, Button, Fieldset, Group, Stack, TextInput } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { editionMessages } from "./edition-messages.ts";
import { HourField } from "./hour-field.tsx";

export interface DaysFieldProps {
  value: readonly EditionDay[];
  onChange: (days: EditionDay[]) => void;
}

/** The days of an edition; a new one follows the last with the same hours. */
export function DaysField({ value, onChange }: DaysFieldProps) {
  const t = useMessages(editionMessages);
  const set = (index: number, change: Partial<EditionDay>) =>
    onChange(value.map((day, each) => (each === index ? { ...day, ...change } : day)));
  const addNext = () => {
    const last = value.at(-1);
    const next = last ? { ...last, date: addDays(last.date, 1) } : { date: "", opensAt: "09:00", closesAt: "21:00" };
    onChange([...value, next]);
  };
  return (
    <Fieldset legend={t("days")}>
      <Stack gap="xs">
        {value.map((day, index) => (
          <Group key={index} gap="xs" wrap="nowrap" align="end">
            <TextInput
              type="date"
              required
              label={t("day")}
              value={day.date}
              flex={2}
              miw={0}
              onChange={(event) => set(index, { date: event.currentTarget.value })}
            />
            <HourField
              label={t("opensAt")}
              value={day.opensAt}
              flex={1}
              miw={0}
              onChange={(opensAt) => set(index, { opensAt })}
            />
            <HourField
              label={t("closesAt")}
              value={day.closesAt}
              flex={1}
              miw={0}
              onChange={(closesAt) => set(index, { closesAt })}
            />
            <ActionIcon
              variant="subtle"
              color="clay"
              size="lg"
              disabled={value.length === 1}
              aria-label={`${t("removeDay")} ${day.date}`}
              onClick={() => onChange(value.filter((_, each) => each !== index))}
            >
              <IconX size={17} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
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
