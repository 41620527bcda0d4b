import { formatNumber, useLanguage, useMessages } from "@abwab/ui";
import { Button, Group, Text } from "@mantine/core";
import { IconFileTypeCsv } from "@tabler/icons-react";
import { SearchField } from "../app/search-field.tsx";
import { tableMessages } from "./table-messages.ts";

export interface TableToolsProps {
  caption: string;
  /** What is looked for in the rows; nothing where the list is too short for it. */
  find: string | undefined;
  onFind: (text: string) => void;
  /** How many rows are found, of how many. */
  found: number;
  all: number;
  onSave: () => void;
  /** How many rows were read so far, while the whole list is being read. */
  reading: number | undefined;
  onStop: () => void;
  /** Back from the whole list to its pages. */
  onPages: (() => void) | undefined;
}

/** Above a table: what is looked for in it, how far reading it has come, and its rows as a file. */
export function TableTools(props: TableToolsProps) {
  const { caption, find, onFind, found, all, onSave, reading, onStop, onPages } = props;
  const t = useMessages(tableMessages);
  const { language } = useLanguage();
  const number = (value: number): string => formatNumber(value, language);
  const said =
    reading === undefined
      ? [
          onPages && t("whole", { count: number(all) }),
          find && t("foundOf", { found: number(found), all: number(all) }),
        ]
          .filter(Boolean)
          .join(" · ")
      : t("readingAll", { count: number(reading) });
  return (
    <Group className="table-tools" justify="space-between" gap="sm" mb="xs">
      <Group gap="sm">
        {find !== undefined && <SearchField label={t("find")} value={find} onSearch={onFind} />}
        {/* It stands there before it has anything to say: only then is what it says later read out. */}
        {find !== undefined && (
          <Text size="sm" c="dimmed" role="status">
            {said}
          </Text>
        )}
        {reading !== undefined && (
          <Button size="compact-sm" variant="default" onClick={onStop}>
            {t("stop")}
          </Button>
        )}
        {reading === undefined && onPages && (
          <Button size="compact-sm" variant="subtle" onClick={onPages}>
            {t("toPages")}
          </Button>
        )}
      </Group>
      <SaveCsvButton caption={caption} onSave={onSave} isBusy={reading !== undefined} />
    </Group>
  );
}

export interface SaveCsvButtonProps {
  /** What the rows are of, for who hears the button only. */
  caption: string;
  onSave: () => void;
  isBusy?: boolean;
}

/** Saves the rows of a table as they stand. */
export function SaveCsvButton({ caption, onSave, isBusy = false }: SaveCsvButtonProps) {
  const t = useMessages(tableMessages);
  return (
    <Button
      className="save-csv"
      variant="subtle"
      size="compact-md"
      disabled={isBusy}
      aria-label={t("saveCsvOf", { name: caption })}
      leftSection={<IconFileTypeCsv size={18} aria-hidden />}
      onClick={onSave}
    >
      {t("saveCsv")}
    </Button>
  );
}
