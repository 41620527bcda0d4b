import { Badge } from "@mantine/core";
import { uiMessages } from "../i18n/ui-messages.ts";
import { useMessages } from "../i18n/use-messages.ts";

export type ConnectionState = "connecting" | "live" | "lost";

const looks = {
  live: { color: "forest", text: "connectionLive" },
  connecting: { color: "brass", text: "connectionConnecting" },
  lost: { color: "clay", text: "connectionLost" },
} as const satisfies Record<ConnectionState, object>;

/** Whether figures reach this screen as they change. */
export function ConnectionBadge({ state, size = "md" }: { state: ConnectionState; size?: "sm" | "md" | "lg" }) {
  const t = useMessages(uiMessages);
  const { color, text } = looks[state];
  return (
    <Badge color={color} size={size} role="status" leftSection={<span className="abwab-pulse" data-state={state} />}>
      {t(text)}
    </Badge>
  );
}
