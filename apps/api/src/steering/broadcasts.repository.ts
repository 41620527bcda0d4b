import {
  type Broadcast,
  broadcastLevel,
  type BroadcastPatch,
  broadcastTexts,
  deviceDisplay,
  type NewBroadcast,
} from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import type { PageRequest } from "../platform/page-cursor.ts";
import type { Prisma } from "../platform/prisma-client/generated/client.ts";
import { Transactions } from "../platform/transactions.ts";
import { withoutUndefined } from "../platform/without-undefined.ts";

/** A message without who has it. */
export type StoredBroadcast = Omit<Broadcast, "addressed" | "shown" | "acknowledged">;

/** Messages to devices; their ids are made in the order in which they were sent. */
@Injectable()
export class BroadcastsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** The latest first. */
  async list(editionId: number, { after, limit }: PageRequest<string>): Promise<StoredBroadcast[]> {
    const rows = await this.transactions.client.broadcast.findMany({
      where: { editionId, ...(after !== undefined && { id: { lt: after } }) },
      orderBy: { id: "desc" },
      take: limit,
    });
    return rows.map(toStored);
  }

  async get(editionId: number, id: string): Promise<StoredBroadcast | undefined> {
    const row = await this.transactions.client.broadcast.findUnique({ where: { id, editionId } });
    return row === null ? undefined : toStored(row);
  }

  async create(
    editionId: number,
    id: string,
    { zones, until, texts, ...message }: NewBroadcast,
    createdBy: string,
  ): Promise<StoredBroadcast> {
    const data = {
      ...message,
      id,
      editionId,
      texts: withoutUndefined(texts),
      zones: zones ?? [],
      until: until === null ? null : new Date(until),
      createdAt: new Date(),
      createdBy,
    };
    return toStored(await this.transactions.client.broadcast.create({ data }));
  }

  async update(id: string, { zones, until, texts, level, displays }: BroadcastPatch): Promise<StoredBroadcast> {
    const data = withoutUndefined({
      level,
      displays,
      texts: texts === undefined ? undefined : withoutUndefined(texts),
      zones: zones === undefined ? undefined : (zones ?? []),
      until: until === undefined || until === null ? until : new Date(until),
    });
    const row = await this.transactions.client.broadcast.update({
      where: { id },
      data: { ...data, revision: { increment: 1 } },
    });
    return toStored(row);
  }

  async withdraw(id: string): Promise<StoredBroadcast> {
    const data = { withdrawnAt: new Date() };
    return toStored(await this.transactions.client.broadcast.update({ where: { id }, data }));
  }
}

function toStored(row: Prisma.BroadcastModel): StoredBroadcast {
  const { id, revision, createdBy } = row;
  return {
    id,
    revision,
    level: broadcastLevel.parse(row.level),
    texts: broadcastTexts.parse(row.texts),
    displays: row.displays.map((display) => deviceDisplay.parse(display)),
    zones: row.zones.length === 0 ? null : row.zones,
    until: row.until?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    createdBy,
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
  };
}
