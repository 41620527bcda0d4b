import { entryFlags } from "@abwab/contract";
import { toBits } from "@abwab/domain";
import { Injectable } from "@nestjs/common";
import type pg from "pg";
import { Database } from "../platform/database.ts";
import type { CountingMethod, DayCompleteness, Findings, FoundQuarter, PassFigures } from "./findings.ts";
import type { ZoneAnchor, ZoneMinute } from "./inside-peaks.ts";
import type { SettledRevision } from "./settled-revision.ts";

/** A settled day with where it begins and ends, ms since the epoch. */
export interface DayToExamine extends SettledRevision {
  from: number;
  to: number;
}

export interface FoundOnLedger extends Omit<Findings, "peaks"> {
  movements: ZoneMinute[];
  anchors: ZoneAnchor[];
}

// The day's rows at its version, without what was rehearsed. The index that serves is that of `placed_at`.
const ROWS = `
  ledger.edition_id = $1 and ledger.day = $2 and ledger.version <= $3
  and placed_at >= from_epoch_ms($4) and placed_at < from_epoch_ms($5) and flags & rehearsal_bit() = 0`;

// The middle of a minute stands for the moments in it, as in the attendance of days that are not settled.
const QUARTERS = `
  select zone, quarter * 900000 as at, sum(entered)::int as entered, sum(exited)::int as exited,
    sum(entered * second) as "enteredSeconds", sum(exited * second) as "exitedSeconds"
  from (
    select code as zone, floor(date_part('epoch', placed_at) / 900)::bigint as quarter,
      floor(date_part('epoch', placed_at) / 60) * 60 + 30 - $4::bigint / 1000 as second,
      case direction when 'in' then headcount else 0 end as entered,
      case direction when 'out' then headcount else 0 end as exited
    from ledger join zone on zone.id = zone_id where ${ROWS} and ledger.kind <> 'anchor'
  ) moved group by 1, 2 order by 1, 2`;

const MOVEMENTS = `
  select code as zone, floor(date_part('epoch', placed_at) / 60)::bigint * 60000 as minute,
    sum(case direction when 'in' then headcount else -headcount end)::int as moved
  from ledger join zone on zone.id = zone_id where ${ROWS} and ledger.kind <> 'anchor'
  group by 1, 2 order by 2`;

const ANCHORS = `
  select code as zone, (date_part('epoch', anchor.placed_at) * 1000)::bigint as at, anchor.headcount as inside,
    (select coalesce(sum(case direction when 'in' then headcount else -headcount end), 0)::int from ledger
     where ${ROWS} and ledger.kind <> 'anchor' and zone_id = anchor.zone_id and placed_at > anchor.placed_at
       and placed_at < date_trunc('minute', anchor.placed_at, 'UTC') + interval '1 minute') as "restOfMinute"
  from ledger as anchor join zone on zone.id = zone_id
  where anchor.kind = 'anchor' and anchor.edition_id = $1 and anchor.day = $2 and anchor.version <= $3
    and flags & rehearsal_bit() = 0
  order by anchor.placed_at, anchor.id`;

const amount = (condition: string): string =>
  `json_build_object('entries', count(*) filter (where ${condition}),
     'people', coalesce(sum(headcount) filter (where ${condition}), 0))`;
const flagged = (flag: (typeof entryFlags)[number]): string => amount(`flags & ${toBits(entryFlags, [flag])} <> 0`);

const METHOD = `
  select ${amount("pass_digest is not null")} as scanned,
    ${amount("pass_digest is null and device_id is not null and headcount = 1")} as tapped,
    ${amount("pass_digest is null and device_id is not null and headcount > 1")} as headcounts,
    ${amount("pass_digest is null and device_id is null")} as "otherSystems",
    ${amount("origin is not null")} as asked,
    count(distinct device_id)::int as devices, count(distinct checkpoint_id)::int as checkpoints,
    ${amount("received_at >= from_epoch_ms($5)")} as "afterCutOff",
    ${amount("received_at < from_epoch_ms($5) and received_at > placed_at + interval '15 minutes'")} as late,
    ${flagged("clock_skew")} as "clockCorrected", ${flagged("outside_hours")} as "outsideHours",
    ${flagged("over_capacity")} as "overCapacity", ${flagged("duplicate_pass")} as "duplicatePass",
    ${flagged("revoked_pass")} as "revokedPass", ${flagged("unknown_pass")} as "unknownPass",
    (select count(*)::int from refused_ask
     where edition_id = $1 and occurred_at >= from_epoch_ms($4) and occurred_at < from_epoch_ms($5)) as refused
  from ledger where ${ROWS} and kind = 'entry'`;

