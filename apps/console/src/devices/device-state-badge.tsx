import { useMessages } from "@abwab/ui";
import { Badge } from "@mantine/core";
import { IconCircleCheck, IconCircleX, IconDeviceTabletOff, IconMoon, IconQrcode } from "@tabler/icons-react";
import { deviceMessages } from "./device-messages.ts";
import type { DeviceState } from "./device-state.ts";

const looks = {
  waiting: { color: "brass", icon: IconQrcode, text: "stateWaiting" },
  heard: { color: "forest", icon: IconCircleCheck, text: "stateHeard" },
  silent: { color: "clay", icon: IconDeviceTabletOff, text: "stateSilent" },
  resting: { color: "sand", icon: IconMoon, text: "stateResting" },
  revoked: { color: "sand", icon: IconCircleX, text: "stateRevoked" },
} as const satisfies Record<DeviceState, object>;

export const deviceStateTexts = {
  waiting: looks.waiting.text,
  heard: looks.heard.text,
  silent: looks.silent.text,
  resting: looks.resting.text,
  revoked: looks.revoked.text,
} as const;

export function DeviceStateBadge({ state }: { state: DeviceState }) {
  const t = useMessages(deviceMessages);
  const { color, icon: Icon, text } = looks[state];
  return (
    <Badge color={color} leftSection={<Icon size="1.15em" aria-hidden />}>
      {t(text)}
    </Badge>
  );
}
