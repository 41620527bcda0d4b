import type { Distribution } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { Transactions } from "../platform/transactions.ts";
import type { Group, NamedOrganisation } from "./visit-pass.ts";

export interface ExpectedOrganisation extends NamedOrganisation, Group {}
type Chosen = Pick<Distribution, "type" | "province">;

/** What visits ask of the registry. */
@Injectable()
export class VisitOrganisationsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** One that nobody merges into another before the transaction ends; undefined where that has happened. */
  async hold(editionId: number, id: string): Promise<NamedOrganisation | undefined> {
    const rows = await this.transactions.client.$queryRaw<NamedOrganisation[]>`
      select id, type::text, name_ar as "nameAr", name_fr as "nameFr" from organisation
      where edition_id = ${editionId}::integer and id = ${id}::uuid and merged_into is null for share`;
    return rows[0];
  }

  /** Lets only one distribution of an edition go on at a time, whichever server it is asked of. */
  async holdDistribution(editionId: number): Promise<void> {
    await this.transactions.client
      .$executeRaw`select pg_advisory_xact_lock(hashtext('visit-distribution'), ${editionId}::integer)`;
  }

  /** Those that have no visit, in the order of their names as they are compared. */
  async withoutVisit(editionId: number, { type, province }: Chosen): Promise<ExpectedOrganisation[]> {
    return this.transactions.client.$queryRaw<ExpectedOrganisation[]>`
      select id, type::text, name_ar as "nameAr", name_fr as "nameFr", expected_pupils as pupils,
        expected_adults as adults
      from organisation
      where edition_id = ${editionId}::integer and merged_into is null
        and (${type ?? null}::text is null or type::text = ${type ?? null}::text)
        and (${province ?? null}::text is null or province = ${province ?? null}::text)
        and not exists (select from visit where organisation_id = organisation.id and cancelled_at is null)
      order by folded, id`;
  }
}
