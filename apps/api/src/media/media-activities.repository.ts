import { instant, type MediaActivity, type NewMediaActivity, uuid } from "@abwab/contract";
import type { Interval } from "@abwab/domain";
import { Injectable } from "@nestjs/common";
import { z } from "zod";
import type { PageRequest } from "../platform/page-cursor.ts";
import type { Prisma } from "../platform/prisma-client/generated/client.ts";
import { Transactions } from "../platform/transactions.ts";

/** Activities are listed by when they were, the latest first. */
export const activityOrder = z.object({ at: instant, id: uuid });
export type ActivityOrder = z.infer<typeof activityOrder>;

const WITH_OUTLET = {
  organisation: { select: { nameAr: true, nameFr: true } },
} as const satisfies Prisma.MediaActivityInclude;
type Row = Prisma.MediaActivityGetPayload<{ include: typeof WITH_OUTLET }>;

@Injectable()
export class MediaActivitiesRepository {
  constructor(private readonly transactions: Transactions) {}

  /** @param during only those within */
  async list(
    editionId: number,
    { organisation, during }: { organisation: string | undefined; during: Interval | undefined },
    { after, limit }: PageRequest<ActivityOrder>,
  ): Promise<MediaActivity[]> {
    const rows = await this.transactions.client.mediaActivity.findMany({
      where: {
        editionId,
        ...(organisation !== undefined && { organisationId: organisation }),
        ...(during !== undefined && { at: { gte: new Date(during.from), lt: new Date(during.to) } }),
        ...(after !== undefined && { OR: [{ at: { lt: after.at } }, { at: after.at, id: { lt: after.id } }] }),
      },
      include: WITH_OUTLET,
      orderBy: [{ at: "desc" }, { id: "desc" }],
      take: limit,
    });
    return rows.map(toActivity);
  }

  /** Nobody else changes it before the transaction ends. */
  async hold(id: string): Promise<void> {
    await this.transactions.client.$executeRaw`select from media_activity where id = ${id}::uuid for update`;
  }

  async get(editionId: number, id: string): Promise<MediaActivity | undefined> {
    const row = await this.transactions.client.mediaActivity.findUnique({
      where: { id, editionId },
      include: WITH_OUTLET,
    });
    return row === null ? undefined : toActivity(row);
  }

  async create(editionId: number, id: string, fields: NewMediaActivity): Promise<void> {
    await this.transactions.client.mediaActivity.create({ data: { id, editionId, ...toRow(fields) } });
  }

  async update(id: string, fields: NewMediaActivity): Promise<void> {
    await this.transactions.client.mediaActivity.update({ where: { id }, data: toRow(fields) });
  }

  async remove(id: string): Promise<void> {
    await this.transactions.client.mediaActivity.delete({ where: { id } });
  }
}

const toRow = ({ organisationId, what, where, at }: NewMediaActivity) => ({ organisationId, what, place: where, at });

const toActivity = ({ id, organisationId, organisation, what, place, at, createdAt }: Row): MediaActivity => ({
  id,
  organisationId,
  outlet: organisation.nameAr ?? organisation.nameFr ?? "",
  what,
  where: place,
  at: at.toISOString(),
  createdAt: createdAt.toISOString(),
});
