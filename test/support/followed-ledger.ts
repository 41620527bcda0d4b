import type { Client } from "@abwab/api-client";
import { type LedgerRow, routes } from "@abwab/contract";
import type { ReceivedMessage, WebhookReceiver } from "./webhook-receiver.ts";

export interface EntriesMessage {
  type: string;
  data: {
    edition: string;
    sequence: number;
    firstVersion: number;
    lastVersion: number;
    rows: number;
    cursor: string;
    entries: LedgerRow[];
  };
}

/** The batches among what a receiver got, each id once, in the order in which it came first. */
export function batchesOf(messages: readonly ReceivedMessage[]): EntriesMessage[] {
  const byId = new Map(messages.map(({ headers, body }) => [headers["webhook-id"], body]));
  return [...byId.values()]
    .map((body) => JSON.parse(body) as EntriesMessage)
    .filter(({ type }) => type === "entries.recorded");
}

export const rowsOf = (messages: readonly ReceivedMessage[]): LedgerRow[] =>
  batchesOf(messages).flatMap(({ data }) => data.entries);

/** The whole ledger, in its order. */
export async function readLedger(client: Client, slug: string): Promise<LedgerRow[]> {
  const rows: LedgerRow[] = [];
  for (let cursor: string | undefined; ;) {
    const query = { limit: 500, ...(cursor !== undefined && { cursor }) };
    const page = await client.call(routes.listEntries, { params: { slug }, query });
    rows.push(...page.items);
    if (page.nextCursor === null) return rows;
    cursor = page.nextCursor;
  }
}

/** Once so many rows have come. */
export async function receivedRows(receiver: WebhookReceiver, count: number): Promise<LedgerRow[]> {
  for (;;) {
    const rows = rowsOf(receiver.messages);
    if (rows.length >= count) return rows;
    await receiver.received(receiver.messages.length + 1);
  }
}
