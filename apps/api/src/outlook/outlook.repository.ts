import type { Names, PublishedFigure } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import type pg from "pg";
import { Database } from "../platform/database.ts";

/** An edition that began before another one. */
export interface EarlierEdition {
  id: number;
  slug: string;
  names: Names;
  /** A rehearsal is no edition to compare with, though figures may have been entered for it. */
  isDraft: boolean;
}

export type EarlierFigure = PublishedFigure & { edition: string; names: Names };

/** What was counted at the site on a day, without staff. */
export interface DayTotal {
  editionId: number;
  day: string;
  visits: number;
  /** Another one when a commit counted anything on the day. */
  state: string;
}

export interface MinuteCount {
  /** ms since the epoch. */
  at: number;
  visits: number;
}

/** Reads within one snapshot of the database. */
export interface OutlookSnapshot {
  readonly version: number;
  /** The days on which anything was counted, in order. */
  readonly days: readonly DayTotal[];
  /** Of minutes between two instants, ms since the epoch; those in which anything came, in order. */
  minutes(editionId: number, from: number, to: number): Promise<MinuteCount[]>;
}

const DAYS = `
  select edition_id as "editionId", day, coalesce(sum(entered) filter (where category <> 'staff'), 0)::int as visits,
    string_agg(zone_id || ' ' || category || ' ' || tally_day.xmin, ',' order by zone_id, category) as state
  from zone join tally_day on zone_id = zone.id
  where edition_id = any($1) and kind = 'site' group by edition_id, day order by day`;

const MINUTES = `
  select (date_part('epoch', minute) * 1000)::bigint as at, sum(entered)::int as visits
  from zone join tally_minute on zone_id = zone.id
  where edition_id = $1 and kind = 'site' and category <> 'staff'
    and minute >= from_epoch_ms($2) and minute < from_epoch_ms($3)
  group by minute order by minute`;

const EARLIER = `
  select edition.id, slug, names, status = 'draft' as "isDraft"
  from edition join edition_day on edition_id = edition.id
  group by edition.id
  having min(date) < (select min(date) from edition_day where edition_id = $1)
  order by min(date) desc, edition.id desc`;

const PUBLISHED = `
  select metric, value, qualifier, source, slug as edition, names
  from published_figure join edition on edition.id = edition_id
  where edition_id = any($1) order by edition_id, position`;

@Injectable()
export class OutlookRepository {
  constructor(private readonly database: Database) {}

  /** Editions that began before, the latest first. */
  async earlier(editionId: number): Promise<EarlierEdition[]> {
    return (await this.database.pool.query<EarlierEdition>(EARLIER, [editionId])).rows;
  }

  async published(editionIds: readonly number[]): Promise<EarlierFigure[]> {
    return (await this.database.pool.query<EarlierFigure>(PUBLISHED, [editionIds])).rows;
  }

  async version(editionId: number): Promise<number> {
    const { rows } = await this.database.pool.query<{ version: number }>({
      name: "outlook_version",
      text: "select version from edition_state where edition_id = $1",
      values: [editionId],
    });
    return rows[0]?.version ?? 0;
  }

  /** Lets `work` read the edition, with others beside it, as of one commit. */
  async inSnapshot<Result>(
    editionId: number,
    others: readonly number[],
    work: (snapshot: OutlookSnapshot) => Promise<Result>,
  ): Promise<Result> {
    const client = await this.database.pool.connect();
    let failed: Error | undefined;
    try {
      await client.query("begin isolation level repeatable read read only");
      const result = await work(await snapshotWith(client, editionId, others));
      await client.query("commit");
      return result;
    } catch (error) {
      failed = error instanceof Error ? error : new Error(String(error));
      throw error;
    } finally {
      // What failed within its transaction is not used again.
      client.release(failed);
    }
  }
}

async function snapshotWith(
  client: pg.PoolClient,
  editionId: number,
  others: readonly number[],
): Promise<OutlookSnapshot> {
  const state = await client.query<{ version: number }>("select version from edition_state where edition_id = $1", [
    editionId,
  ]);
  const days = await client.query<DayTotal>(DAYS, [[editionId, ...others]]);
  return {
    version: state.rows[0]?.version ?? 0,
    days: days.rows,
    async minutes(of, from, to) {
      return (await client.query<MinuteCount>(MINUTES, [of, from, to])).rows;
    },
  };
}
