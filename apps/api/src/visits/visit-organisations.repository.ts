import { Injectable } from "@nestjs/common";
import { Transactions } from "../platform/transactions.ts";
import type { NamedOrganisation } from "./visit-pass.ts";

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
}
