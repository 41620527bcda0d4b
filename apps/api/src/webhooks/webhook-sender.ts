import { WEBHOOK_LOG_DAYS } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import type { DueJob, JobAttempt, JobQueue } from "../platform/jobs/job-queue.ts";
import { Jobs } from "../platform/jobs/jobs.ts";
import { DeliveriesRepository } from "./deliveries.repository.ts";
import { TEST_EVENT } from "./webhook-message.ts";
import { hasArrived, TRIED_MS, WebhookCourier } from "./webhook-courier.ts";
import { WebhooksRepository } from "./webhooks.repository.ts";

const DAY = 24 * 3_600_000;
const MOST_AT_ONCE = 500;

export interface DeliveryJob {
  delivery: string;
}

/** Sends what waits, in the background: nothing that counts or rings waits for another service. */
@Injectable()
export class WebhookSender implements JobQueue<DeliveryJob> {
  readonly name = "webhooks";
  /** From two seconds to an hour; a day of it is over before the last one. */
  readonly retry = { retryLimit: 60, retryDelay: 2, retryDelayMax: 3_600 };
  /** A slow endpoint holds up no other. */
  readonly concurrency = 4;

  constructor(
    private readonly deliveries: DeliveriesRepository,
    private readonly webhooks: WebhooksRepository,
    private readonly courier: WebhookCourier,
    private readonly jobs: Jobs,
  ) {
    jobs.register(this);
  }

  async due(): Promise<DueJob<DeliveryJob>[]> {
    return (await this.deliveries.waiting(MOST_AT_ONCE)).map((id) => ({ key: id, data: { delivery: id } }));
  }

  /** Wakes a worker for what waits. */
  async begin(): Promise<void> {
    for (const job of await this.due()) await this.jobs.announce(this.name, job);
  }

  async work({ delivery: id }: DeliveryJob, { signal, isLast }: JobAttempt): Promise<void> {
    const delivery = await this.deliveries.find(id);
    const webhook = delivery && (await this.webhooks.find(delivery.webhookId));
    if (delivery === undefined || webhook === undefined || delivery.state !== "waiting") return;
    const answer = await this.courier.attempt(delivery, webhook, signal);
    const now = new Date();
    if (hasArrived(answer)) {
      await this.deliveries.end(id, "delivered");
      return this.webhooks.delivered(webhook.id, now);
    }
    await this.courier.failed(webhook, answer, now);
    const isOver = isLast || now.getTime() - delivery.triedFrom.getTime() >= TRIED_MS;
    if (isOver || delivery.event === TEST_EVENT) return this.deliveries.end(id, "given_up");
    throw new Error(`The endpoint answered ${answer.status ?? answer.fault}.`);
  }
}

/** Removes what was sent so long ago that nobody asks for it. */
@Injectable()
export class DeliveryPurge implements JobQueue<Record<string, never>> {
  readonly name = "webhook-log-purge";

  constructor(
    private readonly deliveries: DeliveriesRepository,
    jobs: Jobs,
  ) {
    jobs.register(this);
  }

  async due(): Promise<DueJob<Record<string, never>>[]> {
    return (await this.deliveries.hasOlderThan(this.limit())) ? [{ key: "purge", data: {} }] : [];
  }

  async work(): Promise<void> {
    await this.deliveries.removeOlderThan(this.limit());
  }

  private limit(): Date {
    return new Date(Date.now() - WEBHOOK_LOG_DAYS * DAY);
  }
}
