import type { Verdict } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { Database, prompt } from "../platform/database.ts";
import { plainArray } from "./array-literal.ts";
import type { EditionHold } from "./edition-hold.repository.ts";
import type { PreparedEntry } from "./prepare-entry.ts";

export interface RefusedAsk {
  reason: Verdict["reason"];
  /** Digest of what was asked. */
  content: string;
  /** Of a group's pass: how many of it had come in. */
  groupArrived: number | undefined;
}

interface Row {
  id: string;
  reason: Verdict["reason"] | null;
  content: string;
  groupArrived: number | null;
}

/** Asks that were refused, kept so that they answer the same when sent again. */
@Injectable()
export class RefusedAsksRepository {
  constructor(private readonly database: Database) {}

  /** What is known of these ids: the reason of an earlier refusal, or that something stands on the ledger. */
  async known(
    ids: readonly string[],
    hold: EditionHold,
  ): Promise<{ refused: Map<string, RefusedAsk>; recorded: Set<string> }> {
    const { rows } = await hold.query<Row>({
      ...prompt,
      name: "known_asks",
      text: `select id, reason, content, group_arrived as "groupArrived" from refused_ask where id = any($1::uuid[])
             union all select id, null, '', null from ledger where id = any($1::uuid[])`,
      values: [plainArray(ids)],
    });
    const refused = new Map<string, RefusedAsk>();
    const recorded = new Set<string>();
    for (const { id, reason, content, groupArrived } of rows) {
      if (reason === null) recorded.add(id);
      else refused.set(id, { reason, content, groupArrived: groupArrived ?? undefined });
    }
    return { refused, recorded };
  }

  /** Which of these ids are asks that were refused in this edition. */
  async among(editionId: number, ids: readonly string[]): Promise<Set<string>> {
    const { rows } = await this.database.pool.query<{ id: string }>({
      ...prompt,
      name: "refused_asks_among",
      text: "select id from refused_ask where edition_id = $1 and id = any($2::uuid[])",
      values: [editionId, plainArray(ids)],
    });
    return new Set(rows.map(({ id }) => id));
  }

  async keep(
    editionId: number,
    refused: readonly ({ entry: PreparedEntry } & RefusedAsk)[],
    hold: EditionHold,
  ): Promise<void> {
    await hold.query({
      ...prompt,
      name: "keep_refused_asks",
      text: `insert into refused_ask (id, edition_id, device_id, zone_id, occurred_at, reason, content, group_arrived)
             select id, $1, device_id, zone_id, from_epoch_ms(occurred_at), reason, content, group_arrived
             from unnest($2::uuid[], $3::uuid[], $4::int[], $5::bigint[], $6::text[], $7::text[], $8::int[])
               as ask (id, device_id, zone_id, occurred_at, reason, content, group_arrived)
             on conflict (id) do nothing`,
      values: [
        editionId,
        plainArray(refused.map((it) => it.entry.id)),
        plainArray(refused.map((it) => it.entry.deviceId)),
        plainArray(refused.map((it) => it.entry.zoneId)),
        plainArray(refused.map((it) => it.entry.occurredAt)),
        plainArray(refused.map((it) => it.reason)),
        plainArray(refused.map((it) => it.content)),
        plainArray(refused.map((it) => it.groupArrived ?? null)),
      ],
    });
  }
}
