import { formatNumber, useLanguage, useMessages } from "@abwab/ui";
import { Button, Group, Text } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { appMessages } from "./app-messages.ts";

export interface PageTurnerProps {
  /** Rows before the first one shown. */
  before: number;
  shown: number;
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
}

/** Turns the pages of a long list, one on screen at a time: fifty thousand rows are as light as fifty. */
export function PageTurner({ before, shown, onPrevious, onNext }: PageTurnerProps) {
  const t = useMessages(appMessages);
  const { language, direction } = useLanguage();
  if (!onPrevious && !onNext) return null;
  const [Back, Forth] = direction === "rtl" ? [IconChevronRight, IconChevronLeft] : [IconChevronLeft, IconChevronRight];
  const range = { from: formatNumber(before + 1, language), to: formatNumber(before + shown, language) };
  return (
    <Group component="nav" aria-label={t("pages")} justify="space-between" mt="md">
      <Text size="sm" c="dimmed" role="status">
        {t("rowsShown", range)}
      </Text>
      <Group gap="xs">
        <Button
          variant="default"
          disabled={!onPrevious}
          onClick={onPrevious}
          leftSection={<Back size={18} aria-hidden />}
        >
          {t("previous")}
        </Button>
        <Button variant="default" disabled={!onNext} onClick={onNext} rightSection={<Forth size={18} aria-hidden />}>
          {t("next")}
        </Button>
      </Group>
    </Group>
  );
}
