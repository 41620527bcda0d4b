import {
  type WebhookDelivery,
  webhookDeliveryState,
  type WebhookDeliveryState,
  webhookFault,
  webhookFeedEvent,
} from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { v7 as uuidv7 } from "uuid";
import type { PageRequest } from "../platform/page-cursor.ts";
import type { Prisma } from "../platform/prisma-client/generated/client.ts";
import { Transactions } from "../platform/transactions.ts";
import type { Answer } from "./send-message.ts";
import type { ByCreation } from "./webhooks.repository.ts";

/** Those of what an endpoint follows are sent in their order, by `FeedRunner`. */
const byItself = { event: { notIn: [...webhookFeedEvent.options] } };
/** Attempts that the log shows of one delivery. */
const SHOWN_ATTEMPTS = 50;

export interface StoredDelivery extends WebhookDelivery {
  webhookId: string;
  triedFrom: Date;
}

const withAttempts = {
  attempts: { orderBy: { at: "asc" }, take: -SHOWN_ATTEMPTS },
} as const satisfies Prisma.WebhookDeliveryInclude;
type Row = Prisma.WebhookDeliveryGetPayload<{ include: typeof withAttempts }>;

@Injectable()
export class DeliveriesRepository {
  constructor(private readonly transactions: Transactions) {}

  async create(webhookId: string, event: string, body: string): Promise<StoredDelivery> {
    const id = uuidv7();
    const row = await this.transactions.client.webhookDelivery.create({
      data: { id, webhookId, event, body },
      include: withAttempts,
    });
    return toStored(row);
  }

  async find(id: string): Promise<StoredDelivery | undefined> {
    const row = await this.transactions.client.webhookDelivery.findUnique({ where: { id }, include: withAttempts });
    return row === null ? undefined : toStored(row);
  }

  async list(webhookId: string, { after, limit }: PageRequest<ByCreation>): Promise<StoredDelivery[]> {
    const rows = await this.transactions.client.webhookDelivery.findMany({
      where: {
        webhookId,
        ...(after !== undefined && {
          OR: [{ createdAt: { lt: after.createdAt } }, { createdAt: after.createdAt, id: { lt: after.id } }],
        }),
      },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: limit,
      include: withAttempts,
    });
    return rows.map(toStored);
  }

  /** Ids of those that wait and are sent each by itself, the earliest first. */
  async waiting(most: number): Promise<string[]> {
    const rows = await this.transactions.client.webhookDelivery.findMany({
      where: { state: "waiting", ...byItself },
      select: { id: true },
      orderBy: { createdAt: "asc" },
      take: most,
    });
    return rows.map(({ id }) => id);
  }

  async attempted(deliveryId: string, at: Date, durationMs: number, answer: Answer): Promise<void> {
    await this.transactions.client.webhookAttempt.create({
      data: { id: uuidv7(), deliveryId, at, durationMs, ...answer },
    });
  }

  /**
   * Only what waits changes its state.
   *
   * @param body what the log keeps of it; all of it when left out
   */
  async end(id: string, state: WebhookDeliveryState, body?: string): Promise<void> {
    await this.transactions.client.webhookDelivery.updateMany({
      where: { id, state: "waiting" },
      data: { state, ...(body !== undefined && { body }) },
    });
  }

  /** What still waits for an endpoint is not sent any more; what it follows goes on where it stopped, some day. */
  async giveUpAll(webhookId: string): Promise<void> {
    await this.transactions.client.webhookDelivery.updateMany({
      where: { webhookId, state: "waiting", ...byItself },
      data: { state: "given_up" },
    });
  }

  /** The same for one event. */
  async giveUp(webhookId: string, event: string): Promise<void> {
    await this.transactions.client.webhookDelivery.updateMany({
      where: { webhookId, event, state: "waiting" },
      data: { state: "given_up" },
    });
  }

  async again(id: string, at: Date): Promise<StoredDelivery> {
    const row = await this.transactions.client.webhookDelivery.update({
      where: { id },
      data: { state: "waiting", triedFrom: at },
      include: withAttempts,
    });
    return toStored(row);
  }

  async hasOlderThan(moment: Date): Promise<boolean> {
    const where = { createdAt: { lt: moment } };
    return (await this.transactions.client.webhookDelivery.findFirst({ where, select: { id: true } })) !== null;
  }

  async removeOlderThan(moment: Date): Promise<void> {
    await this.transactions.client.webhookDelivery.deleteMany({ where: { createdAt: { lt: moment } } });
  }
}

export function toDelivery(stored: StoredDelivery): WebhookDelivery {
  const { webhookId: _webhookId, triedFrom: _triedFrom, ...delivery } = stored;
  return delivery;
}

function toStored({ id, webhookId, event, body, state, createdAt, triedFrom, attempts }: Row): StoredDelivery {
  return {
    id,
    webhookId,
    event,
    body,
    state: webhookDeliveryState.parse(state),
    createdAt: createdAt.toISOString(),
    triedFrom,
    attempts: attempts.map(({ at, durationMs, status, fault, answer }) => ({
      at: at.toISOString(),
      durationMs,
      status,
      fault: fault === null ? null : webhookFault.parse(fault),
      answer,
    })),
  };
}
