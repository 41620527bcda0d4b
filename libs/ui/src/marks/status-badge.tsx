import { Badge } from "@mantine/core";
import type { ZoneStatus } from "@abwab/contract";
import { IconDoor, IconHandStop, IconLock } from "@tabler/icons-react";
import { uiMessages } from "../i18n/ui-messages.ts";
import { useMessages } from "../i18n/use-messages.ts";

const looks = {
  open: { color: "forest", icon: IconDoor, text: "statusOpen" },
  hold: { color: "brass", icon: IconHandStop, text: "statusHold" },
  closed: { color: "clay", icon: IconLock, text: "statusClosed" },
} as const satisfies Record<ZoneStatus, object>;

export interface StatusBadgeProps {
  status: ZoneStatus;
  size?: "sm" | "md" | "lg" | "xl";
}

/** Whether a zone takes people in: colour, mark and word, so that none of them is needed alone. */
export function StatusBadge({ status, size = "md" }: StatusBadgeProps) {
  const t = useMessages(uiMessages);
  const { color, icon: Icon, text } = looks[status];
  return (
    <Badge color={color} size={size} leftSection={<Icon size="1.1em" aria-hidden />}>
      {t(text)}
    </Badge>
  );
}
