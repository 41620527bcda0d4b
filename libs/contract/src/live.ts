import { z } from "zod";
import type { AlertNotice } from "./alerts.ts";
import type { CountSnapshot, CountTick } from "./counts.ts";
import type { ZoneStatus } from "./editions.ts";
import { slug } from "./primitives.ts";
import type { DeviceBroadcast } from "./steering.ts";

export const watchRequest = z.object({ edition: slug });
export type WatchRequest = z.infer<typeof watchRequest>;
export type WatchRefusal = "invalid" | "unauthenticated" | "forbidden" | "not_found" | "unavailable";
export type WatchAnswer = { ok: true; snapshot: CountSnapshot } | { ok: false; code: WatchRefusal };

export interface ZoneNotice {
  zone: string;
  status: ZoneStatus;
  message: string | null;
}

/** What a client says on the socket. */
export interface ClientEvents {
  watch: (request: WatchRequest, answer: (result: WatchAnswer) => void) => void;
  unwatch: (request: WatchRequest) => void;
}

/** What the server says on the socket. */
export interface ServerEvents {
  counts: (tick: CountTick) => void;
  /** Kiosks acknowledge it. */
  zone: (notice: ZoneNotice, acknowledge?: () => void) => void;
  /** To kiosks: passes that were revoked a moment ago. Later configurations carry them too. */
  revoked: (notice: { passes: string[] }) => void;
  /** To devices: all messages that stand for them now, after connecting and whenever one changes. */
  broadcasts: (notice: { broadcasts: DeviceBroadcast[] }) => void;
  /** To kiosks: what `GET /device/configuration` answers may have changed. */
  configuration: () => void;
  /** To those who watch and whose role sees it; the list holds it too. */
  alert: (notice: AlertNotice) => void;
}
