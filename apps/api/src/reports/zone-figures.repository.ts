import type { OrganisationType } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import type { QuarterRow } from "../attendance/attendance.repository.ts";
import { Database } from "../platform/database.ts";
import type { CorrectedDay } from "./correction-list.repository.ts";
import type { ReportDay } from "./report-figures.repository.ts";

/** Organisations of one type whose people came into a zone. */
export interface ZoneOrganisations {
  type: OrganisationType;
  organisations: number;
  people: number;
}

// The middle of a minute stands for the moments in it.
const QUARTERS = `
  select zone_id as "zoneId", floor(date_part('epoch', minute) / 900)::bigint * 900000 as at,
    sum(entered)::int as entered, sum(exited)::int as exited,
    sum(entered * (date_part('epoch', minute) + 30 - $2::bigint / 1000)) as "enteredSeconds",
    sum(exited * (date_part('epoch', minute) + 30 - $2::bigint / 1000)) as "exitedSeconds"
  from tally_minute where zone_id = $1 and minute >= from_epoch_ms($2) and minute < from_epoch_ms($3)
  group by 1, 2 order by 2`;

// Each look into the ledger is by one pass, through its index: joined as a whole, all of the ledger might be read.
const ORGANISATIONS = `
  with recursive root as (
    select id, id as root, type from organisation where edition_id = $1 and merged_into is null
    union all
    select organisation.id, root.root, root.type from organisation join root on merged_into = root.id
    where edition_id = $1
  )
  select root.type, count(distinct root)::int as organisations, sum(people)::int as people
  from pass join root on root.id = organisation_id, lateral (
    select sum(headcount) as people
    from ledger join unnest($3::date[], $4::bigint[]) as asked (asked_day, until) on asked_day = ledger.day
    where pass_digest = pass.digest and zone_id = $2 and ledger.edition_id = $1 and kind = 'entry'
      and direction = 'in' and (flags & rehearsal_bit() <> 0) = $5 and (until is null or version <= until)
      and not exists (select from voided_entry join ledger as void on void.id = void_id
                      where entry_id = ledger.id and (until is null or void.version <= until))
  ) as came
  where pass.edition_id = $1 and organisation_id is not null and people > 0
  group by root.type order by people desc, root.type`;

/** What only the report of one zone asks. */
@Injectable()
export class ZoneFiguresRepository {
  constructor(private readonly database: Database) {}

  /** Live ones, everyone. */
  async quarters(zoneId: number, { from, to }: ReportDay): Promise<QuarterRow[]> {
    return (await this.database.pool.query<QuarterRow>(QUARTERS, [zoneId, from, to])).rows;
  }

  /** By passes that are of an organisation; who comes twice counts twice. */
  async organisations(
    editionId: number,
    zoneId: number,
    days: readonly CorrectedDay[],
    rehearsal: boolean,
  ): Promise<ZoneOrganisations[]> {
    const values = [editionId, zoneId, days.map(({ day }) => day), days.map(({ until }) => until), rehearsal];
    return (await this.database.pool.query<ZoneOrganisations>(ORGANISATIONS, values)).rows;
  }
}
