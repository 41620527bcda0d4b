import type { ConnectionState } from "@abwab/api-client";
import { useMessages } from "@abwab/ui";
import { IconCloudCheck, IconCloudOff, IconCloudUp } from "@tabler/icons-react";
import { useOnline } from "../app/use-online.ts";
import type { Sending } from "../outbox/index.ts";
import { scanMessages } from "./scan-messages.ts";

interface SendingLineProps {
  readonly sending: Sending;
  readonly pending: number;
  readonly connection: ConnectionState;
}

/** Always in sight: whether the service hears this kiosk, and how many records have not reached it yet. */
export function SendingLine({ sending, pending, connection }: SendingLineProps) {
  const t = useMessages(scanMessages);
  const online = useOnline();
  const state = stateOf(sending, connection, online);
  const Icon =
    state === "offline" || state === "serverBusy" ? IconCloudOff : pending > 0 ? IconCloudUp : IconCloudCheck;
  return (
    <div className="sending" data-state={state} data-waiting={pending > 0} role="status">
      <span className="sending-state">
        <span className="abwab-pulse" data-state={state === "live" ? "live" : "lost"} aria-hidden />
        {t(state)}
      </span>
      <span className="sending-waiting" data-testid="waiting" data-count={pending}>
        <Icon size={22} aria-hidden />
        {t("waiting", { count: pending })}
      </span>
    </div>
  );
}

function stateOf(sending: Sending, connection: ConnectionState, online: boolean) {
  if (!online) return "offline";
  if (sending.state === "retrying") return sending.reason === "server" ? "serverBusy" : "offline";
  return connection === "live" ? "live" : "connecting";
}
