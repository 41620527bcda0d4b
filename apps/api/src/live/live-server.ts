import {
  type AlertNotice,
  type ClientEvents,
  type CountSnapshot,
  type CountTick,
  hasRole,
  LIVE_NAMESPACE,
  type ServerEvents,
  type WatchAnswer,
  watchRequest,
  type ZoneNotice,
} from "@abwab/contract";
import { Inject, Injectable, Logger } from "@nestjs/common";
import { type IncomingMessage, type Server as HttpServer, ServerResponse } from "node:http";
import { type Namespace, Server, type Socket } from "socket.io";
import { onlyZones } from "../counts/only-zones.ts";
import { seenZones } from "../editions/edition-access.ts";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import { Authenticator } from "../platform/authenticator.ts";
import { CONFIGURATION, type Configuration } from "../platform/configuration.ts";
import { isOwnOrigin } from "../platform/origin-check.ts";
import type { Principal } from "../platform/principal.ts";
import { ProblemError } from "../platform/problem-error.ts";

/** A kiosk that says nothing to a notice in this time is not waited for; its configuration tells it the same. */
const ACKNOWLEDGE_WITHIN_MS = 5_000;

interface SocketData {
  principal: Principal | undefined;
}
type BetweenServers = Record<string, never>;
type LiveNamespace = Namespace<ClientEvents, ServerEvents, BetweenServers, SocketData>;
export type LiveSocket = Socket<ClientEvents, ServerEvents, BetweenServers, SocketData>;

/** Who may watch: full rows, those of some zones (their codes), or only the totals of a public edition. */
export type Audience = "full" | "totals" | `zones:${string}`;
export interface WatchDesk {
  watch: (socket: LiveSocket, slug: string) => Promise<WatchAnswer>;
  unwatch: (socket: LiveSocket, slug: string) => Promise<void>;
}

const roomOf = (editionId: number, audience: Audience): string => `edition:${editionId}:${audience}`;
const zonesOfAudience = (audience: Audience): ReadonlySet<string> =>
  new Set(audience.startsWith("zones:") ? audience.slice("zones:".length).split(",") : []);
const kiosksOf = (editionId: number): string => `kiosks:${editionId}`;

/** The only place that knows socket.io: connections, rooms and what is sent through them. */
@Injectable()
export class LiveServer {
  private server: Server<ClientEvents, ServerEvents, BetweenServers, SocketData> | undefined;
  private namespace: LiveNamespace | undefined;
  /** Sockets that had not read their last tick when the next came, with the state of each room that they lack. */
  private readonly behind = new Map<string, Map<string, CountSnapshot>>();
  /** Of each edition the audiences of some of its zones, while there is one. */
  private readonly parts = new Map<number, Set<Audience>>();
  private readonly log = new Logger("live");

