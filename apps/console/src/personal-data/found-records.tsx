import type { PersonalRecord } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { Button, Checkbox, Group, Stack, Text, Title } from "@mantine/core";
import { IconDownload, IconEraser } from "@tabler/icons-react";
import { useState } from "react";
import { personalMessages } from "./personal-messages.ts";

interface FoundRecordsProps {
  records: readonly PersonalRecord[];
  onErase: (chosen: readonly PersonalRecord[]) => void;
}

const keyOf = ({ kind, key }: PersonalRecord): string => `${kind} ${key}`;

/** What is held of a person, to choose from: two people may have one name. */
export function FoundRecords({ records, onErase }: FoundRecordsProps) {
  const t = useMessages(personalMessages);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const those = records.filter((record) => chosen.includes(keyOf(record)));
  return (
    <section aria-labelledby="found-title">
      <Title order={2} size="h4" id="found-title" mb="sm">
        {t("found")}
      </Title>
      <Stack gap="xs">
        {records.map((record) => (
          <Checkbox
            key={keyOf(record)}
            className="card"
            p="sm"
            checked={chosen.includes(keyOf(record))}
            onChange={(event) => {
              const rest = chosen.filter((each) => each !== keyOf(record));
              setChosen(event.currentTarget.checked ? [...rest, keyOf(record)] : rest);
            }}
            label={[t(record.kind), record.of, record.edition].filter((part) => part !== null).join(" · ")}
            description={<bdi>{Object.values(record.values).join(" · ")}</bdi>}
          />
        ))}
      </Stack>
      <Group mt="md">
        <Button
          color="clay"
          leftSection={<IconEraser size={18} aria-hidden />}
          disabled={those.length === 0}
          onClick={() => onErase(those)}
        >
          {t("erase")}
        </Button>
        <Button
          component="a"
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden />}
          href={`data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(records, null, 2))}`}
          download="person.json"
        >
          {t("download")}
        </Button>
        <Text size="sm" c="dimmed" aria-live="polite">
          {those.length} / {records.length}
        </Text>
      </Group>
    </section>
  );
}
