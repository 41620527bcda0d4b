import type { Verdict } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { Database, prompt } from "../platform/database.ts";
import type { PreparedEntry } from "./prepare-entry.ts";

export interface RefusedAsk {
  reason: Verdict["reason"];
  /** Digest of what was asked. */
  content: string;
}

/** Asks that were refused, kept so that they answer the same when sent again. */
@Injectable()
export class RefusedAsksRepository {
  constructor(private readonly database: Database) {}

  /** What is known of these ids: the reason of an earlier refusal, or that an entry stands on the ledger. */
  async known(ids: readonly string[]): Promise<{ refused: Map<string, RefusedAsk>; recorded: Set<string> }> {
    const { rows } = await this.database.pool.query<{ id: string; reason: Verdict["reason"] | null; content: string }>({
      ...prompt,
      name: "known_asks",
      text: `select id, reason, content from refused_ask where id = any($1::uuid[])
             union all select id, null, '' from ledger where id = any($1::uuid[])`,
      values: [ids],
    });
    const refused = new Map<string, RefusedAsk>();
    const recorded = new Set<string>();
    for (const { id, reason, content } of rows) {
      if (reason === null) recorded.add(id);
      else refused.set(id, { reason, content });
    }
    return { refused, recorded };
  }

  async keep(editionId: number, refused: readonly ({ entry: PreparedEntry } & RefusedAsk)[]): Promise<void> {
    await this.database.pool.query({
      ...prompt,
      name: "keep_refused_asks",
      text: `insert into refused_ask (id, edition_id, device_id, zone_id, occurred_at, reason, content)
             select id, $1, device_id, zone_id, from_epoch_ms(occurred_at), reason, content
             from unnest($2::uuid[], $3::uuid[], $4::int[], $5::bigint[], $6::text[], $7::text[])
               as ask (id, device_id, zone_id, occurred_at, reason, content)
             on conflict (id) do nothing`,
      values: [
        editionId,
        refused.map((it) => it.entry.id),
        refused.map((it) => it.entry.deviceId),
        refused.map((it) => it.entry.zoneId),
        refused.map((it) => it.entry.occurredAt),
        refused.map((it) => it.reason),
        refused.map((it) => it.content),
      ],
    });
  }
}
