import type { Conflict, PassKindName } from "@abwab/contract";
import type { AdmissionMode } from "@abwab/domain";
import { Injectable } from "@nestjs/common";
import { Database } from "../platform/database.ts";
import { plainArray } from "./array-literal.ts";

/** Where the list goes on: with ways in placed before this, latest first. */
export interface ConflictCursor {
  /** RFC 3339. */
  placedAt: string;
  id: string;
}

/** Which ways in are looked at: those of the zones, before the cursor, from a moment on. */
export interface ConflictWindow {
  editionId: number;
  zones: readonly { id: number; mode: AdmissionMode }[];
  before: ConflictCursor;
  /** RFC 3339, inclusive; null for no bound. */
  from: string | null;
  /** Of a draft the rehearsal is looked at, of others everything else (A4). */
  rehearsal: boolean;
}

interface Row {
  code: string | null;
  kind: PassKindName | null;
  label: string | null;
  digest: string;
  mode: AdmissionMode;
  first: SideJson;
  second: SideJson;
}
interface SideJson {
  id: string;
  zone: string;
  checkpoint: string | null;
  deviceId: string | null;
  deviceName: string | null;
  operator: string | null;
  headcount: number;
  placedAt: number;
  receivedAt: number;
}

const wanted = `unnest($1::int[], $2::text[]) as wanted (zone_id, mode)`;

const waysIn = `second.zone_id = wanted.zone_id and second.direction = 'in' and second.pass_digest is not null
  and second.placed_at >= coalesce($4::timestamptz, '-infinity')`;

const stands = (row: string): string =>
  `(${row}.flags & rehearsal_bit() <> 0) = $6 and not exists (select from voided_entry where entry_id = ${row}.id)`;

/** Crossings of the pass of `second` at its zone up to a moment, of the same day where the mode is by the day. */
const earlier = (row: string, mode: string, second: string, comparison: "<" | "<="): string =>
  `${row}.pass_digest = ${second}.pass_digest and ${row}.zone_id = ${second}.zone_id
   and ${row}.placed_at <= ${second}.placed_at and (${row}.placed_at, ${row}.id) ${comparison} (${second}.placed_at, ${second}.id)
   and (${mode} <> 'daily' or ${row}.day = ${second}.day) and ${stands(row)}`;

/** What went out between the two of a pair. */
const wentOut = `
  select from ledger as gone
  where ${earlier("gone", "mode", "(pair.second)", "<")} and gone.direction = 'out'
    and (gone.placed_at, gone.id) > ((pair.first).placed_at, (pair.first).id)`;

// A group's running headcount never falls below none, whatever went out before it came in (as in decide): the sum,
// less its lowest value below zero.
const groupCame = `
  select (array_agg(running order by placed_at desc, id desc))[1] - least(0, min(running))
  from (
    select placed_at, id, sum(
        case when direction = 'in' then headcount when mode = 'in_out' then -headcount else 0 end
      ) over (order by placed_at, id) as running
    from ledger as came where ${earlier("came", "mode", "(pair.second)", "<=")}
  ) as came`;

const side = (row: string): string => `
  json_build_object('id', ${row}.id, 'zone', zone.code, 'operator', ${row}.operator, 'headcount', ${row}.headcount,
    'checkpoint', (select code from checkpoint where id = ${row}.checkpoint_id),
    'deviceId', ${row}.device_id, 'deviceName', (select name from device where id = ${row}.device_id),
    'placedAt', (extract(epoch from ${row}.placed_at) * 1000)::bigint,
    'receivedAt', (extract(epoch from ${row}.received_at) * 1000)::bigint)`;

/** Passes at two doors where one was allowed, by pass and placed time; flags of admission are not read. */
@Injectable()
export class ConflictsRepository {
  constructor(private readonly database: Database) {}

  /**
   * The moment from which no zone has more than so many ways in with a pass before the cursor; null where all of them
   * are no more. It bounds what one look costs, however long the ledger is.
   */
  async horizon(window: ConflictWindow, waysInOfEach: number): Promise<string | null> {
    const { rows } = await this.database.pool.query<{ horizon: Date | null }>(
      `select max(placed_at) as horizon
       from ${wanted} cross join lateral (
         select second.placed_at from ledger as second where ${waysIn} and second.placed_at < $3::timestamptz
         order by second.placed_at desc offset $5 limit 1
       ) as last`,
      [...valuesOf(window), waysInOfEach],
    );
    return rows[0]?.horizon?.toISOString() ?? null;
  }

  /** Latest first. */
  async list(window: ConflictWindow, limit: number): Promise<Conflict[]> {
    const { rows } = await this.database.pool.query<Row>(
      `with pair as materialized (
         select wanted.mode, second, first
         from ${wanted}
         join ledger as second on ${waysIn} and second.placed_at <= $3::timestamptz
           and (second.placed_at, second.id) < ($3::timestamptz, $5::uuid) and ${stands("second")}
         cross join lateral (
           select * from ledger as first
           where ${earlier("first", "wanted.mode", "second", "<")} and first.direction = 'in'
             -- No day is longer: so that the days before are not looked at.
             and first.placed_at > second.placed_at - case wanted.mode when 'daily' then interval '26 hours' else interval '1000 years' end
           order by first.placed_at desc, first.id desc limit 1
         ) as first
       )
       select pass.code, pass.kind, pass.label, encode((pair.second).pass_digest, 'hex') as digest, mode,
         ${side("(pair.first)")} as first, ${side("(pair.second)")} as second
       from pair
       join zone on zone.id = (pair.second).zone_id
       left join pass on pass.digest = (pair.second).pass_digest and pass.edition_id = $7
       where case when pass.pupils is not null then (${groupCame}) > pass.pupils + pass.adults
         else mode <> 'in_out' or not exists (${wentOut}) end
       order by (pair.second).placed_at desc, (pair.second).id desc limit $8`,
      [...valuesOf(window), window.before.id, window.rehearsal, window.editionId, limit],
    );
    return rows.map(toConflict);
  }
}

function valuesOf({ zones, before, from }: ConflictWindow): unknown[] {
  return [plainArray(zones.map(({ id }) => id)), plainArray(zones.map(({ mode }) => mode)), before.placedAt, from];
}

function toConflict({ code, kind, label, digest, mode, first, second }: Row): Conflict {
  return {
    pass: code === null || kind === null ? null : { code, kind, label },
    passDigest: digest,
    mode,
    first: toSide(first),
    second: toSide(second),
    secondsBetween: Math.floor((second.placedAt - first.placedAt) / 1000),
  };
}

function toSide({ id, deviceId, deviceName, placedAt, receivedAt, ...rest }: SideJson): Conflict["first"] {
  return {
    ...rest,
    entryId: id,
    device: deviceId === null ? null : { id: deviceId, name: deviceName ?? "" },
    placedAt: new Date(placedAt).toISOString(),
    receivedAt: new Date(receivedAt).toISOString(),
  };
}
