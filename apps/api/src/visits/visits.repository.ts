import { instant, type Slot, uuid, type Visit } from "@abwab/contract";
import type { Interval } from "@abwab/domain";
import { Injectable } from "@nestjs/common";
import { z } from "zod";
import type { PageRequest } from "../platform/page-cursor.ts";
import { Prisma } from "../platform/prisma-client/generated/client.ts";
import { Transactions } from "../platform/transactions.ts";

/** Visits are listed by their hour; those without one by when they were booked. */
export const visitOrder = z.object({ at: instant, id: uuid });
export type VisitOrder = z.infer<typeof visitOrder>;

/** A visit as it was planned. */
export interface StoredVisit {
  id: string;
  organisation: Visit["organisation"];
  slot: Slot | null;
  pupils: number;
  adults: number;
  walkIn: boolean;
  cancelled: boolean;
  createdAt: Date;
  /** By which it is listed. */
  at: Date;
}

export interface VisitFilter {
  /** Of which day: that of its slot, of a walk-in the one on which it came. */
  during?: Interval | undefined;
  /** Whether those that may come on any day are of that one too. */
  anyDay?: boolean;
  zone?: string | undefined;
  /** Whether those without a slot belong to that zone too: they are awaited at the site. */
  withoutSlot?: boolean;
  organisation?: string | undefined;
  province?: string | undefined;
  cancelled?: boolean;
}

export interface VisitFields {
  organisationId: string;
  slotId: string | null;
  pupils: number;
  adults: number;
  walkIn: boolean;
  firstPass: string | null;
}

interface VisitRow {
  id: string;
  organisation: Visit["organisation"];
  slot: Slot | null;
  pupils: number;
  adults: number;
  walkIn: boolean;
  cancelled: boolean;
  createdAt: Date;
  at: Date;
}

const VISIT = Prisma.sql`
  select visit.id, visit.pupils, visit.adults, walk_in as "walkIn", cancelled_at is not null as cancelled,
    visit.created_at as "createdAt", coalesce(slot.starts_at, visit.created_at) as at,
    json_build_object('id', organisation.id, 'type', organisation.type, 'kind', organisation.kind,
      'nameAr', name_ar, 'nameFr', name_fr, 'city', city, 'province', province) as organisation,
    case when slot.id is null then null else json_build_object('id', slot.id, 'zone', zone.code,
      'startsAt', slot.starts_at, 'endsAt', slot.ends_at, 'capacity', slot.capacity, 'booked',
      (select coalesce(sum(other.pupils + other.adults), 0) from visit as other
       where other.slot_id = slot.id and other.cancelled_at is null)) end as slot
  from visit join organisation on organisation.id = organisation_id
    left join slot on slot.id = slot_id left join zone on zone.id = slot.zone_id`;

@Injectable()
export class VisitsRepository {
  constructor(private readonly transactions: Transactions) {}

  async list(editionId: number, filter: VisitFilter, page: PageRequest<VisitOrder>): Promise<StoredVisit[]> {
    const conditions = [Prisma.sql`visit.edition_id = ${editionId}::integer`, ...conditionsOf(filter)];
    if (page.after !== undefined) {
      const { at, id } = page.after;
      conditions.push(
        Prisma.sql`(coalesce(slot.starts_at, visit.created_at), visit.id) > (${new Date(at)}::timestamptz, ${id}::uuid)`,
      );
    }
    const rows = await this.transactions.client.$queryRaw<VisitRow[]>`
      ${VISIT} where ${Prisma.join(conditions, " and ")} order by at, visit.id limit ${page.limit}`;
    return rows.map(toStored);
  }

  async count(editionId: number, filter: VisitFilter): Promise<number> {
    const conditions = [Prisma.sql`visit.edition_id = ${editionId}::integer`, ...conditionsOf(filter)];
    const rows = await this.transactions.client.$queryRaw<{ count: number }[]>`
      select count(*)::integer as count
      from visit join organisation on organisation.id = organisation_id
        left join slot on slot.id = slot_id left join zone on zone.id = slot.zone_id
      where ${Prisma.join(conditions, " and ")}`;
    return rows[0]?.count ?? 0;
  }

