import type { ConnectionState } from "@abwab/api-client";
import type { Sending } from "../outbox/index.ts";

/** How the service is reached, in the words of the screen. */
export type SendingState = "live" | "connecting" | "offline" | "unreachable" | "serverBusy" | "diskTrouble";

const troubles = { unreachable: "unreachable", server: "serverBusy", device: "diskTrouble" } as const;

export function sendingStateOf(sending: Sending, connection: ConnectionState, online: boolean): SendingState {
  if (!online) return "offline";
  if (sending.state === "retrying") return troubles[sending.reason];
  return connection === "live" ? "live" : "connecting";
}
