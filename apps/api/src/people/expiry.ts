import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from "@nestjs/common";
import { GuessLimiterRepository } from "../guesses/guess-limiter.repository.ts";
import { InvitationsRepository } from "./invitations.repository.ts";
import { SessionsRepository } from "./sessions.repository.ts";

const EVERY_MS = 60 * 60_000;

/** So long the list of links still says what became of one. */
const LINKS_KEPT_DAYS = 30;

/** Removes sessions, links and failed guesses that have run out: nothing of a person is kept longer than it serves (P1). */
@Injectable()
export class Expiry implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger("people");
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly sessions: SessionsRepository,
    private readonly invitations: InvitationsRepository,
    private readonly guesses: GuessLimiterRepository,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.removeExpired(), EVERY_MS);
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private async removeExpired(): Promise<void> {
    try {
      await this.sessions.removeExpired();
      await this.invitations.removeOld(LINKS_KEPT_DAYS);
      await this.guesses.removeExpired();
    } catch (error) {
      this.log.warn({ message: "what has expired could not be removed; it is tried again in an hour", error });
    }
  }
}
