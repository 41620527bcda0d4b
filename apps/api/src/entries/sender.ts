import type { DeviceConfiguration } from "../editions/edition-configuration.ts";

/** Who sends entries: a device, or an integrator's token. */
export type Sender = { kind: "device"; id: string; device: DeviceConfiguration } | { kind: "token"; id: string };

/** What one request brings beside its items. */
export interface Receipt {
  /** The server's time of receipt, ms since the epoch. */
  receivedAt: number;
  /** The sender's clock minus the server's, in ms, as last measured; undefined when it never was. */
  clockOffsetMs: number | undefined;
}
