import { useMessages } from "@abwab/ui";
import { ActionIcon, Button, Fieldset, Stack, Text, TextInput } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import type { ErrorAt } from "../app/use-checked.ts";
import type { ItemDraft } from "./item-draft.ts";
import { programmeMessages } from "./programme-messages.ts";

export interface SpeakersFieldProps {
  value: ItemDraft["speakers"];
  onChange: (speakers: ItemDraft["speakers"]) => void;
  errorAt: ErrorAt;
}

export function SpeakersField({ value, onChange, errorAt }: SpeakersFieldProps) {
  const t = useMessages(programmeMessages);
  return (
    <Fieldset legend={t("speakers")}>
      <Stack gap="xs">
        <Text size="sm" c="dimmed">
          {t("speakersHint")}
        </Text>
        {value.map((speaker, index) => (
          <div key={index} className="speaker-row">
            <TextInput
              label={t("speakerName")}
              required
              value={speaker.name}
              onChange={(event) => onChange(value.with(index, { ...speaker, name: event.currentTarget.value }))}
              error={errorAt(`speakers.${index}.name`)}
            />
            <TextInput
              label={t("affiliation")}
              value={speaker.affiliation}
              onChange={(event) => onChange(value.with(index, { ...speaker, affiliation: event.currentTarget.value }))}
              error={errorAt(`speakers.${index}.affiliation`)}
            />
            <ActionIcon
              variant="subtle"
              color="clay"
              size="lg"
              aria-label={`${t("removeSpeaker")} ${speaker.name}`}
              onClick={() => onChange(value.toSpliced(index, 1))}
            >
              <IconX size={17} aria-hidden />
            </ActionIcon>
          </div>
        ))}
        <Button
          variant="light"
          size="compact-md"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => onChange([...value, { name: "", affiliation: "" }])}
          style={{ alignSelf: "start" }}
        >
          {t("addSpeaker")}
        </Button>
      </Stack>
    </Fieldset>
  );
}
