import { Injectable, Logger } from "@nestjs/common";
import type { ZoneNotice } from "@abwab/contract";
import type { EditionConfiguration, ZoneConfiguration } from "../editions/edition-configuration.ts";
import { ShowingService } from "../steering/showing.service.ts";
import { standingBroadcasts } from "../steering/standing-broadcasts.ts";
import { LiveServer, type LiveSocket } from "./live-server.ts";

/** Tells devices what state their zone is in and which messages stand, and keeps who has acknowledged it. */
@Injectable()
export class DeviceNews {
  private readonly log = new Logger("live");

  constructor(
    private readonly server: LiveServer,
    private readonly showing: ShowingService,
  ) {}

  /** What a device may have missed while it was away. */
  greet(socket: LiveSocket, edition: EditionConfiguration): void {
    const { principal } = socket.data;
    const zone = principal?.kind === "device" ? zoneOf(edition, principal.id) : undefined;
    if (zone === undefined) return;
    this.server.tellZone(socket, noticeOf(zone), (deviceId) => this.keep(deviceId, noticeOf(zone)));
    socket.emit("broadcasts", { broadcasts: standingBroadcasts(edition, zone.code, Date.now()) });
  }

  announce(after: EditionConfiguration, before: EditionConfiguration): void {
    for (const zone of after.zones.values()) {
      const known = before.zones.get(zone.code);
      if (known === undefined || (known.status === zone.status && known.message === zone.message)) continue;
      const notice = noticeOf(zone);
      const bound = [...after.devices.values()].filter(({ checkpoint }) => checkpoint.zone.code === zone.code);
      this.server.sendZone(after.id, notice, new Set(bound.map(({ id }) => id)), (deviceId) =>
        this.keep(deviceId, notice),
      );
    }
    if (JSON.stringify(after.broadcasts) !== JSON.stringify(before.broadcasts)) this.sendBroadcasts(after);
  }

  private sendBroadcasts(edition: EditionConfiguration): void {
    const now = Date.now();
    for (const socket of this.server.devicesOf(edition.id)) {
      const zone = socket.data.principal && zoneOf(edition, socket.data.principal.id);
      if (zone === undefined) continue;
      socket.emit("broadcasts", { broadcasts: standingBroadcasts(edition, zone.code, now) });
    }
  }

  private keep(deviceId: string, notice: ZoneNotice): void {
    this.showing.acknowledge(deviceId, notice).catch((error: unknown) => {
      // The device says what it shows once more, by itself.
      this.log.warn({ message: "an acknowledgement could not be kept", deviceId, error });
    });
  }
}

const zoneOf = (edition: EditionConfiguration, deviceId: string): ZoneConfiguration | undefined =>
  edition.devices.get(deviceId)?.checkpoint.zone;

const noticeOf = ({ code, status, message }: ZoneConfiguration): ZoneNotice => ({ zone: code, status, message });
