import { useMessages } from "@abwab/ui";
import { Button, Group, Text } from "@mantine/core";
import { IconPrinter, IconTrashX } from "@tabler/icons-react";
import { manyDevicesMessages } from "./many-devices-messages.ts";

export interface ChosenDevicesBarProps {
  count: number;
  onAll: () => void;
  onNone: () => void;
  onPrint: () => void;
  onRevoke: () => void;
}

/** What can be done with the devices that are ticked. */
export function ChosenDevicesBar({ count, onAll, onNone, onPrint, onRevoke }: ChosenDevicesBarProps) {
  const t = useMessages(manyDevicesMessages);
  return (
    <Group mb="md" gap="sm" role="group" aria-label={t("chosen", { count })}>
      <Button variant="subtle" size="compact-md" onClick={onAll}>
        {t("chooseAll")}
      </Button>
      {count > 0 && (
        <>
          <Text role="status" fw={600}>
            {t("chosen", { count })}
          </Text>
          <Button
            variant="light"
            size="compact-md"
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={onPrint}
          >
            {t("sheet")}
          </Button>
          <Button
            variant="light"
            color="clay"
            size="compact-md"
            leftSection={<IconTrashX size={16} aria-hidden />}
            onClick={onRevoke}
          >
            {t("revokeMany")}
          </Button>
          <Button variant="subtle" size="compact-md" onClick={onNone}>
            {t("clear")}
          </Button>
        </>
      )}
    </Group>
  );
}
