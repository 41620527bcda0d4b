import { entryFlags, type LedgerKind, type LedgerQuery, type LedgerRow, type Page } from "@abwab/contract";
import { fromBits } from "@abwab/domain";
import { Injectable } from "@nestjs/common";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import { Database } from "../platform/database.ts";
import { ProblemError } from "../platform/problem-error.ts";

interface Row {
  id: string;
  kind: LedgerKind;
  zone: string;
  checkpoint: string | null;
  direction: "in" | "out" | null;
  headcount: number;
  category: string | null;
  occurred_at: Date;
  placed_at: Date;
  received_at: Date;
  device_id: string | null;
  flags: number;
  voids: string | null;
  reason: string | null;
  version: number;
}

/** The ledger in the order of its commits: versions commit in order, so a cursor leaves no gap. */
@Injectable()
export class LedgerListingRepository {
  constructor(private readonly database: Database) {}

  async page(edition: EditionConfiguration, query: LedgerQuery): Promise<Page<LedgerRow>> {
    const place = query.cursor === undefined ? endOf(query.after ?? 0) : readCursor(query.cursor);
    const { rows } = await this.database.pool.query<Row>({
      name: "ledger_page",
      text: `select ledger.id, ledger.kind, zone.code as zone, checkpoint.code as checkpoint, direction, headcount, category,
               occurred_at, placed_at, received_at, device_id, flags, voids, reason, version
             from ledger join zone on zone.id = ledger.zone_id left join checkpoint on checkpoint.id = ledger.checkpoint_id
             where ledger.edition_id = $1 and version >= $2 and (version, ledger.id) > ($2, $3::uuid)
               and ($4::text is null or zone.code = $4) and ($5::text is null or category = $5)
               and ($6::uuid is null or device_id = $6)
               and ($7::timestamptz is null or placed_at >= $7) and ($8::timestamptz is null or placed_at < $8)
             order by version, ledger.id limit $9`,
      values: [
        edition.id,
        place.version,
        place.id,
        query.zone ?? null,
        query.category ?? null,
        query.device ?? null,
        query.from ?? null,
        query.to ?? null,
        query.limit + 1,
      ],
    });
    const items = rows.slice(0, query.limit).map((row) => toLedgerRow(edition.slug, row));
    const last = items.at(-1);
    return { items, nextCursor: rows.length > query.limit && last ? writeCursor(last) : null };
  }

  /** How many rows come after one, as far as they are counted. */
  async countAfter(editionId: number, { version, id }: LedgerPlace, most: number): Promise<number> {
    const { rows } = await this.database.pool.query<{ count: number }>({
      name: "ledger_rows_after",
      text: `select count(*) as count from (
               select from ledger
               where edition_id = $1 and version >= $2 and (version, id) > ($2, $3::uuid) limit $4
             ) as following`,
      values: [editionId, version, id, most],
    });
    return rows[0]?.count ?? 0;
  }
}

/** A row's place in the order of the ledger. */
export interface LedgerPlace {
  version: number;
  id: string;
}

/** After everything of a version. */
export const endOf = (version: number): LedgerPlace => ({ version, id: "ffffffff-ffff-ffff-ffff-ffffffffffff" });

function toLedgerRow(edition: string, row: Row): LedgerRow {
  return {
    id: row.id,
    kind: row.kind,
    edition,
    zone: row.zone,
    checkpoint: row.checkpoint,
    direction: row.direction,
    headcount: row.headcount,
    category: row.category,
    occurredAt: row.occurred_at.toISOString(),
    placedAt: row.placed_at.toISOString(),
    receivedAt: row.received_at.toISOString(),
    deviceId: row.device_id,
    flags: fromBits(entryFlags, row.flags),
    ...(row.voids !== null && { voids: row.voids }),
    ...(row.reason !== null && { reason: row.reason }),
    version: row.version,
  };
}

/** What reads on after a row. */
export const writeCursor = ({ version, id }: LedgerPlace): string =>
  Buffer.from(`${version} ${id}`).toString("base64url");

function readCursor(cursor: string): LedgerPlace {
  const match = /^(\d{1,15}) ([0-9a-f-]{36})$/.exec(Buffer.from(cursor, "base64url").toString());
  if (match?.[1] === undefined || match[2] === undefined) {
    const message = "Take the cursor from the page before.";
    throw new ProblemError("invalid", message, { errors: [{ path: "cursor", code: "invalid_cursor", message }] });
  }
  return { version: Number(match[1]), id: match[2] };
}
