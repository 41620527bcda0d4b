import { Injectable } from "@nestjs/common";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import { Transactions } from "../platform/transactions.ts";
import { DeliveriesRepository, type StoredDelivery } from "./deliveries.repository.ts";
import { FeedMessages, isFullBatch, keptOf } from "./feed-messages.ts";
import { afterArrival, type FeedTurn, WebhookFeedsRepository } from "./webhook-feeds.repository.ts";
import { hasArrived, WebhookCourier } from "./webhook-courier.ts";
import { type StoredWebhook, WebhooksRepository } from "./webhooks.repository.ts";

/** Between two batches that are not full. Full ones follow each other, or who is behind would never catch up. */
const BATCH_EVERY_MS = 3_000;

export interface FeedOutcome {
  /** Also where there was nothing to say. */
  arrived: boolean;
  pauseMs: number;
}

interface OnItsWay {
  delivery: StoredDelivery;
  turn: FeedTurn;
  figures?: string | undefined;
  isFull: boolean;
}

/**
 * One turn of one endpoint: the next message is written down together with where it ends, then sent. So the same rows
 * go under the same id until they arrive, whichever server tries, and the next ones are read after that.
 */
@Injectable()
export class FeedSender {
  /** One message is put together at a time: many endpoints ask the database no harder than one does. */
  private composing: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly feeds: WebhookFeedsRepository,
    private readonly messages: FeedMessages,
    private readonly deliveries: DeliveriesRepository,
    private readonly webhooks: WebhooksRepository,
    private readonly courier: WebhookCourier,
    private readonly transactions: Transactions,
  ) {}

  async send(
    edition: EditionConfiguration,
    webhook: StoredWebhook,
    turn: FeedTurn,
    stopping: AbortSignal,
  ): Promise<FeedOutcome> {
    const pauseMs = turn.event === "entries.recorded" ? BATCH_EVERY_MS : webhook.countsEverySeconds * 1_000;
    const message = (await this.onItsWay(turn)) ?? (await this.alone(() => this.compose(edition, turn)));
    if (message === undefined) return { arrived: true, pauseMs };
    const answer = await this.courier.attempt(message.delivery, webhook, stopping);
    const now = new Date();
    if (hasArrived(answer)) {
      await this.arrived(message);
      await this.webhooks.delivered(webhook.id, now);
      return { arrived: true, pauseMs: message.isFull ? 0 : pauseMs };
    }
    await this.missed(message);
    await this.courier.failed(webhook, answer, now);
    return { arrived: false, pauseMs };
  }

  /** What a turn before left: rows are sent until they arrive, figures are not once there are newer ones. */
  private async onItsWay(turn: FeedTurn): Promise<OnItsWay | undefined> {
    if (turn.deliveryId === null) return undefined;
    if (turn.event === "counts.changed") {
      await this.deliveries.end(turn.deliveryId, "given_up");
      return undefined;
    }
    const delivery = await this.deliveries.find(turn.deliveryId);
    return delivery && { delivery, turn, isFull: isFullBatch(delivery.body) };
  }

  private async compose(edition: EditionConfiguration, turn: FeedTurn): Promise<OnItsWay | undefined> {
    const seenVersion = await this.feeds.version(edition.id);
    const message = await this.messages.next(edition, turn);
    if (message === undefined) {
      await this.feeds.change(turn, { seenVersion });
      return undefined;
    }
    return this.transactions.run(async () => {
      if (!(await this.feeds.hold(turn))) return undefined;
      const delivery = await this.deliveries.create(turn.webhookId, turn.event, message.body);
      const { batch, figures } = message;
      const isFull = batch !== null && isFullBatch(message.body);
      // What was looked at before the rows were read is all in them only where the batch is not full.
      await this.feeds.change(turn, {
        deliveryId: delivery.id,
        batchVersion: batch?.version ?? null,
        batchRowId: batch?.id ?? null,
        ...(!isFull && { seenVersion }),
      });
      return { delivery, turn: { ...turn, deliveryId: delivery.id, batch }, figures, isFull };
    });
  }

  private async arrived({ delivery, turn, figures }: OnItsWay): Promise<void> {
    await this.transactions.run(async () => {
      // Of one that was overtaken, whoever overtook it says what became of it.
      if (!(await this.feeds.hold(turn))) return;
      await this.deliveries.end(delivery.id, "delivered", keptOf(delivery.body));
      await this.feeds.change(turn, { ...afterArrival(turn), ...(figures !== undefined && { figures }) });
    });
  }

  private async missed({ delivery, turn }: OnItsWay): Promise<void> {
    await this.transactions.run(async () => {
      if (!(await this.feeds.hold(turn))) return;
      const isFigures = turn.event === "counts.changed";
      if (isFigures) await this.deliveries.end(delivery.id, "given_up", keptOf(delivery.body));
      await this.feeds.change(turn, { failures: turn.failures + 1, ...(isFigures && { deliveryId: null }) });
    });
  }

  private alone<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.composing.then(work);
    // The next one does not mind how this one ended; whoever waits for it does.
    this.composing = result.catch(() => undefined);
    return result;
  }
}
