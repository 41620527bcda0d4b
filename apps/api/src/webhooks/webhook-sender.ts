import { WEBHOOK_LOG_DAYS, WEBHOOK_TRIED_HOURS } from "@abwab/contract";
import { Inject, Injectable } from "@nestjs/common";
import { AlertDesk } from "../alerts/alert-desk.ts";
import { CONFIGURATION, type Configuration } from "../platform/configuration.ts";
import type { DueJob, JobAttempt, JobQueue } from "../platform/jobs/job-queue.ts";
import { Jobs } from "../platform/jobs/jobs.ts";
import { DeliveriesRepository, type StoredDelivery } from "./deliveries.repository.ts";
import { type Answer, sendMessage } from "./send-message.ts";
import { signMessage } from "./sign-message.ts";
import { type StoredWebhook, WebhooksRepository } from "./webhooks.repository.ts";

const HOUR = 3_600_000;
const TRIED_MS = WEBHOOK_TRIED_HOURS * HOUR;
const MOST_AT_ONCE = 500;
/** The endpoint says that it is gone for good. */
const GONE = 410;
export const TEST_EVENT = "test";
export const keyOfDisabled = (webhookId: string): string => `webhook ${webhookId}`;

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
    private readonly desk: AlertDesk,
    private readonly jobs: Jobs,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
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
    const answer = await this.attempt(delivery, webhook, signal);
    // A stop is no fault of the other side: who goes on tries it again.
    signal.throwIfAborted();
    const now = new Date();
    if (answer.status !== null && answer.status >= 200 && answer.status < 300) {
      await this.deliveries.end(id, "delivered");
      return this.webhooks.delivered(webhook.id, now);
    }
    await this.failed(webhook, answer, now);
    const isOver = isLast || now.getTime() - delivery.triedFrom.getTime() >= TRIED_MS;
    if (isOver || delivery.event === TEST_EVENT) return this.deliveries.end(id, "given_up");
    throw new Error(`The endpoint answered ${answer.status ?? answer.fault}.`);
  }

  private async attempt(delivery: StoredDelivery, webhook: StoredWebhook, signal: AbortSignal): Promise<Answer> {
    const at = Date.now();
    const headers = signMessage(delivery.id, at, delivery.body, webhook.secrets);
    const message = { url: webhook.url, headers: { ...headers }, body: delivery.body };
    const answer = await sendMessage(message, this.configuration.ABWAB_WEBHOOKS_PRIVATE, signal);
    if (!signal.aborted) await this.deliveries.attempted(delivery.id, new Date(at), Date.now() - at, answer);
    return answer;
  }

  /** Switches an endpoint off that has failed for a day, or says that it is gone; somebody hears of it. */
  private async failed(webhook: StoredWebhook, { status }: Answer, now: Date): Promise<void> {
    const after = await this.webhooks.failed(webhook.id, now);
    const since = Date.parse(after?.failingSince ?? now.toISOString());
    const failedFor = now.getTime() - since;
    if (failedFor < TRIED_MS && status !== GONE) return;
    await this.desk.change(webhook.editionId, async (hand) => {
      if (!(await this.webhooks.disable(webhook.id, now))) return;
      await this.deliveries.giveUpAll(webhook.id);
      await hand.open({
        key: keyOfDisabled(webhook.id),
        rule: null,
        topic: "webhook_disabled",
        severity: "warning",
        audience: "administrator",
        webhooks: true,
        subject: { type: "webhook", id: webhook.id, name: webhook.name, zone: null },
        measured: Math.round(failedFor / HOUR),
        threshold: WEBHOOK_TRIED_HOURS,
      });
    });
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
    return new Date(Date.now() - WEBHOOK_LOG_DAYS * 24 * HOUR);
  }
}
