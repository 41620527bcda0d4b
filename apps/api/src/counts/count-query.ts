/**
 * The live figures of an edition's zones, with the version they are true at: one statement, so one snapshot of the
 * database. Parameters: edition id, the day shown, start and end of the five whole minutes of the pace, the zones (null
 * for all), and since when a device unheard is silent (null outside opening hours).
 */
export const COUNT_QUERY = `
  with zones as (
    select id, code, kind, status, capacity,
      exists (select from checkpoint where checkpoint.zone_id = zone.id and 'out' = any(directions)) as counts_exits
    from zone where edition_id = $1 and ($5::int[] is null or id = any($5))
  ), days as (
    select zone_id,
      sum(entered) filter (where day = $2) as entered_today,
      sum(exited) filter (where day = $2) as exited_today,
      sum(entered) as entered_edition,
      sum(entered) filter (where day = $2 and category <> 'staff') as visits_today,
      sum(entered) filter (where category <> 'staff') as visits_edition
    from tally_day where zone_id in (select id from zones) group by zone_id
  ), pace as (
    select zone_id, sum(entered) as entered, sum(entered) filter (where category <> 'staff') as visits
    from tally_minute
    where zone_id in (select id from zones) and minute >= from_epoch_ms($3) and minute < from_epoch_ms($4)
    group by zone_id
  )
  select
    edition_state.version,
    (select json_agg(json_build_object(
       'id', zones.id, 'code', code, 'kind', kind, 'status', status, 'capacity', capacity, 'countsExits', counts_exits,
       'enteredToday', coalesce(entered_today, 0), 'exitedToday', coalesce(exited_today, 0),
       'enteredEdition', coalesce(entered_edition, 0), 'visitsToday', coalesce(visits_today, 0),
       'visitsEdition', coalesce(visits_edition, 0), 'inside', occupancy.inside,
       'paceEntered', coalesce(pace.entered, 0), 'paceVisits', coalesce(pace.visits, 0)) order by zones.id)
     from zones join occupancy on occupancy.zone_id = zones.id
       left join days on days.zone_id = zones.id left join pace on pace.zone_id = zones.id) as zones,
    (select json_build_object('devices', count(*), 'pending', coalesce(sum(pending), 0),
       'silent', count(*) filter (where last_seen_at is null or last_seen_at < $6::timestamptz))
     from device where edition_id = $1 and paired_at is not null and revoked_at is null) as completeness
  from edition_state where edition_id = $1`;