  constructor(
    private readonly authenticator: Authenticator,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  listen(http: HttpServer, desk: WatchDesk): void {
    this.server = new Server<ClientEvents, ServerEvents, BetweenServers, SocketData>(http, {
      transports: ["websocket", "polling"],
      serveClient: true,
      perMessageDeflate: false,
      maxHttpBufferSize: 16_384,
      pingInterval: 20_000,
      pingTimeout: 20_000,
      // A page of another site must not ride on the visitor's cookie.
      allowRequest: ({ headers: { origin, host } }, answer) =>
        answer(null, origin === undefined || isOwnOrigin(origin, host, this.configuration.ABWAB_PUBLIC_URL)),
    });
    // What engine.io makes for an answer to an upgrade lasts as long as the socket, and would hold the request with it.
    this.server.engine.use((_: IncomingMessage, response: object, next: () => void) => {
      if (!(response instanceof ServerResponse)) Object.assign(response, { req: undefined });
      next();
    });
    const namespace: LiveNamespace = this.server.of(LIVE_NAMESPACE);
    namespace.use((socket, next) => void this.admit(socket, next));
    namespace.on("connection", (socket) => this.attend(socket, desk));
    this.namespace = namespace;
  }

  /** Ends every connection; the HTTP server under it is closed by its owner. */
  close(): void {
    this.namespace?.disconnectSockets(true);
    this.server?.engine.close();
  }

  /** Connected sockets. */
  get size(): number {
    return this.namespace?.sockets.size ?? 0;
  }

  sockets(): LiveSocket[] {
    return [...(this.namespace?.sockets.values() ?? [])];
  }

  hasAudience(editionId: number): boolean {
    const rooms = this.namespace?.adapter.rooms;
    if (rooms === undefined) return false;
    return (
      rooms.has(roomOf(editionId, "full")) ||
      rooms.has(roomOf(editionId, "totals")) ||
      this.partsOf(editionId).length > 0
    );
  }

  /** Which audience a caller belongs to; a refusal's code when to none. */
  audienceOf(
    principal: Principal | undefined,
    edition: EditionConfiguration,
  ): Audience | "unauthenticated" | "forbidden" {
    const zones = principal === undefined ? new Set<string>() : seenZones(edition, principal);
    if (zones === null) return "full";
    if (zones.size > 0) return `zones:${[...zones].toSorted().join(",")}`;
    if (edition.public) return "totals";
    return principal === undefined ? "unauthenticated" : "forbidden";
  }

  join(socket: LiveSocket, editionId: number, audience: Audience): void {
    void socket.join(roomOf(editionId, audience));
    if (!audience.startsWith("zones:")) return;
    const parts = this.parts.get(editionId) ?? new Set();
    this.parts.set(editionId, parts.add(audience));
  }

  leave(socket: LiveSocket, editionId: number): void {
    void socket.leave(roomOf(editionId, "full"));
    void socket.leave(roomOf(editionId, "totals"));
    for (const part of this.partsOf(editionId)) void socket.leave(roomOf(editionId, part));
  }

  /** The audiences of some of its zones that somebody is in. */
  private partsOf(editionId: number): Audience[] {
    const parts = this.parts.get(editionId);
    if (parts === undefined) return [];
    for (const part of parts) if (!this.namespace?.adapter.rooms.has(roomOf(editionId, part))) parts.delete(part);
    if (parts.size === 0) this.parts.delete(editionId);
    return [...parts];
  }

  /** The rooms of those who see a zone; without one of those who see the whole edition. */
  private roomsOf(editionId: number, zone: string | null): string[] {
    const parts = zone === null ? [] : this.partsOf(editionId).filter((part) => zonesOfAudience(part).has(zone));
    return ["full" as const, ...parts].map((audience) => roomOf(editionId, audience));
  }

  /** Sends a tick to everyone watching; who has not read the last one gets the whole state instead, once they have. */
  sendTick(editionId: number, tick: CountTick, snapshot: CountSnapshot): void {
    this.sendTo(roomOf(editionId, "full"), tick, snapshot);
    this.sendTo(roomOf(editionId, "totals"), withoutRows(tick), withoutRows(snapshot));
    for (const part of this.partsOf(editionId)) {
      const zones = zonesOfAudience(part);
      this.sendTo(roomOf(editionId, part), onlyZones(tick, zones), onlyZones(snapshot, zones));
    }
  }

  /**
   * To everyone who watches, and to the edition's kiosks.
   *
   * @param at ids of the devices at the zone's doors: of these it is told who has acknowledged it
   */
  sendZone(editionId: number, notice: ZoneNotice, at: ReadonlySet<string>, onTaken: (deviceId: string) => void): void {
    if (this.namespace === undefined) return;
    const asked: string[] = [];
    for (const socket of this.devicesOf(editionId)) {
      const { principal } = socket.data;
      if (principal === undefined || !at.has(principal.id)) continue;
      asked.push(socket.id);
      this.tellZone(socket, notice, onTaken);
    }
    this.namespace
      .to([...this.roomsOf(editionId, notice.zone), kiosksOf(editionId)])
      .except(asked)
      .emit("zone", notice);
  }

  /** To one device. */
  tellZone(socket: LiveSocket, notice: ZoneNotice, onTaken: (deviceId: string) => void): void {
    const { principal } = socket.data;
    // One that is late reads it in its configuration, and says so then.
    const answered = (late: Error | null) => late === null && principal !== undefined && onTaken(principal.id);
    socket.timeout(ACKNOWLEDGE_WITHIN_MS).emit("zone", notice, answered as () => void);
  }

  /** The sockets of an edition's devices. */
  devicesOf(editionId: number): LiveSocket[] {
    const ids = this.namespace?.adapter.rooms.get(kiosksOf(editionId)) ?? [];
    return [...ids].flatMap((id) => this.namespace?.sockets.get(id) ?? []);
  }

  /** To the people and integrators who watch and whose role sees it; kiosks have other things to do. */
  sendAlert(editionId: number, notice: AlertNotice): void {
    const rooms = this.roomsOf(editionId, notice.alert.subject.zone);
    for (const id of rooms.flatMap((room) => [...(this.namespace?.adapter.rooms.get(room) ?? [])])) {
      const socket = this.namespace?.sockets.get(id);
      const principal = socket?.data.principal;
      if (principal === undefined || principal.kind === "device") continue;
      if (hasRole(principal.role, notice.alert.audience)) socket?.emit("alert", notice);
    }
  }

  /** To the edition's kiosks. */
  sendRevoked(editionId: number, passes: string[]): void {
    this.namespace?.to(kiosksOf(editionId)).emit("revoked", { passes });
  }

  /** The edition is no longer public: who watched it as a stranger hears no more of it. */
  closeToStrangers(editionId: number): void {
    const room = roomOf(editionId, "totals");
    this.namespace?.in(room).socketsLeave(room);
  }

  private sendTo(room: string, tick: CountTick, snapshot: CountSnapshot): void {
    if (this.namespace === undefined) return;
    const skipped: string[] = [];
    for (const id of this.namespace.adapter.rooms.get(room) ?? []) {
      const socket = this.namespace.sockets.get(id);
      if (socket === undefined) continue;
      const isBehind = this.behind.has(id);
      if (!isBehind && socket.conn.transport.writable) continue;
      skipped.push(id);
      this.fallBehind(socket, room, snapshot);
      // Its transport may have been exchanged meanwhile, and the former one is never ready again.
      if (isBehind && socket.conn.transport.writable) this.catchUp(socket);
    }
    const others = skipped.length === 0 ? this.namespace.to(room) : this.namespace.to(room).except(skipped);
    others.emit("counts", tick);
  }

  /** The newest state takes the place of the one before: what waits for a screen is one packet a room. */
  private fallBehind(socket: LiveSocket, room: string, snapshot: CountSnapshot): void {
    const lacking = this.behind.get(socket.id);
    if (lacking !== undefined) return void lacking.set(room, snapshot);
    this.behind.set(socket.id, new Map([[room, snapshot]]));
    // Not with the next tick: there may be none for ten seconds, and the figures would be old so long (C3).
    socket.conn.transport.once("ready", () => this.catchUp(socket));
  }

  private catchUp(socket: LiveSocket): void {
    const lacking = this.behind.get(socket.id);
    this.behind.delete(socket.id);
    for (const [room, snapshot] of lacking ?? []) if (socket.rooms.has(room)) socket.emit("counts", snapshot);
  }

  private async admit(socket: LiveSocket, next: (error?: Error) => void): Promise<void> {
    try {
      const token: unknown = socket.handshake.auth["token"];
      const authorization = typeof token === "string" && token !== "" ? `Bearer ${token}` : undefined;
      const principal = await this.authenticator.identify(authorization, socket.handshake.headers.cookie);
      // Who has still to set up a second factor is a stranger until then.
      const isLimited = principal?.kind === "person" && principal.limited === true;
      socket.data.principal = isLimited ? undefined : principal;
      next();
    } catch (error) {
      if (!(error instanceof ProblemError)) this.log.error({ message: "a socket could not be identified", error });
      const code = error instanceof ProblemError ? error.code : "unavailable";
      next(Object.assign(new Error(code), { data: { code } }));
    }
  }

  private attend(socket: LiveSocket, desk: WatchDesk): void {
    forgetHandshake(socket);
    const { principal } = socket.data;
    if (principal?.kind === "device") void socket.join(kiosksOf(principal.editionId));
    socket.on("watch", (request: unknown, answer: unknown) => {
      if (typeof answer !== "function") return;
      const checked = watchRequest.safeParse(request);
      if (!checked.success) {
        answer({ ok: false, code: "invalid" } satisfies WatchAnswer);
        return;
      }
      void desk.watch(socket, checked.data.edition).then((result) => answer(result));
    });
    socket.on("unwatch", (request: unknown) => {
      const checked = watchRequest.safeParse(request);
      if (checked.success) void desk.unwatch(socket, checked.data.edition);
    });
    socket.on("disconnect", () => this.behind.delete(socket.id));
  }
}

/** The request that a socket began with has told all it had to, and thousands of them would be kept. */
function forgetHandshake({ conn, handshake }: LiveSocket): void {
  Object.assign(conn, { request: undefined });
  Object.assign(handshake, { headers: {}, auth: {}, query: {}, url: "" });
}

const withoutRows = <T extends CountSnapshot>(snapshot: T): T => ({ ...snapshot, zones: [] });
