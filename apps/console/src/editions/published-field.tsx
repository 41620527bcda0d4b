import { useMessages } from "@abwab/ui";
import { Button, Fieldset, Stack, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import type { ErrorAt } from "../app/use-checked.ts";
import { knownMetrics } from "../live/metric-names.ts";
import type { PublishedDraft } from "./edition-draft.ts";
import { editionMessages } from "./edition-messages.ts";
import { PublishedRow } from "./published-row.tsx";

export interface PublishedFieldProps {
  value: readonly PublishedDraft[];
  onChange: (published: PublishedDraft[]) => void;
  errorAt: ErrorAt;
}

/** Values that someone announced, each with how exactly it was said and by whom. */
export function PublishedField({ value, onChange, errorAt }: PublishedFieldProps) {
  const t = useMessages(editionMessages);
  const free = knownMetrics.find((metric) => value.every((each) => each.metric !== metric)) ?? "";
  return (
    <Fieldset legend={t("published")}>
      <Stack gap="sm">
        <Text c="dimmed" size="sm">
          {t("publishedHint")}
        </Text>
        {value.map((figure, index) => (
          <PublishedRow
            key={index}
            value={figure}
            onChange={(next) => onChange(value.with(index, next))}
            onRemove={() => onChange(value.toSpliced(index, 1))}
            errorAt={(path) => errorAt(`published.${index}.${path}`)}
          />
        ))}
        <Button
          variant="light"
          size="compact-md"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => onChange([...value, { metric: free, value: null, qualifier: "about", source: "" }])}
          style={{ alignSelf: "start" }}
        >
          {t("addPublished")}
        </Button>
      </Stack>
    </Fieldset>
  );
}
