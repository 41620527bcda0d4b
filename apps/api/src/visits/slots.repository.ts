import { instant, type Slot, uuid } from "@abwab/contract";
import type { Interval } from "@abwab/domain";
import { Injectable } from "@nestjs/common";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import type { PageRequest } from "../platform/page-cursor.ts";
import { Prisma } from "../platform/prisma-client/generated/client.ts";
import { Transactions } from "../platform/transactions.ts";
import { orAlreadyExists } from "../platform/unique-violation.ts";

/** Slots are listed by their time. */
export const slotOrder = z.object({ startsAt: instant, id: uuid });
export type SlotOrder = z.infer<typeof slotOrder>;

export interface SlotFilter {
  /** Only those that begin within. */
  during: Interval | undefined;
  zone: string | undefined;
}

interface SlotRow {
  id: string;
  zone: string;
  startsAt: Date;
  endsAt: Date;
  capacity: number;
  booked: number;
}

const COLUMNS = Prisma.sql`slot.id, zone.code as zone, starts_at as "startsAt", ends_at as "endsAt", slot.capacity,
  (select coalesce(sum(pupils + adults), 0)::integer from visit
   where slot_id = slot.id and cancelled_at is null) as booked`;

/** Times in which zones take groups. What is booked is added up from the visits, never kept beside them. */
@Injectable()
export class SlotsRepository {
  constructor(private readonly transactions: Transactions) {}

  async list(editionId: number, { during, zone }: SlotFilter, page: PageRequest<SlotOrder>): Promise<Slot[]> {
    const { after, limit } = page;
    const conditions = [Prisma.sql`slot.edition_id = ${editionId}::integer`];
    if (zone !== undefined) conditions.push(Prisma.sql`zone.code = ${zone}`);
    if (during !== undefined) {
      const [from, to] = [new Date(during.from), new Date(during.to)];
      conditions.push(Prisma.sql`starts_at >= ${from}::timestamptz and starts_at < ${to}::timestamptz`);
    }
    if (after !== undefined) {
      conditions.push(Prisma.sql`(starts_at, slot.id) > (${new Date(after.startsAt)}::timestamptz, ${after.id}::uuid)`);
    }
    const rows = await this.transactions.client.$queryRaw<SlotRow[]>`
      select ${COLUMNS} from slot join zone on zone.id = zone_id
      where ${Prisma.join(conditions, " and ")}
      order by starts_at, slot.id limit ${limit}`;
    return rows.map(toSlot);
  }

  async get(editionId: number, id: string): Promise<Slot | undefined> {
    const rows = await this.transactions.client.$queryRaw<SlotRow[]>`
      select ${COLUMNS} from slot join zone on zone.id = zone_id
      where slot.edition_id = ${editionId}::integer and slot.id = ${id}::uuid`;
    return rows[0] && toSlot(rows[0]);
  }

  /**
   * Locks slots until the end of the transaction, in one order for all, so that nobody else books them meanwhile; what
   * is read of them afterwards holds. Returns the ids of those that are there.
   */
  async hold(editionId: number, ids: readonly string[]): Promise<string[]> {
    const rows = await this.transactions.client.$queryRaw<{ id: string }[]>`
      select id from slot where edition_id = ${editionId}::integer and id = any (${[...ids]}::uuid[])
      order by id for update`;
    return rows.map(({ id }) => id);
  }

  /** Keeps a zone from being removed until the transaction ends; false where it has been. */
  async holdZone(zoneId: number): Promise<boolean> {
    const rows = await this.transactions.client.$queryRaw<unknown[]>`
      select id from zone where id = ${zoneId}::integer for key share`;
    return rows.length > 0;
  }

  /** Ids of the slots of a zone that begin within one of the intervals. */
  async within(editionId: number, zoneId: number, intervals: readonly Interval[]): Promise<string[]> {
    const rows = await this.transactions.client.slot.findMany({
      where: {
        editionId,
        zoneId,
        OR: intervals.map(({ from, to }) => ({ startsAt: { gte: new Date(from), lt: new Date(to) } })),
      },
      select: { id: true },
    });
    return rows.map(({ id }) => id);
  }

  /** By their time. */
  async some(ids: readonly string[]): Promise<Slot[]> {
    const rows = await this.transactions.client.$queryRaw<SlotRow[]>`
      select ${COLUMNS} from slot join zone on zone.id = zone_id
      where slot.id = any (${[...ids]}::uuid[]) order by starts_at, slot.id`;
    return rows.map(toSlot);
  }

  /** Returns their ids. Throws `already_exists` where one of the zone begins at the same moment. */
  async create(editionId: number, zoneId: number, times: readonly Interval[], capacity: number): Promise<string[]> {
    const data = times.map(({ from, to }) => ({
      id: uuidv7(),
      editionId,
      zoneId,
      startsAt: new Date(from),
      endsAt: new Date(to),
      capacity,
    }));
    await orAlreadyExists(
      this.transactions.client.slot.createMany({ data }),
      "The zone has a slot at one of these times already.",
    );
    return data.map(({ id }) => id);
  }

  async setCapacity(id: string, capacity: number): Promise<void> {
    await this.transactions.client.slot.update({ where: { id }, data: { capacity } });
  }

  /** Cancelled visits go on without it. */
  async remove(id: string): Promise<void> {
    await this.transactions.client.visit.updateMany({ where: { slotId: id }, data: { slotId: null } });
    await this.transactions.client.slot.delete({ where: { id } });
  }
}

const toSlot = ({ startsAt, endsAt, ...row }: SlotRow): Slot => ({
  ...row,
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
});
