import {
  type Webhook,
  WEBHOOK_MOST_BEHIND,
  type WebhookEvent,
  webhookFeedEvent,
  type WebhookFeedEvent,
} from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { LedgerListingRepository } from "../entries/ledger-listing.repository.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { DeliveriesRepository } from "./deliveries.repository.ts";
import { WebhookFeedsRepository } from "./webhook-feeds.repository.ts";
import type { StoredWebhook } from "./webhooks.repository.ts";

const ENTRIES: WebhookFeedEvent = "entries.recorded";

/** What endpoints follow, as people set it up. Changes are made within the transaction of the endpoint's own. */
@Injectable()
export class WebhookFeedsService {
  constructor(
    private readonly feeds: WebhookFeedsRepository,
    private readonly deliveries: DeliveriesRepository,
    private readonly ledger: LedgerListingRepository,
  ) {}

  /** How far an endpoint is with the ledger; null where it does not follow it. */
  async progress({ id, editionId, events }: StoredWebhook): Promise<Webhook["entries"]> {
    if (!events.includes(ENTRIES)) return null;
    const arrived = (await this.feeds.of(id)).get(ENTRIES);
    if (arrived === undefined) return null;
    return { version: arrived.version, behind: await this.ledger.countAfter(editionId, arrived, WEBHOOK_MOST_BEHIND) };
  }

  /**
   * Begins what is asked for now and ends what is not any more. Throws `invalid` for a version that is still to come.
   *
   * @param entriesAfter where the ledger is to be followed from
   */
  async follow({ id, editionId, events }: StoredWebhook, entriesAfter?: number): Promise<void> {
    await this.refuseFuture(editionId, entriesAfter);
    const followed = await this.feeds.of(id);
    const asked = webhookFeedEvent.options.filter((event) => events.includes(event satisfies WebhookEvent));
    for (const event of followed.keys()) {
      if (asked.includes(event)) continue;
      await this.feeds.stop(id, event);
      await this.deliveries.giveUp(id, event);
    }
    for (const event of asked) {
      if (!followed.has(event)) await this.feeds.begin(editionId, id, event, entriesAfter);
    }
    if (entriesAfter === undefined || !followed.has(ENTRIES)) return;
    await this.deliveries.giveUp(id, ENTRIES);
    await this.feeds.goTo(id, entriesAfter);
  }

  /** An endpoint that is switched on again hears at once. */
  resume(id: string): Promise<void> {
    return this.feeds.hurry(id);
  }

  private async refuseFuture(editionId: number, entriesAfter: number | undefined): Promise<void> {
    if (entriesAfter === undefined || entriesAfter <= (await this.feeds.version(editionId))) return;
    const message = "The ledger has not come to this version yet.";
    throw new ProblemError("invalid", message, {
      errors: [{ path: "entriesAfter", code: "version_to_come", message }],
    });
  }
}
