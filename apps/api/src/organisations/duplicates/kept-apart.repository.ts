import { Injectable } from "@nestjs/common";
import { Transactions } from "../../platform/transactions.ts";

/** Pairs that a person has said are two. */
@Injectable()
export class KeptApartRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Whether it is news. */
  async add(one: string, other: string): Promise<boolean> {
    const added = await this.transactions.client.$executeRaw`
      insert into organisation_apart (first, second)
      values (least(${one}::uuid, ${other}::uuid), greatest(${one}::uuid, ${other}::uuid))
      on conflict do nothing`;
    return added > 0;
  }

  /** Of an edition, by the smaller id. */
  async of(editionId: number): Promise<Map<string, Set<string>>> {
    const rows = await this.transactions.client.$queryRaw<{ first: string; second: string }[]>`
      select first, second from organisation_apart join organisation on organisation.id = first
      where edition_id = ${editionId}::integer`;
    const apart = new Map<string, Set<string>>();
    for (const { first, second } of rows) apart.set(first, (apart.get(first) ?? new Set()).add(second));
    return apart;
  }
}