  /** A part of a list in its order. */
  async part(
    editionId: number,
    filter: VisitFilter,
    { skip, take }: { skip: number; take: number },
  ): Promise<StoredVisit[]> {
    const conditions = [Prisma.sql`visit.edition_id = ${editionId}::integer`, ...conditionsOf(filter)];
    const rows = await this.transactions.client.$queryRaw<VisitRow[]>`
      ${VISIT} where ${Prisma.join(conditions, " and ")} order by at, visit.id limit ${take} offset ${skip}`;
    return rows.map(toStored);
  }

  async get(editionId: number, id: string): Promise<StoredVisit | undefined> {
    const rows = await this.transactions.client.$queryRaw<VisitRow[]>`
      ${VISIT} where visit.edition_id = ${editionId}::integer and visit.id = ${id}::uuid`;
    return rows[0] && toStored(rows[0]);
  }

  /** Visits whose id, or whose organisation's, ends in these twelve digits; at most so many. */
  async endingIn(editionId: number, digits: string, limit: number): Promise<StoredVisit[]> {
    const rows = await this.transactions.client.$queryRaw<VisitRow[]>`
      ${VISIT} where visit.edition_id = ${editionId}::integer
        and (right(visit.id::text, 12) = ${digits} or right(organisation.id::text, 12) = ${digits})
      order by at, visit.id limit ${limit}`;
    return rows.map(toStored);
  }

  /** Which edition has a visit of this id. */
  async editionOf(id: string): Promise<number | undefined> {
    const row = await this.transactions.client.visit.findUnique({ where: { id }, select: { editionId: true } });
    return row?.editionId;
  }

  /** Lets whoever books under this id wait until the transaction ends, whichever server it asks. */
  async holdId(id: string): Promise<void> {
    await this.transactions.client.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`visit ${id}`}, 0))`;
  }

  async create(editionId: number, id: string, fields: VisitFields): Promise<void> {
    await this.transactions.client.visit.create({ data: { id, editionId, ...fields } });
  }

  async createMany(editionId: number, visits: readonly (VisitFields & { id: string })[]): Promise<void> {
    await this.transactions.client.visit.createMany({ data: visits.map((visit) => ({ editionId, ...visit })) });
  }

  async update(
    id: string,
    { cancelled, ...fields }: Pick<VisitFields, "slotId" | "pupils" | "adults"> & { cancelled: boolean },
  ): Promise<void> {
    const data = { ...fields, cancelledAt: cancelled ? new Date() : null };
    await this.transactions.client.visit.update({ where: { id }, data });
  }

  async setFirstPass(id: string, firstPass: string): Promise<void> {
    await this.transactions.client.visit.update({ where: { id }, data: { firstPass } });
  }

  async setPrinted(ids: readonly string[]): Promise<void> {
    await this.transactions.client.visit.updateMany({
      where: { id: { in: [...ids] } },
      data: { printedAt: new Date() },
    });
  }
}

function conditionsOf({
  during,
  anyDay,
  zone,
  withoutSlot,
  organisation,
  province,
  cancelled,
}: VisitFilter): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = [];
  if (during !== undefined) {
    const [from, to] = [new Date(during.from), new Date(during.to)];
    conditions.push(Prisma.sql`case when slot.id is null and not walk_in then ${anyDay === true}
      else coalesce(slot.starts_at, visit.created_at) >= ${from}::timestamptz
        and coalesce(slot.starts_at, visit.created_at) < ${to}::timestamptz end`);
  }
  if (zone !== undefined) {
    conditions.push(Prisma.sql`(zone.code = ${zone} or ${withoutSlot === true} and slot.id is null)`);
  }
  if (organisation !== undefined) conditions.push(Prisma.sql`organisation.id = ${organisation}::uuid`);
  if (province !== undefined) conditions.push(Prisma.sql`province = ${province}`);
  if (cancelled !== undefined) conditions.push(Prisma.sql`(cancelled_at is not null) = ${cancelled}`);
  return conditions;
}

/** The database writes times into JSON with the offset of its session. */
const toStored = ({ slot, ...row }: VisitRow): StoredVisit => ({
  ...row,
  slot: slot && {
    ...slot,
    startsAt: new Date(slot.startsAt).toISOString(),
    endsAt: new Date(slot.endsAt).toISOString(),
  },
});
