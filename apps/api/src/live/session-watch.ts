import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from "@nestjs/common";
import { LiveServer } from "./live-server.ts";
import { SessionWatchRepository } from "./session-watch.repository.ts";

const CHECK_EVERY_MS = 1_000;

/** Ends the sockets of people who signed out or were removed, and of ended tokens, whichever server ended them. */
@Injectable()
export class SessionWatch implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private readonly log = new Logger("live");
  private failing = false;

  constructor(
    private readonly server: LiveServer,
    private readonly repository: SessionWatchRepository,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.check(), CHECK_EVERY_MS);
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private async check(): Promise<void> {
    const sessions = new Set<string>();
    const tokens = new Set<string>();
    for (const { data } of this.server.sockets()) {
      if (data.principal?.kind === "person") sessions.add(data.principal.sessionId);
      if (data.principal?.kind === "token") tokens.add(data.principal.id);
    }
    if (sessions.size + tokens.size === 0) return;
    try {
      const alive = await this.repository.alive([...sessions], [...tokens]);
      this.failing = false;
      for (const socket of this.server.sockets()) {
        const { principal } = socket.data;
        if (principal === undefined || principal.kind === "device") continue;
        const id = principal.kind === "person" ? principal.sessionId : principal.id;
        // One that came during the query was just identified: it is looked at next time.
        if ((sessions.has(id) || tokens.has(id)) && !alive.has(id)) socket.disconnect(true);
      }
    } catch (error) {
      // While the database is away nobody is thrown out; the next check decides.
      if (!this.failing) this.log.error({ message: "sessions could not be checked", error });
      this.failing = true;
    }
  }
}
