import type { HistoryStep } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { Database } from "../platform/database.ts";

/** What moved in one minute, or on one day, by category. */
export interface Flow {
  /** ms since the epoch; for a day its date. */
  at: number | string;
  category: string;
  entered: number;
  exited: number;
}

export interface AnchorPoint {
  at: number;
  inside: number;
  /** Signed headcount placed after it within its own minute. */
  restOfMinute: number;
}

export interface FoundAnchor {
  id: string;
  at: number;
  inside: number;
  /** Changes with every commit that counts anything in the anchor's minute; null while nothing is counted there. */
  state: string | null;
}

export interface RestOfMinute {
  id: string;
  state: string;
  restOfMinute: number;
}

/** Every commit that puts a row into the minute also writes a tally of it anew, which gives that another `xmin`. */
const STATE_OF_MINUTE = `
  (select string_agg(category || ' ' || tally.xmin, ' ' order by category) from tally_minute tally
   where zone_id = $1 and minute = date_trunc('minute', at, 'UTC'))`;

@Injectable()
export class HistoryRepository {
  constructor(private readonly database: Database) {}

  /** Minutes from `from` (inclusive) to `to` (exclusive), gathered into buckets of `bucketMs` shifted by `shiftMs`. */
  async flows(zoneId: number, from: number, to: number, bucketMs: number, shiftMs: number): Promise<Flow[]> {
    const { rows } = await this.database.pool.query<Flow>({
      name: "history_flows",
      text: `select (date_part('epoch', bucket) * 1000)::bigint as at, category, entered, exited
             from (
               select date_bin($4::bigint * interval '1 millisecond', minute, from_epoch_ms(-$5::bigint)) as bucket,
                 category, sum(entered)::int as entered, sum(exited)::int as exited
               from tally_minute
               where zone_id = $1 and minute >= from_epoch_ms($2) and minute < from_epoch_ms($3)
               group by 1, 2) flow`,
      values: [zoneId, from, to, bucketMs, shiftMs],
    });
    return rows;
  }

  /** What entered each of some zones, in the buckets of `flows`; buckets that nobody entered in are left out. */
  async entered(zoneIds: readonly number[], from: number, to: number, bucketMs: number, shiftMs: number) {
    const { rows } = await this.database.pool.query<{ zoneId: number; at: number; entered: number }>({
      name: "history_entered",
      text: `select zone_id as "zoneId",
               (date_part('epoch', date_bin($4::bigint * interval '1 millisecond', minute, from_epoch_ms(-$5::bigint)))
                 * 1000)::bigint as at,
               sum(entered)::int as entered
             from tally_minute
             where zone_id = any($1) and minute >= from_epoch_ms($2) and minute < from_epoch_ms($3) and entered <> 0
             group by 1, 2`,
      values: [zoneIds, from, to, bucketMs, shiftMs],
    });
    return rows;
  }

  async days(zoneId: number, fromDay: string, toDay: string): Promise<Flow[]> {
    const { rows } = await this.database.pool.query<Flow>({
      name: "history_days",
      text: `select day::text as at, category, entered, exited from tally_day
             where zone_id = $1 and day >= $2 and day <= $3`,
      values: [zoneId, fromDay, toDay],
    });
    return rows;
  }

  /** The latest anchor at or before `from`, and all up to `to`, in order. */
  async anchors(zoneId: number, from: number, to: number): Promise<FoundAnchor[]> {
    const { rows } = await this.database.pool.query<FoundAnchor>({
      name: "history_anchors",
      text: `select id, (date_part('epoch', at) * 1000)::bigint as at, inside, ${STATE_OF_MINUTE} as state
             from anchor
             where zone_id = $1 and at < from_epoch_ms($3)
               and at >= coalesce((select max(at) from anchor where zone_id = $1 and at <= from_epoch_ms($2)), '-infinity')
             order by anchor.at, anchor.id`,
      values: [zoneId, from, to],
    });
    return rows;
  }

  /** For some anchors of a zone the signed headcount placed after each within its own minute. */
  async restsOfMinutes(zoneId: number, anchorIds: readonly string[], rehearsal: boolean): Promise<RestOfMinute[]> {
    const { rows } = await this.database.pool.query<RestOfMinute>({
      name: "history_rests_of_minutes",
      text: `select id, ${STATE_OF_MINUTE} as state,
               (select coalesce(sum(case direction when 'in' then headcount else -headcount end), 0)::int from ledger
                where ledger.zone_id = $1 and kind <> 'anchor' and placed_at > at and placed_at < minute_end
                  and (flags & rehearsal_bit() <> 0) = $3) as "restOfMinute"
             from (
               select id, at, date_trunc('minute', at, 'UTC') + interval '1 minute' as minute_end
               from anchor where zone_id = $1 and id = any($2)
               -- Keeps the planner from working out the minute's end anew for each row of the ledger.
               offset 0) anchor`,
      values: [zoneId, anchorIds, rehearsal],
    });
    return rows;
  }

  /** Signed headcount by minute since a moment (null: since ever) until `to`, in order. */
  async movements(zoneId: number, since: number | null, to: number): Promise<{ minute: number; moved: number }[]> {
    const { rows } = await this.database.pool.query<{ minute: number; moved: number }>({
      name: "history_movements",
      // date_part is a double, which holds every ms; extract() would reckon in decimals, five times as slowly.
      text: `select (date_part('epoch', tally.minute) * 1000)::bigint as minute, sum(entered - exited)::int as moved
             from tally_minute tally
             where zone_id = $1 and tally.minute >= coalesce(from_epoch_ms($2), '-infinity')
               and tally.minute < from_epoch_ms($3)
             group by tally.minute order by tally.minute`,
      values: [zoneId, since, to],
    });
    return rows;
  }
}

/** Length of a bucket in ms; a day's is the calendar's affair. */
export const bucketLength: Record<Exclude<HistoryStep, "1d">, number> = {
  "1m": 60_000,
  "10m": 600_000,
  "1h": 3_600_000,
};
