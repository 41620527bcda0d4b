import { Injectable, Logger } from "@nestjs/common";
import { isDatabaseDown } from "../platform/database.ts";
import { Metrics } from "../platform/metrics.ts";
import { DevicePresenceRepository } from "./device-presence.repository.ts";

/** Tells Prometheus how long each kiosk has not been heard (C4). */
@Injectable()
export class DeviceSilence {
  private readonly log = new Logger("devices");

  constructor(
    private readonly repository: DevicePresenceRepository,
    metrics: Metrics,
  ) {
    metrics.labelledGauge(
      "abwab_device_silence_seconds",
      "Seconds since a paired device of an open edition was last heard",
      ["edition", "checkpoint", "device"],
      () => this.read(),
    );
  }

  private async read(): Promise<{ labels: Record<"edition" | "checkpoint" | "device", string>; value: number }[]> {
    try {
      const silences = await this.repository.silences();
      return silences.map(({ seconds, ...labels }) => ({ labels, value: seconds }));
    } catch (error) {
      if (!isDatabaseDown(error)) throw error;
      // The other figures are wanted most while the database is away.
      this.log.warn("the devices' silence could not be read");
      return [];
    }
  }
}
