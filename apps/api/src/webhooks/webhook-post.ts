import type { WebhookEvent } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { DeliveriesRepository } from "./deliveries.repository.ts";
import { messageBody } from "./webhook-message.ts";
import { WebhookSender } from "./webhook-sender.ts";
import { WebhooksRepository } from "./webhooks.repository.ts";

/** A message in the post of one endpoint. */
export interface Posted {
  deliveryId: string;
  /** What people call the endpoint. */
  endpoint: string;
}

/** How other features tell other services of what they do. */
@Injectable()
export class WebhookPost {
  constructor(
    private readonly webhooks: WebhooksRepository,
    private readonly deliveries: DeliveriesRepository,
    private readonly sender: WebhookSender,
  ) {}

  /** Puts a message into the post of every endpoint that asks for the event, in the transaction that it is of. */
  async post(editionId: number, event: WebhookEvent, data: object): Promise<Posted[]> {
    const posted: Posted[] = [];
    for (const { id, name } of await this.webhooks.asking(editionId, event)) {
      const delivery = await this.deliveries.create(id, event, messageBody(event, data));
      posted.push({ deliveryId: delivery.id, endpoint: name });
    }
    return posted;
  }

  /** Once the transaction is committed: what was posted is sent now. */
  posted(): Promise<void> {
    return this.sender.begin();
  }
}
