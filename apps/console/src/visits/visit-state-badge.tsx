import type { VisitState } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { Badge } from "@mantine/core";
import {
  IconBan,
  IconCircleCheck,
  IconClock,
  IconClockExclamation,
  IconProgress,
  IconUserOff,
} from "@tabler/icons-react";
import { visitMessages, visitStateTexts } from "./visit-messages.ts";

export const visitStateLooks = {
  expected: { color: "sand", icon: IconClock },
  partly_arrived: { color: "forest", icon: IconProgress },
  arrived: { color: "forest", icon: IconCircleCheck },
  late: { color: "brass", icon: IconClockExclamation },
  no_show: { color: "clay", icon: IconUserOff },
  cancelled: { color: "sand", icon: IconBan },
} as const satisfies Record<VisitState, object>;

/** How far a visit has come: colour, mark and word, so that none of them is needed alone. */
export function VisitStateBadge({ state }: { state: VisitState }) {
  const t = useMessages(visitMessages);
  const { color, icon: Icon } = visitStateLooks[state];
  return (
    <Badge
      color={color}
      variant={state === "arrived" ? "filled" : "light"}
      leftSection={<Icon size="1.15em" aria-hidden />}
    >
      {t(visitStateTexts[state])}
    </Badge>
  );
}
