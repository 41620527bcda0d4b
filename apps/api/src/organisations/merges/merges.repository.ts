import type { Merge } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { z } from "zod";
import type { PageRequest } from "../../platform/page-cursor.ts";
import type { Prisma } from "../../platform/prisma-client/generated/client.ts";
import { Transactions } from "../../platform/transactions.ts";
import { toOrganisation } from "../organisation-row.ts";

/** What undoing a merge has to know: which fields were taken up, and what was moved. */
const undoing = z.object({
  taken: z.array(
    z.enum(["kind", "nameAr", "nameFr", "city", "province", "contact", "expectedPupils", "expectedAdults"]),
  ),
  visits: z.array(z.string()),
  passes: z.array(z.string()),
  accreditations: z.array(z.string()),
  activities: z.array(z.string()),
});
export type Undoing = z.infer<typeof undoing>;
export type Moved = Omit<Undoing, "taken">;

export interface StoredMerge {
  id: string;
  kept: string;
  other: string;
  isUndone: boolean;
  undoing: Undoing;
}

/** What was merged, and how what hangs on an organisation is moved to another. */
@Injectable()
export class MergesRepository {
  constructor(private readonly transactions: Transactions) {}

  /** The latest first: their ids are made in the order of time. */
  async list(editionId: number, { after, limit }: PageRequest<string>): Promise<Merge[]> {
    const rows = await this.transactions.client.organisationMerge.findMany({
      where: { editionId, ...(after !== undefined && { id: { lt: after } }) },
      orderBy: { id: "desc" },
      take: limit,
    });
    return this.withOrganisations(rows);
  }

  async get(editionId: number, id: string): Promise<Merge | undefined> {
    const row = await this.transactions.client.organisationMerge.findUnique({ where: { id, editionId } });
    return row === null ? undefined : (await this.withOrganisations([row]))[0];
  }

  /** Nobody else undoes it before the transaction ends. */
  async hold(editionId: number, id: string): Promise<StoredMerge | undefined> {
    await this.transactions.client.$queryRaw`
      select id from organisation_merge where edition_id = ${editionId}::integer and id = ${id}::uuid for update`;
    const row = await this.transactions.client.organisationMerge.findUnique({ where: { id, editionId } });
    if (row === null) return undefined;
    const { kept, other, undoneAt, before } = row;
    return { id: row.id, kept, other, isUndone: undoneAt !== null, undoing: undoing.parse(before) };
  }

  async create(merge: { id: string; editionId: number; kept: string; other: string; before: Undoing }): Promise<void> {
    await this.transactions.client.organisationMerge.create({ data: merge });
    await this.transactions.client.organisation.update({
      where: { id: merge.other },
      data: { mergedInto: merge.kept, changedAt: new Date() },
    });
  }

  async undo({ id, other }: StoredMerge): Promise<void> {
    await this.transactions.client.organisationMerge.update({ where: { id }, data: { undoneAt: new Date() } });
    await this.transactions.client.organisation.update({
      where: { id: other },
      data: { mergedInto: null, changedAt: new Date() },
    });
  }

  /** Moves everything that hangs on `from`; returns what. */
  async moveAll(from: string, to: string): Promise<Moved> {
    const { client } = this.transactions;
    const data = { organisationId: to };
    const where = { organisationId: from };
    const [visits, passes, accreditations, activities] = [
      await client.visit.updateManyAndReturn({ where, data, select: { id: true } }),
      await client.pass.updateManyAndReturn({ where, data, select: { code: true } }),
      await client.accreditation.updateManyAndReturn({ where, data, select: { id: true } }),
      await client.mediaActivity.updateManyAndReturn({ where, data, select: { id: true } }),
    ];
    return {
      visits: visits.map(({ id }) => id),
      passes: passes.map(({ code }) => code),
      accreditations: accreditations.map(({ id }) => id),
      activities: activities.map(({ id }) => id),
    };
  }

  /** Moves what is named and still hangs on `from`. */
  async move({ visits, passes, accreditations, activities }: Moved, from: string, to: string): Promise<void> {
    await this.transactions.client.$executeRaw`
      with visits as (
        update visit set organisation_id = ${to}::uuid
        where organisation_id = ${from}::uuid and id = any (${visits}::uuid[])
      ), passes as (
        update pass set organisation_id = ${to}::uuid
        where organisation_id = ${from}::uuid and code = any (${passes}::text[])
      ), accreditations as (
        update accreditation set organisation_id = ${to}::uuid
        where organisation_id = ${from}::uuid and id = any (${accreditations}::uuid[])
      )
      update media_activity set organisation_id = ${to}::uuid
      where organisation_id = ${from}::uuid and id = any (${activities}::uuid[])`;
  }

  private async withOrganisations(rows: readonly Prisma.OrganisationMergeModel[]): Promise<Merge[]> {
    const ids = rows.flatMap(({ kept, other }) => [kept, other]);
    const organisations = await this.transactions.client.organisation.findMany({ where: { id: { in: ids } } });
    const found = new Map(organisations.map((row) => [row.id, toOrganisation(row)]));
    return rows.flatMap(({ id, kept, other: taken, at, undoneAt }) => {
      const [organisation, other] = [found.get(kept), found.get(taken)];
      if (organisation === undefined || other === undefined) return [];
      return [{ id, organisation, other, at: at.toISOString(), undoneAt: undoneAt?.toISOString() ?? null }];
    });
  }
}
