import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from "@nestjs/common";
import { AuditSealRepository } from "./audit-seal.repository.ts";

const SEAL_EVERY_MS = 10_000;

/**
 * Chains the trail's events by their hashes soon after their commit; `npm run verify` follows the chain. It is done
 * beside the changes: within them, every change would have to wait for the one before to commit.
 */
@Injectable()
export class AuditSealer implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private underWay: Promise<void> | undefined;
  private failing = false;
  private readonly log = new Logger("audit");

  constructor(private readonly repository: AuditSealRepository) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.seal(), SEAL_EVERY_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.seal();
  }

  /** One at a time; what comes meanwhile is chained by the next one. */
  async seal(): Promise<void> {
    this.underWay ??= this.sealNow();
    await this.underWay;
  }

  private async sealNow(): Promise<void> {
    try {
      await this.repository.seal();
      this.failing = false;
    } catch (error) {
      // Nothing is lost: what is not chained now is chained when the database is back.
      if (!this.failing) this.log.warn({ message: "the audit trail could not be chained", error });
      this.failing = true;
    } finally {
      this.underWay = undefined;
    }
  }
}
