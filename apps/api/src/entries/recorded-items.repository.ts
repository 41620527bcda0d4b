import type { LedgerKind } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { Database, prompt } from "../platform/database.ts";

/** What of a row of the ledger is compared with a later delivery. */
export interface RecordedItem {
  id: string;
  editionId: number;
  kind: LedgerKind;
  checkpoint: string | null;
  checkpointSent: boolean;
  direction: "in" | "out" | null;
  headcount: number;
  category: string | null;
  /** ms since the epoch. */
  occurredAt: number;
  passDigest: string | null;
  flags: number;
  voids: string | null;
}

@Injectable()
export class RecordedItemsRepository {
  constructor(private readonly database: Database) {}

  async byIds(ids: readonly string[]): Promise<Map<string, RecordedItem>> {
    const { rows } = await this.database.pool.query<RecordedItem>({
      ...prompt,
      name: "recorded_items",
      text: `select ledger.id, ledger.edition_id as "editionId", kind, checkpoint.code as checkpoint,
               checkpoint_sent as "checkpointSent", direction, headcount, category,
               (extract(epoch from occurred_at) * 1000)::bigint as "occurredAt", encode(pass_digest, 'hex') as "passDigest",
               flags, voids
             from ledger left join checkpoint on checkpoint.id = checkpoint_id where ledger.id = any($1::uuid[])`,
      values: [ids],
    });
    return new Map(rows.map((row) => [row.id, row]));
  }
}
