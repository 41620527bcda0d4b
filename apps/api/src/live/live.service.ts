import type { WatchAnswer } from "@abwab/contract";
import { Injectable, Logger, type BeforeApplicationShutdown } from "@nestjs/common";
import { HttpAdapterHost } from "@nestjs/core";
import type { Server as HttpServer } from "node:http";
import { CountsService } from "../counts/counts.service.ts";
import { onlyZones } from "../counts/only-zones.ts";
import { DevicePresence } from "../devices/device-presence.ts";
import { seenZones } from "../editions/edition-access.ts";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import type { EditionVersions } from "../editions/edition-configuration.repository.ts";
import { EditionDirectory } from "../editions/edition-directory.ts";
import { Metrics } from "../platform/metrics.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { AlertRelay } from "./alert-relay.ts";
import { EditionFeed } from "./edition-feed.ts";
import { DeviceNews } from "./device-news.ts";
import { kioskNews } from "./kiosk-news.ts";
import { LiveServer, type LiveSocket } from "./live-server.ts";

/** Connects what the editions' figures do with who is watching them. */
@Injectable()
export class LiveService implements BeforeApplicationShutdown {
  private readonly feeds = new Map<number, EditionFeed>();
  private readonly log = new Logger("live");
  private failing = false;

  constructor(
    private readonly directory: EditionDirectory,
    private readonly counts: CountsService,
    private readonly presence: DevicePresence,
    private readonly server: LiveServer,
    private readonly news: DeviceNews,
    private readonly alerts: AlertRelay,
    private readonly host: HttpAdapterHost,
    private readonly metrics: Metrics,
  ) {
    metrics.gauge("abwab_sockets", "Connected sockets", () => server.size);
  }

  /** Called once the HTTP server exists. */
  start(): void {
    this.server.listen(this.host.httpAdapter.getHttpServer() as HttpServer, {
      watch: (socket, slug) => this.watch(socket, slug),
      unwatch: (socket, slug) => this.unwatch(socket, slug),
    });
    this.directory.events.on("versions", (versions) => this.tickAll(versions));
    this.directory.events.on("configuration", (after, before) => this.announce(after, before));
  }

  /** Before the HTTP server is asked to close: it would wait for these connections. */
  beforeApplicationShutdown(): void {
    this.server.close();
  }

  private async watch(socket: LiveSocket, slug: string): Promise<WatchAnswer> {
    try {
      const edition = await this.directory.bySlug(slug);
      const audience = this.server.audienceOf(socket.data.principal, edition);
      if (audience === "unauthenticated" || audience === "forbidden") return { ok: false, code: audience };
      await this.presence.flush();
      await this.alerts.begin(edition.id);
      const snapshot = await this.feedOf(edition.id).snapshot();
      this.server.join(socket, edition.id, audience);
      // While it was read nobody was watching yet, so that a tick may have dropped the feed.
      this.feedOf(edition.id);
      this.news.greet(socket, edition);
      const { principal } = socket.data;
      const zones = audience === "full" || principal === undefined ? null : seenZones(edition, principal);
      return { ok: true, snapshot: onlyZones(snapshot, audience === "totals" ? new Set() : zones) };
    } catch (error) {
      if (error instanceof ProblemError && error.code === "not_found") return { ok: false, code: "not_found" };
      this.log.error({ message: "a screen could not be served", error });
      return { ok: false, code: "unavailable" };
    }
  }

  private async unwatch(socket: LiveSocket, slug: string): Promise<void> {
    try {
      this.server.leave(socket, (await this.directory.bySlug(slug)).id);
    } catch (error) {
      // There is nothing to leave when the edition is gone.
      if (!(error instanceof ProblemError)) this.log.error({ message: "a screen could not leave", error });
    }
  }

  private feedOf(editionId: number): EditionFeed {
    let feed = this.feeds.get(editionId);
    if (feed === undefined) {
      feed = new EditionFeed({
        read: async () => this.counts.snapshot(await this.editionOf(editionId)),
        send: (tick, snapshot) => {
          this.metrics.tickSent(editionId);
          this.server.sendTick(editionId, tick, snapshot);
        },
        now: Date.now,
      });
      this.feeds.set(editionId, feed);
    }
    return feed;
  }

  private async editionOf(id: number): Promise<EditionConfiguration> {
    const edition = await this.directory.byId(id);
    if (edition === undefined) throw new ProblemError("not_found", "The edition is no longer there.");
    return edition;
  }

  private tickAll(versions: EditionVersions[]): void {
    for (const { editionId, version, alertVersion } of versions) {
      void this.alerts.tick(editionId, alertVersion);
      const feed = this.feeds.get(editionId);
      if (feed === undefined || !this.server.hasAudience(editionId)) {
        this.feeds.delete(editionId);
        this.metrics.unwatched(editionId);
        continue;
      }
      void feed.tick(version).then(
        () => {
          this.failing = false;
        },
        (error: unknown) => {
          // The next tick tries again; one line is enough while the database is away.
          if (!this.failing) this.log.error({ message: "a tick failed", error });
          this.failing = true;
        },
      );
    }
  }

  /** Closes the sockets of devices that lost their token; tells kiosks what is new and screens what zones do. */
  private announce(after: EditionConfiguration, before: EditionConfiguration): void {
    const news = kioskNews(after, before);
    for (const socket of this.server.sockets()) {
      const { principal } = socket.data;
      if (principal?.kind !== "device" || principal.editionId !== after.id) continue;
      const device = after.devices.get(principal.id);
      if (device === undefined || device.revoked || device.tokenHash !== principal.tokenHash) socket.disconnect(true);
      else if (news.isConcerned(principal.id)) socket.emit("configuration");
    }
    if (news.revoked.length > 0) this.server.sendRevoked(after.id, news.revoked);
    if (!after.public) this.server.closeToStrangers(after.id);
    this.news.announce(after, before);
  }
}
