/**
 * The figures of an edition's zones at a past moment: what was placed before it, whenever it came. One statement, so
 * one snapshot of the database. Parameters: edition id; the moment, on a whole minute; start and end of what is
 * "today"; the local date of the moment and its start, before which whole days are added up; whether it is a
 * rehearsal; and since when a device unheard is silent now.
 *
 * Whole minutes come from the tallies. Only the rest of a minute in which somebody counted anew is read off the ledger.
 */
export const COUNTS_AT_QUERY = `
  with zones as (
    select id, code, kind, capacity,
      coalesce((select before from zone_change where zone_id = zone.id and at > from_epoch_ms($2)
                order by at, id limit 1), status) as status,
      exists (select from checkpoint where checkpoint.zone_id = zone.id and 'out' = any(directions)) as counts_exits
    from zone where edition_id = $1
  ), today as (
    select zone_id, sum(entered) as entered, sum(exited) as exited,
      sum(entered) filter (where category <> 'staff') as visits
    from tally_minute
    where zone_id in (select id from zones) and minute >= from_epoch_ms($3) and minute < from_epoch_ms($4)
    group by zone_id
  ), edition as (
    select zone_id, sum(entered) as entered, sum(entered) filter (where category <> 'staff') as visits
    from (
      select zone_id, category, entered from tally_day where zone_id in (select id from zones) and day < $5::date
      union all
      select zone_id, category, entered from tally_minute
      where zone_id in (select id from zones) and minute >= from_epoch_ms($6) and minute < from_epoch_ms($2)
    ) tally group by zone_id
  ), pace as (
    select zone_id, sum(entered) as entered, sum(entered) filter (where category <> 'staff') as visits
    from tally_minute
    where zone_id in (select id from zones)
      and minute >= from_epoch_ms($2::bigint - 300000) and minute < from_epoch_ms($2)
    group by zone_id
  ), anchored as (
    select zones.id as zone_id, latest.at, coalesce(latest.inside, 0) as inside,
      date_trunc('minute', latest.at, 'UTC') as minute
    from zones left join lateral (
      select at, inside from anchor where zone_id = zones.id and at <= from_epoch_ms($2) order by at desc, id desc limit 1
    ) latest on true
    -- Keeps the planner from working out the minute anew for each row of the ledger.
    offset 0
  ), moved as (
    select anchored.zone_id, sum(entered - exited) as by
    from anchored join tally_minute on tally_minute.zone_id = anchored.zone_id
      and tally_minute.minute > coalesce(anchored.minute, '-infinity') and tally_minute.minute < from_epoch_ms($2)
    group by anchored.zone_id
  ), rest as (
    select zone_id, (
        select sum(case direction when 'in' then headcount else -headcount end) from ledger
        where ledger.zone_id = anchored.zone_id and kind <> 'anchor' and placed_at > anchored.at
          and placed_at < least(anchored.minute + interval '1 minute', from_epoch_ms($2))
          and (flags & rehearsal_bit() <> 0) = $7
      ) as by
    from anchored
    where exists (select from tally_minute tally where tally.zone_id = anchored.zone_id and tally.minute = anchored.minute)
  )
  select
    edition_state.version,
    (select json_agg(json_build_object(
       'id', zones.id, 'code', code, 'kind', kind, 'status', status, 'capacity', capacity, 'countsExits', counts_exits,
       'enteredToday', coalesce(today.entered, 0), 'exitedToday', coalesce(today.exited, 0),
       'enteredEdition', coalesce(edition.entered, 0), 'visitsToday', coalesce(today.visits, 0),
       'visitsEdition', coalesce(edition.visits, 0),
       'inside', anchored.inside + coalesce(moved.by, 0) + coalesce(rest.by, 0),
       'paceEntered', coalesce(pace.entered, 0), 'paceVisits', coalesce(pace.visits, 0)) order by zones.id)
     from zones join anchored on anchored.zone_id = zones.id
       left join today on today.zone_id = zones.id left join edition on edition.zone_id = zones.id
       left join pace on pace.zone_id = zones.id left join moved on moved.zone_id = zones.id
       left join rest on rest.zone_id = zones.id) as zones,
    (select json_build_object('devices', count(*), 'pending', coalesce(sum(pending), 0),
       'silent', count(*) filter (where last_seen_at is null or last_seen_at < $8::timestamptz))
     from device where edition_id = $1 and paired_at is not null and revoked_at is null) as completeness
  from edition_state where edition_id = $1`;
