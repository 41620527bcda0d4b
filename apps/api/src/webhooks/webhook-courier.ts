import { WEBHOOK_TRIED_HOURS } from "@abwab/contract";
import { Inject, Injectable } from "@nestjs/common";
import { AlertDesk } from "../alerts/alert-desk.ts";
import { CONFIGURATION, type Configuration } from "../platform/configuration.ts";
import { DeliveriesRepository, type StoredDelivery } from "./deliveries.repository.ts";
import { type Answer, sendMessage } from "./send-message.ts";
import { signMessage } from "./sign-message.ts";
import { type StoredWebhook, WebhooksRepository } from "./webhooks.repository.ts";

const HOUR = 3_600_000;
export const TRIED_MS = WEBHOOK_TRIED_HOURS * HOUR;
/** The endpoint says that it is gone for good. */
const GONE = 410;
export const keyOfDisabled = (webhookId: string): string => `webhook ${webhookId}`;

export const hasArrived = ({ status }: Answer): boolean => status !== null && status >= 200 && status < 300;

/** One attempt to deliver one message, and what becomes of an endpoint where all of them fail. */
@Injectable()
export class WebhookCourier {
  constructor(
    private readonly deliveries: DeliveriesRepository,
    private readonly webhooks: WebhooksRepository,
    private readonly desk: AlertDesk,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** Signs, sends and logs. A stop is no fault of the other side: it throws, and who goes on tries it again. */
  async attempt(delivery: StoredDelivery, webhook: StoredWebhook, signal: AbortSignal): Promise<Answer> {
    const at = Date.now();
    const headers = signMessage(delivery.id, at, delivery.body, webhook.secrets);
    const message = { url: webhook.url, headers: { ...headers }, body: delivery.body };
    const answer = await sendMessage(message, this.configuration.ABWAB_WEBHOOKS_PRIVATE, signal);
    signal.throwIfAborted();
    await this.deliveries.attempted(delivery.id, new Date(at), Date.now() - at, answer);
    return answer;
  }

  /** Switches an endpoint off that has failed for a day, or says that it is gone; somebody hears of it. */
  async failed(webhook: StoredWebhook, { status }: Answer, now: Date): Promise<void> {
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
