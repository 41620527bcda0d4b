import type { NewOrganisation, Organisation, OrganisationQuery } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { z } from "zod";
import type { PageRequest } from "../platform/page-cursor.ts";
import { Prisma } from "../platform/prisma-client/generated/client.ts";
import { Transactions } from "../platform/transactions.ts";
import { withoutUndefined } from "../platform/without-undefined.ts";
import { organisationFolded } from "./organisation-folded.ts";
import { toOrganisation } from "./organisation-row.ts";

/** What the list is in the order of. */
export const organisationOrder = z.object({ folded: z.string(), id: z.guid() });
export type OrganisationOrder = z.infer<typeof organisationOrder>;

export type OrganisationFilter = Pick<OrganisationQuery, "type" | "kind" | "province" | "region" | "importId">;
type Change = { [Name in keyof NewOrganisation]?: NewOrganisation[Name] | undefined };

/** Organisations of an edition. Those that were taken up into another are not there, unless it is said. */
@Injectable()
export class OrganisationsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** In the order of their names, Arabic ones first. */
  async list(
    editionId: number,
    { type, kind, province, region, importId }: OrganisationFilter,
    { after, limit }: PageRequest<OrganisationOrder>,
  ): Promise<{ organisation: Organisation; order: OrganisationOrder }[]> {
    const conditions: Prisma.OrganisationWhereInput[] = [];
    if (province !== undefined) conditions.push({ province });
    if (region !== undefined) conditions.push({ province: { startsWith: `${region}.` } });
    if (after !== undefined) {
      const { folded, id } = after;
      conditions.push({ OR: [{ folded: { gt: folded } }, { folded, id: { gt: id } }] });
    }
    const rows = await this.transactions.client.organisation.findMany({
      where: { editionId, mergedInto: null, ...withoutUndefined({ type, kind, importId }), AND: conditions },
      orderBy: [{ folded: "asc" }, { id: "asc" }],
      take: limit,
    });
    return rows.map((row) => ({ organisation: toOrganisation(row), order: { folded: row.folded, id: row.id } }));
  }

  async get(editionId: number, id: string): Promise<Organisation | undefined> {
    const row = await this.transactions.client.organisation.findUnique({ where: { id, editionId, mergedInto: null } });
    return row === null ? undefined : toOrganisation(row);
  }

  /** In the order of `ids`; those that are not there any more are left out. */
  async byIds(editionId: number, ids: readonly string[]): Promise<Organisation[]> {
    const rows = await this.transactions.client.organisation.findMany({
      where: { editionId, mergedInto: null, id: { in: [...ids] } },
    });
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => {
      const row = found.get(id);
      return row === undefined ? [] : [toOrganisation(row)];
    });
  }

  /**
   * As `byIds`, and until the end of the transaction nobody changes them, takes them up into another, or gives them
   * anything (a visit, a pass) that they hadn't.
   */
  async hold(editionId: number, ids: readonly string[]): Promise<Organisation[]> {
    await this.transactions.client.$queryRaw`
      select id from organisation where edition_id = ${editionId}::integer and id = any (${ids}::uuid[])
      order by id for update`;
    return this.byIds(editionId, ids);
  }

  /** @param atGate whether a kiosk writes it down, of a group that was on no list */
  async create(
    editionId: number,
    id: string,
    { contact, ...fields }: NewOrganisation,
    atGate = false,
  ): Promise<Organisation> {
    return toOrganisation(
      await this.transactions.client.organisation.create({
        data: {
          id,
          editionId,
          atGate,
          ...fields,
          contact: contact ?? Prisma.DbNull,
          folded: organisationFolded(fields),
        },
      }),
    );
  }

  /** In one statement, however many. */
  async createAll(editionId: number, organisations: readonly (NewOrganisation & { id: string })[]): Promise<void> {
    await this.transactions.client.organisation.createMany({
      data: organisations.map(({ contact, ...fields }) => ({
        editionId,
        ...fields,
        contact: contact ?? Prisma.DbNull,
        folded: organisationFolded(fields),
      })),
    });
  }

  async update(organisation: Organisation, { contact, ...fields }: Change): Promise<Organisation> {
    return toOrganisation(
      await this.transactions.client.organisation.update({
        where: { id: organisation.id },
        data: {
          ...withoutUndefined(fields),
          ...(contact !== undefined && { contact: contact ?? Prisma.DbNull }),
          folded: organisationFolded({ ...organisation, ...withoutUndefined(fields) }),
          changedAt: new Date(),
        },
      }),
    );
  }

  /** Whether anything hangs on it: a visit, a pass, an accreditation, an activity. */
  async isInUse(id: string): Promise<boolean> {
    const [row] = await this.transactions.client.$queryRaw<{ used: boolean }[]>`
      select exists (select from visit where organisation_id = ${id}::uuid)
        or exists (select from pass where organisation_id = ${id}::uuid)
        or exists (select from accreditation where organisation_id = ${id}::uuid)
        or exists (select from media_activity where organisation_id = ${id}::uuid) as used`;
    return row?.used ?? false;
  }

  /** With those that were taken up into it, and with what was said of them and others. */
  async remove(editionId: number, id: string): Promise<void> {
    await this.transactions.client.$executeRaw`
      with recursive gone (id) as (
        select ${id}::uuid
        union select organisation.id from organisation join gone on organisation.merged_into = gone.id
      ), merges as (
        delete from organisation_merge
        where edition_id = ${editionId}::integer and (kept in (select id from gone) or other in (select id from gone))
      ), apart as (
        delete from organisation_apart where first in (select id from gone) or second in (select id from gone)
      )
      delete from organisation where edition_id = ${editionId}::integer and id in (select id from gone)`;
  }
}
