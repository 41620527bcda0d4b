import { Injectable, Logger } from "@nestjs/common";
import { AlertNews } from "../alerts/alert-news.ts";
import { LiveServer } from "./live-server.ts";

interface Told {
  version: number;
  underWay: boolean;
}

/** Brings what happens to alerts to the screens of this server, a tick after any server has committed it. */
@Injectable()
export class AlertRelay {
  private readonly told = new Map<number, Told>();
  private readonly log = new Logger("live");
  private failing = false;

  constructor(
    private readonly news: AlertNews,
    private readonly server: LiveServer,
  ) {}

  /** Before the first screen reads the list of alerts: whatever happens from here on is told. */
  async begin(editionId: number): Promise<void> {
    if (this.told.has(editionId)) return;
    const version = await this.news.version(editionId);
    if (!this.told.has(editionId)) this.told.set(editionId, { version, underWay: false });
  }

  /** Called once a tick with the version of the edition's alerts. */
  async tick(editionId: number, version: number): Promise<void> {
    const told = this.told.get(editionId);
    // Nobody has watched here yet.
    if (told === undefined) return;
    if (told.underWay || version <= told.version) return;
    if (!this.server.hasAudience(editionId)) return void (told.version = version);
    told.underWay = true;
    try {
      const { notices, version: reached } = await this.news.since(editionId, told.version);
      for (const notice of notices) this.server.sendAlert(editionId, notice);
      told.version = Math.max(reached, version);
      this.failing = false;
    } catch (error) {
      // The next tick tries again.
      if (!this.failing) this.log.error({ message: "alerts could not be told", error });
      this.failing = true;
    } finally {
      told.underWay = false;
    }
  }
}
