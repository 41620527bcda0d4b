import { entryFlags } from "@abwab/contract";
import { toBits } from "@abwab/domain";
import { Injectable } from "@nestjs/common";
import type pg from "pg";
import { Database } from "../platform/database.ts";

const REHEARSAL = toBits(entryFlags, ["rehearsal"]);

/** What moved at the edition's zones on a day, by category. */
export interface DayTally {
  day: string;
  /** Another one when a commit counted anything on the day. */
  state: string;
  zones: { zoneId: number; category: string; entered: number }[];
}

/** What moved at a zone in a quarter of an hour: persons, and the sum of their moments in seconds since the day began. */
export interface QuarterRow {
  zoneId: number;
  /** ms since the epoch. */
  at: number;
  entered: number;
  exited: number;
  enteredSeconds: number;
  exitedSeconds: number;
}

export interface OriginCount {
  origin: string;
  answers: number;
}

export interface AttendanceSnapshot {
  readonly version: number;
  /** One of so many visitors is asked. */
  readonly originSample: number;
  readonly days: readonly DayTally[];
  readonly origins: readonly OriginCount[];
  readonly media: { accreditations: number; activities: number };
  /** Between two instants, ms since the epoch. */
  quarters(from: number, to: number): Promise<QuarterRow[]>;
}

export interface AttendanceRequest {
  editionId: number;
  /** null for all days. */
  day: string | null;
  isRehearsal: boolean;
  /** ms since the epoch: media activities of this time; null for all. */
  between: { from: number; to: number } | null;
}

const STATE = `
  select version, origin_sample as "originSample" from edition_state join edition on id = edition_id where id = $1`;

const DAYS = `
  select day, string_agg(zone_id || ' ' || category || ' ' || tally_day.xmin, ',' order by zone_id, category) as state,
    json_agg(json_build_object('zoneId', zone_id, 'category', category, 'entered', entered)) as zones
  from zone join tally_day on zone_id = zone.id
  where edition_id = $1 and ($2::date is null or day = $2) group by day order by day`;

// The middle of a minute stands for the moments in it.
const QUARTERS = `
  select zone_id as "zoneId", floor(date_part('epoch', minute) / 900)::bigint * 900000 as at,
    sum(entered)::int as entered, sum(exited)::int as exited,
    sum(entered * (date_part('epoch', minute) + 30 - $2::bigint / 1000)) as "enteredSeconds",
    sum(exited * (date_part('epoch', minute) + 30 - $2::bigint / 1000)) as "exitedSeconds"
  from zone join tally_minute on zone_id = zone.id
  where edition_id = $1 and minute >= from_epoch_ms($2) and minute < from_epoch_ms($3)
  group by 1, 2`;

// Of ways into the site alone: a visitor who is asked again at a pavilion is one visitor.
const ORIGINS = `
  select origin, count(*)::int as answers
  from ledger join zone on zone.id = zone_id
  where ledger.edition_id = $1 and ($2::date is null or day = $2) and origin is not null
    and ledger.kind = 'entry' and direction = 'in' and zone.kind = 'site'
    and ($3 or flags & $4::integer = 0) and not exists (select from voided_entry where entry_id = ledger.id)
  group by origin order by answers desc, origin`;

const MEDIA = `
  select (select count(*) from accreditation join pass on code = pass_code
          where accreditation.edition_id = $1 and revoked_at is null)::int as accreditations,
    (select count(*) from media_activity where edition_id = $1
       and ($2::bigint is null or (at >= from_epoch_ms($2) and at < from_epoch_ms($3))))::int as activities`;

/** Reads who came, as of one commit. */
@Injectable()
export class AttendanceRepository {
  constructor(private readonly database: Database) {}

  async inSnapshot<Result>(
    request: AttendanceRequest,
    work: (snapshot: AttendanceSnapshot) => Promise<Result>,
  ): Promise<Result> {
    const client = await this.database.pool.connect();
    let failed: Error | undefined;
    try {
      await client.query("begin isolation level repeatable read read only");
      const result = await work(await snapshotWith(client, request));
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
  { editionId, day, isRehearsal, between }: AttendanceRequest,
): Promise<AttendanceSnapshot> {
  const state = await client.query<{ version: number; originSample: number }>(STATE, [editionId]);
  const days = await client.query<DayTally>(DAYS, [editionId, day]);
  const origins = await client.query<OriginCount>(ORIGINS, [editionId, day, isRehearsal, REHEARSAL]);
  const media = await client.query<AttendanceSnapshot["media"]>(MEDIA, [editionId, between?.from, between?.to]);
  return {
    version: state.rows[0]?.version ?? 0,
    originSample: state.rows[0]?.originSample ?? 0,
    days: days.rows,
    origins: origins.rows,
    media: media.rows[0] ?? { accreditations: 0, activities: 0 },
    async quarters(from, to) {
      return (await client.query<QuarterRow>(QUARTERS, [editionId, from, to])).rows;
    },
  };
}
