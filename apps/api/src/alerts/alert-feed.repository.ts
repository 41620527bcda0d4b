import { Injectable } from "@nestjs/common";
import { Database, prompt } from "../platform/database.ts";
import { Transactions } from "../platform/transactions.ts";

/** The row of an edition that its alerts' changes lock, and by which servers take turns. */
@Injectable()
export class AlertFeedRepository {
  constructor(
    private readonly transactions: Transactions,
    private readonly database: Database,
  ) {}

  /** Locks the edition's alerts until the end of the transaction and returns the version of what changes in it. */
  async raise(editionId: number): Promise<bigint> {
    const [row] = await this.transactions.client.$queryRaw<{ version: bigint }[]>`
      insert into alert_feed (edition_id, version) values (${editionId}::integer, 1)
      on conflict (edition_id) do update set version = alert_feed.version + 1
      returning version::bigint`;
    return BigInt(row?.version ?? 0);
  }

  /** Of what changed last; 0 before the first alert. */
  async version(editionId: number): Promise<number> {
    const { rows } = await this.database.pool.query<{ version: string }>({
      ...prompt,
      name: "alert_feed_version",
      text: "select version from alert_feed where edition_id = $1",
      values: [editionId],
    });
    return Number(rows[0]?.version ?? 0);
  }

  /** From now on the edition is looked at. */
  async begin(editionId: number): Promise<void> {
    await this.transactions.client.$executeRaw`
      insert into alert_feed (edition_id, evaluated_at) values (${editionId}::integer, to_timestamp(0))
      on conflict (edition_id) do nothing`;
  }

  /**
   * Takes the editions whose turn it is: those with a rule that is on, or with an alert that may be over, at which no
   * server has looked for so long.
   */
  async takeTurns(everyMs: number): Promise<number[]> {
    const { rows } = await this.database.pool.query<{ id: number }>({
      ...prompt,
      name: "take_alert_turns",
      text: `update alert_feed set evaluated_at = now()
             where edition_id in (
               select feed.edition_id
               from alert_feed as feed join edition on edition.id = feed.edition_id
               where feed.evaluated_at <= now() - $1 * interval '1 ms'
                 and (
                   edition.status in ('draft', 'open')
                     and exists (select from alert_rule where edition_id = feed.edition_id and active)
                   or exists (select from alert
                     where edition_id = feed.edition_id and state <> 'resolved' and rule_id is not null)
                 )
               for update of feed skip locked
             )
             returning edition_id as id`,
      values: [everyMs],
    });
    return rows.map(({ id }) => id);
  }
}
