import { Injectable } from "@nestjs/common";
import { Transactions } from "../platform/transactions.ts";

@Injectable()
export class ImportPurgeRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Whether anything made before `limit` is to be forgotten. */
  async hasOlder(limit: Date): Promise<boolean> {
    const [row] = await this.transactions.client.$queryRaw<{ found: boolean }[]>`
      select exists (select from import where created_at < ${limit}::timestamptz and state <> 'committing'
        and (state not in ('done', 'undone') or not cells_forgotten)) as found`;
    return row?.found === true;
  }

  async removeUnconfirmed(limit: Date): Promise<{ id: string; slug: string }[]> {
    return this.transactions.client.$queryRaw<{ id: string; slug: string }[]>`
      delete from import using edition
      where edition.id = import.edition_id and import.created_at < ${limit}::timestamptz
        and state not in ('committing', 'done', 'undone')
      returning import.id, edition.slug`;
  }

  async forgetCells(limit: Date): Promise<void> {
    await this.transactions.client.$executeRaw`
      with old as (
        update import set cells_forgotten = true
        where created_at < ${limit}::timestamptz and state in ('done', 'undone') and not cells_forgotten returning id
      )
      update import_row set cells = '{}' from old where import_id = old.id and cardinality(cells) > 0`;
  }
}
