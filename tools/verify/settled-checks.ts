import { counts, inAndOut, localDays, minuteOf, type Check } from "./check.ts";

/** C5: a settled day says what the ledger held up to its version, whatever has come since. */
const settledDays: Check = {
  name: "settled day",
  usesLocalDays: true,
  sql: `
    with ${localDays}, frozen as (
      select settled.edition_id, settled.day, settled.revision, figure.*
      from settled_day settled cross join lateral jsonb_to_recordset(settled.figures)
        as figure(zone text, category text, entered bigint, exited bigint)),
    recount as (
      select settled.edition_id, settled.day, settled.revision, zone.code as zone, ledger.category,
             coalesce(sum(ledger.headcount) filter (where direction = 'in'), 0) as entered,
             coalesce(sum(ledger.headcount) filter (where direction = 'out'), 0) as exited
      from settled_day settled join edition on edition.id = settled.edition_id
      join ledger on ledger.edition_id = settled.edition_id and ledger.version <= settled.version
      join zone on zone.id = ledger.zone_id
      join local_day on local_day.edition_id = ledger.edition_id and local_day.day = settled.day
                     and local_day.minute = ${minuteOf("ledger.placed_at")}
      where ledger.kind <> 'anchor' and ${counts}
      group by 1, 2, 3, 4, 5)
    select edition.slug as edition, zone || ', ' || day || ' revision ' || revision || ', ' || category as what,
           ${inAndOut("frozen.entered", "frozen.exited")} as stored,
           ${inAndOut("recount.entered", "recount.exited")} as recounted
    from frozen full join recount using (edition_id, day, revision, zone, category)
    join edition on edition.id = edition_id
    where coalesce(frozen.entered, 0) <> coalesce(recount.entered, 0)
      or coalesce(frozen.exited, 0) <> coalesce(recount.exited, 0)
    order by edition.slug, day, revision, zone, category`,
};

/** C5: and its curve, where it kept one: what moved at the site in each quarter of an hour, without staff. */
const settledCurves: Check = {
  name: "settled curve",
  usesLocalDays: true,
  sql: `
    with ${localDays}, frozen as (
      select settled.edition_id, settled.day, settled.revision, quarter.*
      from settled_day settled cross join lateral jsonb_to_recordset(settled.quarters)
        as quarter(zone text, at bigint, entered bigint, exited bigint)),
    recount as (
      select settled.edition_id, settled.day, settled.revision, zone.code as zone,
             floor(extract(epoch from ledger.placed_at) / 900)::bigint * 900 as at,
             coalesce(sum(ledger.headcount) filter (where direction = 'in'), 0) as entered,
             coalesce(sum(ledger.headcount) filter (where direction = 'out'), 0) as exited
      from settled_day settled join edition on edition.id = settled.edition_id
      join zone on zone.edition_id = settled.edition_id and zone.kind = 'site'
      join ledger on ledger.edition_id = settled.edition_id and ledger.version <= settled.version
                  and ledger.zone_id = zone.id
      join local_day on local_day.edition_id = ledger.edition_id and local_day.day = settled.day
                     and local_day.minute = ${minuteOf("ledger.placed_at")}
      where settled.quarters is not null and ledger.kind <> 'anchor' and ledger.category <> 'staff' and ${counts}
      group by 1, 2, 3, 4, 5)
    select edition.slug as edition,
           zone || ', ' || to_char(to_timestamp(at) at time zone edition.time_zone, 'YYYY-MM-DD HH24:MI')
             || ' revision ' || revision as what,
           ${inAndOut("frozen.entered", "frozen.exited")} as stored,
           ${inAndOut("recount.entered", "recount.exited")} as recounted
    from frozen full join recount using (edition_id, day, revision, zone, at)
    join edition on edition.id = edition_id
    where coalesce(frozen.entered, 0) <> coalesce(recount.entered, 0)
      or coalesce(frozen.exited, 0) <> coalesce(recount.exited, 0)
    order by edition.slug, day, revision, zone, at`,
};

export const settledChecks: readonly Check[] = [settledDays, settledCurves];
