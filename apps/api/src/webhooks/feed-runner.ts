import { WEBHOOK_MOST_BEHIND } from "@abwab/contract";
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from "@nestjs/common";
import { EditionDirectory } from "../editions/edition-directory.ts";
import { LedgerListingRepository } from "../entries/ledger-listing.repository.ts";
import { FeedSender } from "./feed-sender.ts";
import { type FeedTurn, WebhookFeedsRepository } from "./webhook-feeds.repository.ts";
import { type StoredWebhook, WebhooksRepository } from "./webhooks.repository.ts";

const LOOK_EVERY_MS = 1_000;
/** Longer than an attempt can take. Whoever holds a turn for longer has ended without a word. */
const TURN_MS = 20_000;
/** Endpoints that one server sends to at once: each holds one message in memory. */
const MOST_AT_ONCE = 32;
const LONGEST_PAUSE_MS = 300_000;

/** Sends what endpoints follow, each in its order, by whichever server takes the turn. */
@Injectable()
export class FeedRunner implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger("webhooks");
  private readonly running = new Set<Promise<void>>();
  private readonly stopping = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private failing = false;

  constructor(
    private readonly feeds: WebhookFeedsRepository,
    private readonly webhooks: WebhooksRepository,
    private readonly sender: FeedSender,
    private readonly ledger: LedgerListingRepository,
    private readonly directory: EditionDirectory,
  ) {}

  onApplicationBootstrap(): void {
    this.schedule();
  }

  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.stopping.abort(new Error("The service is stopping."));
    await Promise.all(this.running);
  }

  private schedule(): void {
    this.timer = setTimeout(() => {
      this.track(
        this.look().finally(() => {
          if (this.timer !== undefined) this.schedule();
        }),
      );
    }, LOOK_EVERY_MS);
  }

  private async look(): Promise<void> {
    try {
      const free = MOST_AT_ONCE - this.running.size;
      if (free <= 0) return;
      for (const turn of await this.feeds.takeTurns(free, TURN_MS)) this.track(this.take(turn));
      this.failing = false;
    } catch (error) {
      // The database may be restarting: said once, looked at again in a second.
      if (!this.failing) this.log.error({ message: "what webhooks follow could not be looked at", error });
      this.failing = true;
    }
  }

  private track(work: Promise<void>): void {
    const tracked = work.finally(() => this.running.delete(tracked));
    this.running.add(tracked);
  }

  private async take(turn: FeedTurn): Promise<void> {
    try {
      const webhook = await this.webhooks.find(turn.webhookId);
      const edition = webhook && (await this.directory.byId(webhook.editionId));
      if (webhook === undefined || edition === undefined) return;
      const { arrived, pauseMs } = await this.sender.send(edition, webhook, turn, this.stopping.signal);
      if (!arrived) await this.behind(webhook, turn);
      await this.feeds.end(turn, arrived ? pauseMs : pauseAfter(turn.failures + 1));
    } catch (error) {
      await this.giveBack(turn, error);
    }
  }

  /** Somebody who looks for what is missing elsewhere finds how much it is. */
  private async behind({ id, name, editionId }: StoredWebhook, { event, arrived, failures }: FeedTurn): Promise<void> {
    if (event !== "entries.recorded") return;
    const rows = await this.ledger.countAfter(editionId, arrived, WEBHOOK_MOST_BEHIND);
    this.log.warn({ message: `a webhook is behind by ${rows} rows`, webhook: id, name, failures: failures + 1 });
  }

  /** Another server goes on at once; where the database is away, when the turn is over. */
  private async giveBack(turn: FeedTurn, error: unknown): Promise<void> {
    const isStop = this.stopping.signal.aborted;
    if (!isStop) this.log.error({ message: "a webhook could not be served", webhook: turn.webhookId, error });
    try {
      await this.feeds.end(turn, isStop ? 0 : pauseAfter(1));
    } catch (again) {
      this.log.warn({ message: "a webhook's turn was not given back", webhook: turn.webhookId, error: again });
    }
  }
}

/** Two seconds, then later and later up to five minutes: what comes back is soon served. */
const pauseAfter = (failures: number): number => Math.min(LONGEST_PAUSE_MS, 1_000 * 2 ** Math.min(failures, 10));
