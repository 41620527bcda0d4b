import {
  type AlertNotice,
  LIVE_HEARTBEAT_MS,
  LIVE_NAMESPACE,
  type ClientEvents,
  type CountSnapshot,
  type CountTick,
  type DeviceBroadcast,
  type ServerEvents,
  type WatchRefusal,
  type ZoneNotice,
} from "@abwab/contract";
import { io, type Socket } from "socket.io-client";
import type { CookieHolder } from "./cookie-holder.ts";

export type ConnectionState = "connecting" | "live" | "lost";
/** Why the service will not show the edition; `device_revoked` where the handshake itself was refused so. */
export type Refusal = WatchRefusal | "device_revoked";

export interface WatchOptions {
  readonly baseUrl?: string;
  readonly token?: string | (() => string | undefined);
  readonly cookie?: CookieHolder;
  readonly edition: string;
  /** After every connect; what was shown before is to be dropped. */
  readonly onSnapshot: (snapshot: CountSnapshot) => void;
  /** To be folded in with `applyTick`. */
  readonly onTick: (tick: CountTick) => void;
  readonly onConnection: (state: ConnectionState) => void;
  /** Final: the watch has ended by itself. */
  readonly onRefused: (code: Refusal) => void;
  readonly onZone?: (notice: ZoneNotice) => void;
  /** To people whose role sees it. */
  readonly onAlert?: (notice: AlertNotice) => void;
  /** To kiosks: their configuration may have changed. */
  readonly onConfiguration?: () => void;
  /** To devices: all messages that stand for them. */
  readonly onBroadcasts?: (broadcasts: readonly DeviceBroadcast[]) => void;
  /** To kiosks: codes of passes that were revoked a moment ago. */
  readonly onRevoked?: (codes: readonly string[]) => void;
}

const CONNECT_MS = 10_000;
/** A server that can't keep up with those who come back all at once would never get through with shorter ones. */
const LONGEST_CONNECT_MS = 40_000;
const ANSWER_MS = 5_000;
const RETRY_MS = 2_000;
/** The server speaks at least every ten seconds; after this long the line is dead, whatever TCP believes. */
const SILENCE_MS = 2.5 * LIVE_HEARTBEAT_MS;

/** Watches an edition's counts until closed: connects again for ever, and each time starts from a snapshot. */
export function watchCounts(options: WatchOptions): { close(): void } {
  const socket: Socket<ServerEvents, ClientEvents> = io(`${options.baseUrl ?? ""}${LIVE_NAMESPACE}`, {
    transports: ["websocket", "polling"],
    tryAllTransports: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 3_000,
    forceNew: true,
    autoConnect: false,
    timeout: CONNECT_MS,
    auth: (answer) => {
      const token = typeof options.token === "function" ? options.token() : options.token;
      answer(token === undefined ? {} : { token });
    },
    ...(options.cookie?.header !== undefined && { extraHeaders: { cookie: options.cookie.header } }),
  });
  let closed = false;
  let patience = CONNECT_MS;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;

  const close = () => {
    closed = true;
    clearTimeout(retry);
    clearTimeout(silence);
    socket.disconnect();
  };
  const refuse = (code: Refusal) => {
    options.onRefused(code);
    close();
  };
  const connectAgain = () => {
    if (closed) return;
    options.onConnection("lost");
    clearTimeout(retry);
    retry = setTimeout(() => {
      socket.disconnect();
      socket.connect();
    }, RETRY_MS);
  };
  const heard = () => {
    clearTimeout(silence);
    silence = setTimeout(connectAgain, SILENCE_MS);
  };

  const waitForConnect = (ms: number): void => {
    patience = ms;
    socket.io.timeout(ms);
  };

  socket.on("connect", () => {
    waitForConnect(CONNECT_MS);
    socket.timeout(ANSWER_MS).emit("watch", { edition: options.edition }, (late, answer) => {
      if (closed) return;
      if (late || (!answer.ok && answer.code === "unavailable")) return connectAgain();
      if (!answer.ok) return refuse(answer.code);
      heard();
      options.onSnapshot(answer.snapshot);
      options.onConnection("live");
    });
  });
  socket.on("connect_error", (error) => {
    if (closed) return;
    options.onConnection("lost");
    // socket.io's word for a server that did not answer in time: who begins anew loses the place in its queue.
    if (error.message === "timeout") waitForConnect(Math.min(2 * patience, LONGEST_CONNECT_MS));
    // An inactive socket was refused by the server and does not try again by itself.
    if (socket.active) return;
    const code = refusalIn(error);
    if (code === "unavailable") connectAgain();
    else refuse(code);
  });
  socket.on("disconnect", (reason) => {
    clearTimeout(silence);
    if (closed || reason === "io client disconnect") return;
    options.onConnection("lost");
    // The server ended it: the next handshake says whether for good.
    if (!socket.active) connectAgain();
  });
  socket.on("counts", (tick) => {
    heard();
    options.onTick(tick);
  });
  socket.on("zone", (notice, acknowledge) => {
    options.onZone?.(notice);
    acknowledge?.();
  });

  socket.on("alert", (notice) => options.onAlert?.(notice));
  socket.on("configuration", () => options.onConfiguration?.());
  socket.on("broadcasts", ({ broadcasts }) => options.onBroadcasts?.(broadcasts));
  socket.on("revoked", ({ passes }) => options.onRevoked?.(passes));

  options.onConnection("connecting");
  socket.connect();
  return { close };
}

const refusals = new Set<string>([
  "invalid",
  "unauthenticated",
  "forbidden",
  "not_found",
  "unavailable",
  "device_revoked",
]);

/** socket.io carries what a refused handshake says in `message` and `data`. */
function refusalIn(error: Error & { data?: { code?: unknown } }): Refusal {
  const told = [error.data?.code, error.message].find((code) => typeof code === "string" && refusals.has(code));
  return (told ?? "unauthenticated") as Refusal;
}
