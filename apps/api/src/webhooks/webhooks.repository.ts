import {
  alertSeverity,
  type AlertSeverity,
  instant,
  uuid,
  type Webhook,
  webhookEvent,
  type WebhookEvent,
} from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { z } from "zod";
import type { PageRequest } from "../platform/page-cursor.ts";
import type { Prisma } from "../platform/prisma-client/generated/client.ts";
import { Transactions } from "../platform/transactions.ts";
import { withoutUndefined } from "../platform/without-undefined.ts";

/** Endpoints are listed by when they were made, deliveries the latest first. */
export const byCreation = z.object({ createdAt: instant, id: uuid });
export type ByCreation = z.infer<typeof byCreation>;

export interface StoredWebhook extends Omit<Webhook, "entries"> {
  editionId: number;
  /** The present secret, and the one before while it still signs. */
  secrets: Uint8Array[];
}

export interface WebhookChange {
  url?: string | undefined;
  name?: string | undefined;
  events?: WebhookEvent[] | undefined;
  severity?: AlertSeverity | undefined;
  countsEverySeconds?: number | undefined;
  active?: boolean | undefined;
  failingSince?: Date | null;
  disabledAt?: Date | null;
  lastDeliveredAt?: Date;
  secret?: Uint8Array<ArrayBuffer>;
  oldSecret?: Uint8Array<ArrayBuffer> | null;
  oldSecretUntil?: Date;
}

type Given = "url" | "name" | "events" | "severity" | "countsEverySeconds";

@Injectable()
export class WebhooksRepository {
  constructor(private readonly transactions: Transactions) {}

  async list(editionId: number, { after, limit }: PageRequest<ByCreation>): Promise<StoredWebhook[]> {
    const rows = await this.transactions.client.webhook.findMany({
      where: {
        editionId,
        ...(after !== undefined && {
          OR: [{ createdAt: { gt: after.createdAt } }, { createdAt: after.createdAt, id: { gt: after.id } }],
        }),
      },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      take: limit,
    });
    return rows.map(toStored);
  }

  /** Those that are switched on and ask for the event. */
  async asking(editionId: number, event: WebhookEvent): Promise<StoredWebhook[]> {
    const rows = await this.transactions.client.webhook.findMany({
      where: { editionId, active: true, events: { has: event } },
    });
    return rows.map(toStored);
  }

  /** Nobody else changes it before the transaction ends. */
  async hold(id: string): Promise<void> {
    await this.transactions.client.$executeRaw`select from webhook where id = ${id}::uuid for update`;
  }

  async find(id: string): Promise<StoredWebhook | undefined> {
    const row = await this.transactions.client.webhook.findUnique({ where: { id } });
    return row === null ? undefined : toStored(row);
  }

  async create(
    editionId: number,
    id: string,
    secret: Uint8Array<ArrayBuffer>,
    { countsEverySeconds: countsEvery, ...given }: Pick<Webhook, Given>,
  ): Promise<StoredWebhook> {
    const data = { ...given, countsEvery, id, editionId, secret };
    return toStored(await this.transactions.client.webhook.create({ data }));
  }

  async update(id: string, { countsEverySeconds: countsEvery, ...change }: WebhookChange): Promise<StoredWebhook> {
    const data = withoutUndefined({ ...change, countsEvery });
    return toStored(await this.transactions.client.webhook.update({ where: { id }, data }));
  }

  /** Notes a failure; since when there was nothing else, counted from the first one. */
  async failed(id: string, at: Date): Promise<StoredWebhook | undefined> {
    await this.transactions.client.webhook.updateMany({
      where: { id, failingSince: null },
      data: { failingSince: at },
    });
    return this.find(id);
  }

  /** Whether it was on until now. */
  async disable(id: string, at: Date): Promise<boolean> {
    const { count } = await this.transactions.client.webhook.updateMany({
      where: { id, active: true },
      data: { active: false, disabledAt: at },
    });
    return count === 1;
  }

  async delivered(id: string, at: Date): Promise<void> {
    await this.transactions.client.webhook.updateMany({
      where: { id },
      data: { lastDeliveredAt: at, failingSince: null },
    });
  }

  async remove(id: string): Promise<void> {
    await this.transactions.client.webhook.deleteMany({ where: { id } });
  }
}

export function toWebhook(stored: StoredWebhook, entries: Webhook["entries"]): Webhook {
  const { editionId: _editionId, secrets: _secrets, ...webhook } = stored;
  return { ...webhook, entries };
}

function toStored(row: Prisma.WebhookModel): StoredWebhook {
  const { id, editionId, url, name, active, secret, oldSecret, oldSecretUntil } = row;
  const isOldGood = oldSecret !== null && oldSecretUntil !== null && oldSecretUntil.getTime() > Date.now();
  return {
    id,
    editionId,
    url,
    name,
    events: row.events.map((event) => webhookEvent.parse(event)),
    severity: alertSeverity.parse(row.severity),
    countsEverySeconds: row.countsEvery,
    active,
    secrets: isOldGood ? [secret, oldSecret] : [secret],
    createdAt: row.createdAt.toISOString(),
    failingSince: row.failingSince?.toISOString() ?? null,
    disabledAt: row.disabledAt?.toISOString() ?? null,
    lastDeliveredAt: row.lastDeliveredAt?.toISOString() ?? null,
  };
}
