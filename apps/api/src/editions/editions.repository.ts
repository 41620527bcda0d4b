import { Injectable } from "@nestjs/common";
import {
  type Edition,
  type EditionDay,
  type EditionPatch,
  names,
  type NewEdition,
  type PublishedFigure,
} from "@abwab/contract";
import { z } from "zod";
import type { PageRequest } from "../platform/page-cursor.ts";
import type { Prisma } from "../platform/prisma-client/generated/client.ts";
import { Transactions } from "../platform/transactions.ts";
import { orAlreadyExists } from "../platform/unique-violation.ts";
import { withoutUndefined } from "../platform/without-undefined.ts";

/** Editions are listed by their first day, the latest first. */
export const editionKey = z.object({ firstDay: z.iso.date(), id: z.int32() });
export type EditionKey = z.infer<typeof editionKey>;
export interface ListedEdition {
  key: EditionKey;
  edition: Edition;
}

const WITH_PARTS = {
  days: { orderBy: { date: "asc" } },
  published: { orderBy: { position: "asc" } },
} as const satisfies Prisma.EditionInclude;
type EditionRow = Prisma.EditionGetPayload<{ include: typeof WITH_PARTS }>;

@Injectable()
export class EditionsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** @param only the editions that may be seen; null for all */
  async list({ after, limit }: PageRequest<EditionKey>, only: number[] | null): Promise<ListedEdition[]> {
    const keys = await this.transactions.client.$queryRaw<EditionKey[]>`
      select edition.id, min(date)::text as "firstDay"
      from edition join edition_day on edition_day.edition_id = edition.id
      where ${only === null} or edition.id = any (${only ?? []}::integer[])
      group by edition.id
      having ${after === undefined} or (min(date), edition.id) < (${after?.firstDay ?? null}::date, ${after?.id ?? null}::integer)
      order by min(date) desc, edition.id desc
      limit ${limit}`;
    const rows = await this.transactions.client.edition.findMany({
      where: { id: { in: keys.map((key) => key.id) } },
      include: WITH_PARTS,
    });
    const byId = new Map(rows.map((row) => [row.id, toEdition(row)]));
    return keys.flatMap((key) => {
      const edition = byId.get(key.id);
      return edition === undefined ? [] : [{ key, edition }];
    });
  }

  async get(id: number): Promise<Edition | undefined> {
    const row = await this.transactions.client.edition.findUnique({ where: { id }, include: WITH_PARTS });
    return row === null ? undefined : toEdition(row);
  }

  /** Returns its id. Throws `already_exists`. */
  async create({ days, published, ...fields }: NewEdition): Promise<number> {
    const { id } = await orAlreadyExists(
      this.transactions.client.edition.create({
        data: {
          ...fields,
          ordinal: fields.ordinal ?? null,
          coveredAreaM2: fields.coveredAreaM2 ?? null,
          days: { createMany: { data: days.map(toDayRow) } },
          published: { createMany: { data: published.map(toFigureRow) } },
        },
        select: { id: true },
      }),
      `There is an edition ${fields.slug} already.`,
    );
    return id;
  }

  async update(id: number, { days, published, ...fields }: EditionPatch): Promise<void> {
    await this.transactions.client.edition.update({
      where: { id },
      data: {
        ...withoutUndefined(fields),
        ...(days && { days: { deleteMany: {}, createMany: { data: days.map(toDayRow) } } }),
        ...(published && { published: { deleteMany: {}, createMany: { data: published.map(toFigureRow) } } }),
      },
    });
  }

  /** With its zones, checkpoints and devices; the ledger keeps what the daily reset wrote. */
  async remove(id: number): Promise<void> {
    const { client } = this.transactions;
    await client.$executeRaw`delete from anchor where zone_id in (select id from zone where edition_id = ${id}::integer)`;
    await client.refusedAsk.deleteMany({ where: { editionId: id } });
    await client.programmeItem.deleteMany({ where: { editionId: id } });
    await client.device.deleteMany({ where: { editionId: id } });
    await client.checkpoint.deleteMany({ where: { editionId: id } });
    await client.edition.delete({ where: { id } });
  }
}

function toEdition(row: EditionRow): Edition {
  return {
    slug: row.slug,
    ...(row.ordinal !== null && { ordinal: row.ordinal }),
    names: names.parse(row.names),
    city: row.city,
    venue: row.venue,
    ...(row.coveredAreaM2 !== null && { coveredAreaM2: row.coveredAreaM2 }),
    timeZone: row.timeZone,
    dayCutoff: row.dayCutoff,
    days: row.days.map(({ date, opensAt, closesAt }) => ({ date: date.toISOString().slice(0, 10), opensAt, closesAt })),
    status: row.status,
    public: row.public,
    categories: row.categories,
    originSample: row.originSample,
    pupilsPerAdult: row.pupilsPerAdult,
    published: row.published.map(({ metric, value, qualifier, source }) => ({
      metric,
      value: Number(value),
      qualifier,
      source,
    })),
  };
}

const toDayRow = ({ date, opensAt, closesAt }: EditionDay) => ({
  date: new Date(`${date}T00:00:00Z`),
  opensAt,
  closesAt,
});
const toFigureRow = ({ metric, value, qualifier, source }: PublishedFigure, position: number) => ({
  position,
  metric,
  value: BigInt(value),
  qualifier,
  source,
});
