import { type Accreditation, instant, uuid } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { z } from "zod";
import type { PageRequest } from "../platform/page-cursor.ts";
import { Prisma } from "../platform/prisma-client/generated/client.ts";
import { Transactions } from "../platform/transactions.ts";

/** Accreditations are listed by when they were given, the latest first. */
export const accreditationOrder = z.object({ createdAt: instant, id: uuid });
export type AccreditationOrder = z.infer<typeof accreditationOrder>;

interface Row extends Omit<Accreditation, "revokedAt" | "createdAt"> {
  revokedAt: Date | null;
  createdAt: Date;
}

export interface NewAccreditationRow {
  id: string;
  editionId: number;
  organisationId: string;
  holder: string;
  duty: string | null;
  passCode: string;
}

// A badge that was lost is reissued like any pass: the accreditation goes on with the latest.
const ACCREDITATION = Prisma.sql`
  select accreditation.id, accreditation.organisation_id as "organisationId", coalesce(name_ar, name_fr) as outlet,
    holder, duty, accreditation.created_at as "createdAt", latest.code as "passCode",
    coalesce(latest.revoked_at, pass_key.revoked_at) as "revokedAt"
  from accreditation join organisation on organisation.id = accreditation.organisation_id, lateral (
    with recursive chain as (
      select code, replaced_by, revoked_at, key_id from pass where code = pass_code
      union all
      select pass.code, pass.replaced_by, pass.revoked_at, pass.key_id
      from chain, lateral (select * from pass where code = chain.replaced_by limit 1) as pass
    ) select code, revoked_at, key_id from chain where replaced_by is null
  ) as latest join pass_key on pass_key.key_id = latest.key_id`;

@Injectable()
export class AccreditationsRepository {
  constructor(private readonly transactions: Transactions) {}

  async list(
    editionId: number,
    organisation: string | undefined,
    { after, limit }: PageRequest<AccreditationOrder>,
  ): Promise<Accreditation[]> {
    const conditions = [Prisma.sql`accreditation.edition_id = ${editionId}::integer`];
    if (organisation !== undefined) {
      conditions.push(Prisma.sql`accreditation.organisation_id = ${organisation}::uuid`);
    }
    if (after !== undefined) {
      const { createdAt, id } = after;
      conditions.push(
        Prisma.sql`(accreditation.created_at, accreditation.id) < (${new Date(createdAt)}::timestamptz, ${id}::uuid)`,
      );
    }
    const rows = await this.transactions.client.$queryRaw<Row[]>`
      ${ACCREDITATION} where ${Prisma.join(conditions, " and ")}
      order by accreditation.created_at desc, accreditation.id desc limit ${limit}`;
    return rows.map(toAccreditation);
  }

  /** Nobody else changes it before the transaction ends. */
  async hold(id: string): Promise<void> {
    await this.transactions.client.$executeRaw`select from accreditation where id = ${id}::uuid for update`;
  }

  async get(editionId: number, id: string): Promise<Accreditation | undefined> {
    const rows = await this.transactions.client.$queryRaw<Row[]>`
      ${ACCREDITATION} where accreditation.edition_id = ${editionId}::integer and accreditation.id = ${id}::uuid`;
    return rows[0] && toAccreditation(rows[0]);
  }

  async create(row: NewAccreditationRow): Promise<void> {
    await this.transactions.client.accreditation.create({ data: row });
  }

  async update(id: string, fields: { holder?: string; duty?: string | null }): Promise<void> {
    await this.transactions.client.accreditation.update({ where: { id }, data: fields });
  }
}

const toAccreditation = ({ revokedAt, createdAt, ...row }: Row): Accreditation => ({
  ...row,
  revokedAt: revokedAt?.toISOString() ?? null,
  createdAt: createdAt.toISOString(),
});
