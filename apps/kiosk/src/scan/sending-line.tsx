import { useMessages } from "@abwab/ui";
import { IconCloudCheck, IconCloudOff, IconCloudUp } from "@tabler/icons-react";
import { scanMessages } from "./scan-messages.ts";
import type { SendingState } from "./sending-state.ts";

interface SendingLineProps {
  readonly state: SendingState;
  readonly pending: number;
}

/** Always in sight: whether the service hears this kiosk, and how many records have not reached it yet. */
export function SendingLine({ state, pending }: SendingLineProps) {
  const t = useMessages(scanMessages);
  const Icon = state !== "live" && state !== "connecting" ? IconCloudOff : pending > 0 ? IconCloudUp : IconCloudCheck;
  return (
    <div className="sending" data-state={state} data-waiting={pending > 0} role="status">
      <span className="sending-state">
        <span className="abwab-pulse" data-state={state === "live" ? "live" : "lost"} aria-hidden />
        {t(state)}
      </span>
      <span className="sending-waiting" data-testid="waiting" data-count={pending}>
        <Icon size={22} aria-hidden />
        {pending === 0 ? t("allSent") : t("waiting", { count: pending })}
      </span>
    </div>
  );
}
