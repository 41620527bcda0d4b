import { names, type NewProgrammeItem, programmeKind, type ProgrammeQuery, speaker } from "@abwab/contract";
import type { Interval } from "@abwab/domain";
import { Injectable } from "@nestjs/common";
import { z } from "zod";
import type { PageRequest } from "../platform/page-cursor.ts";
import { Prisma } from "../platform/prisma-client/generated/client.ts";
import { Transactions } from "../platform/transactions.ts";
import type { StoredItem } from "./stored-item.ts";

/** The programme is listed by its hours. */
export const programmeOrder = z.object({ startsAt: z.int(), id: z.guid() });
export type ProgrammeOrder = z.infer<typeof programmeOrder>;

export interface ItemFields extends Omit<NewProgrammeItem, "zone"> {
  zoneId: number;
}

const WITH_ZONE = { zone: { select: { code: true } } } as const satisfies Prisma.ProgrammeItemInclude;
type Row = Prisma.ProgrammeItemGetPayload<{ include: typeof WITH_ZONE }>;
const speakers = z.array(speaker);

@Injectable()
export class ProgrammeRepository {
  constructor(private readonly transactions: Transactions) {}

  /** @param during only those that start within */
  async list(
    editionId: number,
    { zone, kind, during }: Pick<ProgrammeQuery, "zone" | "kind"> & { during: Interval | undefined },
    { after, limit }: PageRequest<ProgrammeOrder>,
  ): Promise<StoredItem[]> {
    const last = after && new Date(after.startsAt);
    const rows = await this.transactions.client.programmeItem.findMany({
      where: {
        editionId,
        ...(zone !== undefined && { zone: { code: zone } }),
        ...(kind !== undefined && { kind }),
        AND: [
          during === undefined ? {} : { startsAt: { gte: new Date(during.from), lt: new Date(during.to) } },
          last === undefined || after === undefined
            ? {}
            : { OR: [{ startsAt: { gt: last } }, { startsAt: last, id: { gt: after.id } }] },
        ],
      },
      include: WITH_ZONE,
      orderBy: [{ startsAt: "asc" }, { id: "asc" }],
      take: limit,
    });
    return rows.map(toItem);
  }

  /** What takes place at any moment of an interval, in whatever hall. */
  async overlapping(editionId: number, { from, to }: Interval): Promise<StoredItem[]> {
    const rows = await this.transactions.client.programmeItem.findMany({
      where: { editionId, startsAt: { lt: new Date(to) }, endsAt: { gt: new Date(from) } },
      include: WITH_ZONE,
      orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    });
    return rows.map(toItem);
  }

  async get(editionId: number, id: string): Promise<StoredItem | undefined> {
    const row = await this.transactions.client.programmeItem.findUnique({
      where: { id, editionId },
      include: WITH_ZONE,
    });
    return row === null ? undefined : toItem(row);
  }

  /** Nobody else changes it before the transaction ends. */
  async hold(editionId: number, id: string): Promise<StoredItem | undefined> {
    await this.transactions.client.$executeRaw`select from programme_item where id = ${id}::uuid for update`;
    return this.get(editionId, id);
  }

  async createMany(editionId: number, items: readonly (ItemFields & { id: string })[]): Promise<void> {
    await this.transactions.client.programmeItem.createMany({ data: items.map((item) => ({ editionId, ...item })) });
  }

  async update(id: string, fields: ItemFields): Promise<void> {
    await this.transactions.client.programmeItem.update({ where: { id }, data: { ...fields, changedAt: new Date() } });
  }

  async remove(id: string): Promise<void> {
    await this.transactions.client.programmeItem.delete({ where: { id } });
  }

  /**
   * Headcount into each item's hall from its start to its end, by placed time, without staff, by the item's id. The
   * tallies know of voids and adjustments.
   */
  async entered(ids: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.transactions.client.$queryRaw<{ id: string; entered: number }[]>`
      select item.id, coalesce(sum(entered), 0)::integer as entered
      from programme_item as item left join tally_minute as tally
        on tally.zone_id = item.zone_id and minute >= starts_at and minute < ends_at and category <> 'staff'
      where item.id = any (${[...ids]}::uuid[])
      group by item.id`;
    return new Map(rows.map(({ id, entered }) => [id, entered]));
  }
}

const toItem = (row: Row): StoredItem => ({
  id: row.id,
  zone: row.zone.code,
  kind: programmeKind.parse(row.kind),
  names: names.parse(row.names),
  startsAt: row.startsAt.getTime(),
  endsAt: row.endsAt.getTime(),
  speakers: speakers.parse(row.speakers),
  expected: row.expected,
  attended: row.attended,
  changedAt: row.changedAt.getTime(),
});