// Ways into the site with a pass that the edition knows, on every day that was settled by this version, each at its
// revision then in force and without what was voided by then.
const PASSES = `
  with frozen as (
    select distinct on (day) day, version as until from settled_day
    where edition_id = $1 and version <= $2 order by day, revision desc
  ), crossing as materialized (
    select ledger.day, pass.digest, pass.kind = 'group' as is_group, pass.category as own, ledger.category,
      sum(headcount)::int as people
    from frozen join ledger on ledger.day = frozen.day and ledger.version <= until
      join zone on zone.id = zone_id join pass on pass.digest = pass_digest and pass.edition_id = ledger.edition_id
    where ledger.edition_id = $1 and zone.kind = 'site' and ledger.kind = 'entry' and direction = 'in'
      and pass_digest is not null and flags & rehearsal_bit() = 0
      and not exists (select from voided_entry join ledger as void on void.id = void_id
                      where entry_id = ledger.id and void.version <= until)
    group by 1, 2, 3, 4, 5
  ), by_size as (
    select digest, day, category, people,
      dense_rank() over (partition by digest order by of_day desc, day) as place
    from (select *, sum(people) over (partition by digest, day) as of_day from crossing where is_group) sized
  )
  select 'individuals' as what, day, own as category, count(distinct digest)::int as count
    from crossing where not is_group group by 2, 3
  union all select 'groups', day, category, sum(people)::int from crossing where is_group group by 2, 3
  union all select 'withPass', day, category, sum(people)::int from crossing group by 2, 3
  union all select 'individuals', null, own, count(distinct digest)::int from crossing where not is_group group by 3
  union all select 'groups', null, category, sum(people)::int from by_size where place = 1 group by 3
  order by 2, 3`;

interface PassRow {
  what: "individuals" | "groups" | "withPass";
  /** null of all days together. */
  day: string | null;
  category: string;
  count: number;
}

/** Reads the ledger of a settled day, all of it: seconds for millions of rows. */
@Injectable()
export class FindingsRepository {
  constructor(private readonly database: Database) {}

  async of(settled: DayToExamine): Promise<FoundOnLedger> {
    const client = await this.database.pool.connect();
    let failed: Error | undefined;
    try {
      // One processor is enough; the others count.
      await client.query("begin read only; set local max_parallel_workers_per_gather = 0; set local jit = off");
      const found = await readWith(client, settled);
      await client.query("commit");
      return found;
    } catch (error) {
      failed = error instanceof Error ? error : new Error(String(error));
      throw error;
    } finally {
      // What failed within its transaction is not used again.
      client.release(failed);
    }
  }
}

async function readWith(client: pg.PoolClient, settled: DayToExamine): Promise<FoundOnLedger> {
  const { editionId, day, version, from, to } = settled;
  const values = [editionId, day, version, from, to];
  const quarters = await client.query<FoundQuarter>(QUARTERS, values);
  const movements = await client.query<ZoneMinute>(MOVEMENTS, values);
  const anchors = await client.query<ZoneAnchor>(ANCHORS, values);
  const method = await client.query<CountingMethod & DayCompleteness>(METHOD, values);
  const passes = await client.query<PassRow>(PASSES, [editionId, version]);
  const [counted] = method.rows;
  if (counted === undefined) throw new Error("the day's method was not answered");
  const { afterCutOff, late, clockCorrected, outsideHours, overCapacity, ...rest } = counted;
  const { duplicatePass, revokedPass, unknownPass, refused, ...howCounted } = rest;
  const flags = { clockCorrected, outsideHours, overCapacity, duplicatePass, revokedPass, unknownPass };
  return {
    quarters: quarters.rows,
    movements: movements.rows,
    anchors: anchors.rows,
    method: howCounted,
    completeness: { afterCutOff, late, ...flags, refused },
    ...passFigures(passes.rows),
  };
}

function passFigures(rows: readonly PassRow[]): Pick<Findings, "attendance" | "visitors"> {
  const gathered = [...Map.groupBy(rows, ({ day, category }) => `${day ?? ""} ${category}`).values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const of = (what: PassRow["what"]): number => own.find((row) => row.what === what)?.count ?? 0;
    const figures: PassFigures = {
      category: first.category,
      individuals: of("individuals"),
      groups: of("groups"),
      withPass: of("withPass"),
    };
    return [{ day: first.day, figures }];
  });
  return {
    attendance: gathered.flatMap(({ day, figures }) => (day === null ? [] : [{ day, ...figures }])),
    visitors: gathered.flatMap(({ day, figures: { category, individuals, groups } }) =>
      day === null ? [{ category, individuals, groups }] : [],
    ),
  };
}
