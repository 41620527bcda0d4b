import { Injectable, Logger, type OnApplicationShutdown } from "@nestjs/common";
import { DevicePresenceRepository, type PresenceReport } from "./device-presence.repository.ts";

const WRITE_EVERY_MS = 250;
const RETRY_AFTER_MS = 1_000;

/**
 * Hears from devices. Four hundred kiosks say something twenty times a second between them; the newest of each is
 * kept in memory and written a few times a second in one statement, off the counting path.
 */
@Injectable()
export class DevicePresence implements OnApplicationShutdown {
  private unwritten = new Map<string, PresenceReport>();
  private readonly offsets = new Map<string, number>();
  private readonly log = new Logger("devices");
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> | undefined;
  private failing = false;
  private stopped = false;

  constructor(private readonly repository: DevicePresenceRepository) {}

  report(deviceId: string, report: PresenceReport): void {
    if (report.clockOffsetMs !== undefined) this.offsets.set(deviceId, report.clockOffsetMs);
    this.unwritten.set(deviceId, merge(this.unwritten.get(deviceId), report));
    this.schedule(WRITE_EVERY_MS);
  }

  /** The device's clock minus the server's in ms, as this server last measured it. */
  lastOffset(deviceId: string): number | undefined {
    return this.offsets.get(deviceId);
  }

  /** Another machine is this device from now on: what the one before said is no news of it. */
  forget(deviceId: string): void {
    this.unwritten.delete(deviceId);
    this.offsets.delete(deviceId);
  }

  /** Resolves when everything reported before this call is in the database; rejects when that can't be reached. */
  async flush(): Promise<void> {
    // What is being written now was taken before this call; what came since needs a turn of its own.
    while (this.writing !== undefined) await this.writing;
    if (this.unwritten.size === 0) return;
    this.writing = this.write().finally(() => {
      this.writing = undefined;
    });
    await this.writing;
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.flushQuietly();
  }

  private async write(): Promise<void> {
    const batch = this.unwritten;
    this.unwritten = new Map();
    try {
      await this.repository.write(batch);
      if (this.failing) this.log.log("what devices say of themselves is written again");
      this.failing = false;
    } catch (error) {
      // Kept for the next turn, below whatever has come since.
      for (const [id, report] of this.unwritten) batch.set(id, merge(batch.get(id), report));
      this.unwritten = batch;
      this.schedule(RETRY_AFTER_MS);
      throw error;
    }
  }

  private schedule(delayMs: number): void {
    if (this.timer !== undefined || this.stopped) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      void this.flushQuietly();
    }, delayMs);
  }

  private async flushQuietly(): Promise<void> {
    try {
      await this.flush();
    } catch (error) {
      // The database may be restarting: say it once; the reports are kept.
      if (!this.failing) this.log.error({ message: "what devices say of themselves could not be written", error });
      this.failing = true;
    }
  }
}

/** The later report, filled with what only the earlier one said. */
function merge(known: PresenceReport | undefined, report: PresenceReport): PresenceReport {
  if (known === undefined) return report;
  const [later, earlier] = report.at >= known.at ? [report, known] : [known, report];
  later.pending ??= earlier.pending;
  later.clockOffsetMs ??= earlier.clockOffsetMs;
  later.appVersion ??= earlier.appVersion;
  later.battery ??= earlier.battery;
  return later;
}
