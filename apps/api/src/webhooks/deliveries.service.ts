import { uuid, type WebhookDelivery, webhookFeedEvent } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { AuditService } from "../audit/audit.service.ts";
import { EditionAccess } from "../editions/edition-access.ts";
import type { Actor } from "../platform/actor.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { Transactions } from "../platform/transactions.ts";
import { DeliveriesRepository, type StoredDelivery, toDelivery } from "./deliveries.repository.ts";
import { WebhookSender } from "./webhook-sender.ts";
import { messageBody, TEST_EVENT } from "./webhook-message.ts";
import { subjectOf, WebhooksService } from "./webhooks.service.ts";

/** What people have sent to an endpoint. */
@Injectable()
export class DeliveriesService {
  constructor(
    private readonly webhooks: WebhooksService,
    private readonly deliveries: DeliveriesRepository,
    private readonly sender: WebhookSender,
    private readonly access: EditionAccess,
    private readonly transactions: Transactions,
    private readonly audit: AuditService,
  ) {}

  /** To one that is switched off, too. Throws `not_found`. */
  async test(slug: string, id: string, actor: Actor): Promise<WebhookDelivery> {
    const edition = await this.access.find(slug, actor);
    const webhook = await this.webhooks.find(edition, id);
    return this.post(actor, "webhook.test", subjectOf(slug, id), () =>
      this.deliveries.create(webhook.id, TEST_EVENT, messageBody(TEST_EVENT, { edition: edition.slug })),
    );
  }

  /**
   * Throws `not_found`, and `transition_not_allowed` for what still waits, an endpoint that is switched off, and what
   * is sent in an order: the ledger is followed again from a version (`entriesAfter`).
   */
  async sendAgain(slug: string, id: string, deliveryId: string, actor: Actor): Promise<WebhookDelivery> {
    const edition = await this.access.find(slug, actor);
    const webhook = await this.webhooks.find(edition, id);
    return this.post(actor, "webhook.send-again", subjectOf(slug, id), async () => {
      const known = uuid.safeParse(deliveryId).success ? await this.deliveries.find(deliveryId) : undefined;
      if (known?.webhookId !== webhook.id) throw new ProblemError("not_found", "There is no such message.");
      if (webhookFeedEvent.safeParse(known.event).success) {
        const message = "Have the ledger sent again from a version instead: `entriesAfter`.";
        throw new ProblemError("transition_not_allowed", message);
      }
      if (known.state === "waiting") throw new ProblemError("transition_not_allowed", "It is still being sent.");
      if (!webhook.active) throw new ProblemError("transition_not_allowed", "Switch the webhook on first.");
      return this.deliveries.again(known.id, new Date());
    });
  }

  private async post(
    actor: Actor,
    action: string,
    subject: string,
    work: () => Promise<StoredDelivery>,
  ): Promise<WebhookDelivery> {
    const delivery = await this.transactions.run(async () => {
      const posted = await work();
      await this.audit.record({ actor, action, subject, after: { event: posted.event } });
      return posted;
    });
    await this.sender.begin();
    return toDelivery(delivery);
  }
}
