import { webhookFeedEvent, type WebhookFeedEvent } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { endOf, type LedgerPlace } from "../entries/ledger-listing.repository.ts";
import { Database, prompt } from "../platform/database.ts";
import { Transactions } from "../platform/transactions.ts";

/** What an endpoint follows, in the hand of the server whose turn it is. */
export interface FeedTurn {
  webhookId: string;
  event: WebhookFeedEvent;
  turn: number;
  sequence: number;
  /** The last row that arrived. */
  arrived: LedgerPlace;
  /** The message on its way, and the last row in it. */
  deliveryId: string | null;
  batch: LedgerPlace | null;
  figures: string | null;
  failures: number;
}

interface Row {
  webhook_id: string;
  event: string;
  turn: number;
  sequence: number;
  version: number;
  row_id: string;
  delivery_id: string | null;
  batch_version: number | null;
  batch_row_id: string | null;
  figures: string | null;
  failures: number;
}

type Change = Partial<{
  sequence: number;
  version: number;
  rowId: string;
  seenVersion: number;
  deliveryId: string | null;
  batchVersion: number | null;
  batchRowId: string | null;
  figures: string;
  failures: number;
}>;

const nothingOnItsWay = { deliveryId: null, batchVersion: null, batchRowId: null };

/** How far endpoints have followed, and which server's turn it is to send to them. */
@Injectable()
export class WebhookFeedsRepository {
  constructor(
    private readonly transactions: Transactions,
    private readonly database: Database,
  ) {}

  /**
   * Takes what is due and has something to say, for so long: a server that ends meanwhile is followed by another one.
   * What only waits for entries costs a look at the edition's version.
   */
  async takeTurns(most: number, forMs: number): Promise<FeedTurn[]> {
    const { rows } = await this.database.pool.query<Row>({
      ...prompt,
      name: "take_webhook_turns",
      text: `update webhook_feed set due_at = now() + $2 * interval '1 ms', turn = turn + 1
             where (webhook_id, event) in (
               select feed.webhook_id, feed.event
               from webhook_feed as feed
                 join webhook on webhook.id = feed.webhook_id
                 join edition_state as state on state.edition_id = webhook.edition_id
               where webhook.active and feed.due_at <= now()
                 and (feed.event = 'counts.changed' or feed.delivery_id is not null
                   or state.version > feed.seen_version)
               order by feed.due_at
               limit $1
               for update of feed skip locked
             )
             returning webhook_id, event, turn, sequence, version, row_id, delivery_id, batch_version, batch_row_id,
               figures, failures`,
      values: [most, forMs],
    });
    return rows.map(toTurn);
  }

  /** Whether it is still the turn of whoever asks; then it stays so until the transaction ends. */
  async hold({ webhookId, event, turn }: FeedTurn): Promise<boolean> {
    const rows = await this.transactions.client.$queryRaw<object[]>`
      select 1 from webhook_feed
      where webhook_id = ${webhookId}::uuid and event = ${event} and turn = ${turn}::bigint for update`;
    return rows.length === 1;
  }

  async change({ webhookId, event, turn }: FeedTurn, change: Change): Promise<void> {
    await this.transactions.client.webhookFeed.updateMany({ where: { webhookId, event, turn }, data: change });
  }

  /** Ends a turn: the next one is due so long after. */
  async end({ webhookId, event, turn }: FeedTurn, nextInMs: number): Promise<void> {
    await this.transactions.client.$executeRaw`
      update webhook_feed set due_at = now() + ${nextInMs}::integer * interval '1 ms'
      where webhook_id = ${webhookId}::uuid and event = ${event} and turn = ${turn}::bigint`;
  }

  async of(webhookId: string): Promise<Map<WebhookFeedEvent, LedgerPlace>> {
    const rows = await this.transactions.client.webhookFeed.findMany({ where: { webhookId } });
    return new Map(
      rows.map(({ event, version, rowId }) => [webhookFeedEvent.parse(event), { version: Number(version), id: rowId }]),
    );
  }

  /** Follows from a version of the ledger on; undefined: from the present one. */
  async begin(editionId: number, webhookId: string, event: WebhookFeedEvent, after?: number): Promise<void> {
    const version = after ?? (await this.version(editionId));
    await this.transactions.client.webhookFeed.create({
      data: { webhookId, event, version, rowId: endOf(version).id },
    });
  }

  /** Follows from another version on; what is on its way to the endpoint is followed by that. */
  async goTo(webhookId: string, version: number): Promise<void> {
    await this.transactions.client.webhookFeed.updateMany({
      where: { webhookId, event: webhookFeedEvent.enum["entries.recorded"] },
      data: {
        ...nothingOnItsWay,
        version,
        rowId: endOf(version).id,
        seenVersion: 0,
        failures: 0,
        dueAt: new Date(0),
        turn: { increment: 1 },
      },
    });
  }

  /** An endpoint that is switched on again is tried at once. */
  async hurry(webhookId: string): Promise<void> {
    const data = { dueAt: new Date(0), failures: 0 };
    await this.transactions.client.webhookFeed.updateMany({ where: { webhookId }, data });
  }

  async stop(webhookId: string, event: WebhookFeedEvent): Promise<void> {
    await this.transactions.client.webhookFeed.deleteMany({ where: { webhookId, event } });
  }

  /** Of the edition's last commit. */
  async version(editionId: number): Promise<number> {
    const state = await this.transactions.client.editionState.findUnique({ where: { editionId } });
    return Number(state?.version ?? 0);
  }
}

/** The message on its way has arrived, or is not sent any more. */
export const afterArrival = ({ sequence, batch, arrived }: FeedTurn): Change => ({
  ...nothingOnItsWay,
  sequence: sequence + 1,
  version: (batch ?? arrived).version,
  rowId: (batch ?? arrived).id,
  failures: 0,
});

function toTurn(row: Row): FeedTurn {
  const { batch_version: version, batch_row_id: id } = row;
  return {
    webhookId: row.webhook_id,
    event: webhookFeedEvent.parse(row.event),
    turn: row.turn,
    sequence: row.sequence,
    arrived: { version: row.version, id: row.row_id },
    deliveryId: row.delivery_id,
    batch: version === null || id === null ? null : { version, id },
    figures: row.figures,
    failures: row.failures,
  };
}
