import { Injectable } from "@nestjs/common";
import { names, type NewZone, policy, type Zone, type ZonePatch } from "@abwab/contract";
import type { PageRequest } from "../platform/page-cursor.ts";
import type { Prisma } from "../platform/prisma-client/generated/client.ts";
import { Transactions } from "../platform/transactions.ts";
import { orAlreadyExists } from "../platform/unique-violation.ts";
import { withoutUndefined } from "../platform/without-undefined.ts";

export interface StoredZone {
  id: number;
  zone: Zone;
}

/** Zones in the order in which they were added. */
@Injectable()
export class ZonesRepository {
  constructor(private readonly transactions: Transactions) {}

  async list(editionId: number, { after, limit }: PageRequest<number>): Promise<StoredZone[]> {
    const rows = await this.transactions.client.zone.findMany({
      where: { editionId, id: { gt: after ?? 0 } },
      orderBy: { id: "asc" },
      take: limit,
    });
    return rows.map(toStored);
  }

  async get(editionId: number, code: string): Promise<StoredZone | undefined> {
    const row = await this.transactions.client.zone.findUnique({ where: { editionId_code: { editionId, code } } });
    return row === null ? undefined : toStored(row);
  }

  /** Returns their ids by code. Throws `already_exists`. */
  async createMany(editionId: number, zones: readonly NewZone[]): Promise<Map<string, number>> {
    const rows = await orAlreadyExists(
      this.transactions.client.zone.createManyAndReturn({
        data: zones.map((zone) => ({ ...zone, editionId })),
        select: { id: true, code: true },
      }),
      `There is a zone ${zones.map((zone) => zone.code).join(", ")} already.`,
    );
    return new Map(rows.map((row) => [row.code, row.id]));
  }

  async update(id: number, patch: ZonePatch): Promise<Zone> {
    const row = await this.transactions.client.zone.update({ where: { id }, data: withoutUndefined(patch) });
    return toStored(row).zone;
  }

  /** Keeps everybody else from it until the transaction ends. */
  async hold(id: number): Promise<void> {
    await this.transactions.client.$queryRaw`select id from zone where id = ${id}::integer for update`;
  }

  async remove(id: number): Promise<void> {
    await this.transactions.client.anchor.deleteMany({ where: { zoneId: id } });
    await this.transactions.client.zone.delete({ where: { id } });
  }

  /** Where groups are booked, or may be. */
  async hasSlots(id: number): Promise<boolean> {
    return (await this.transactions.client.slot.count({ where: { zoneId: id } })) > 0;
  }

  /** Where something of the programme takes place. */
  async isHall(id: number): Promise<boolean> {
    return (await this.transactions.client.programmeItem.count({ where: { zoneId: id } })) > 0;
  }

  async hasCheckpoints(id: number): Promise<boolean> {
    return (await this.transactions.client.checkpoint.count({ where: { zoneId: id } })) > 0;
  }
}

function toStored(row: Prisma.ZoneModel): StoredZone {
  const { id, code, kind, capacity, areaM2, status, message } = row;
  const zone = {
    code,
    kind,
    names: names.parse(row.names),
    capacity,
    areaM2,
    status,
    message,
    policy: policy.parse(row.policy),
  };
  return { id, zone };
}
