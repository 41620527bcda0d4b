import { Injectable } from "@nestjs/common";
import { ProblemError } from "../platform/problem-error.ts";
import { Transactions } from "../platform/transactions.ts";

export interface Outlet {
  id: string;
  name: string;
}

/** Media outlets of the registry. */
@Injectable()
export class OutletsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** One that nobody merges into another before the transaction ends. Throws `invalid` where it is no media outlet. */
  async hold(editionId: number, id: string): Promise<Outlet> {
    const rows = await this.transactions.client.$queryRaw<(Outlet & { type: string })[]>`
      select id, type::text, coalesce(name_ar, name_fr) as name from organisation
      where edition_id = ${editionId}::integer and id = ${id}::uuid and merged_into is null for share`;
    const outlet = rows[0];
    if (outlet?.type === "media") return { id: outlet.id, name: outlet.name };
    const [code, message] =
      outlet === undefined
        ? (["unknown_organisation", "This edition has no such organisation."] as const)
        : (["not_a_media_outlet", "It is no media outlet."] as const);
    throw new ProblemError("invalid", `organisationId: ${message}`, {
      errors: [{ path: "organisationId", code, message }],
    });
  }
}
