import { counts, inAndOut, localDays, minuteOf, type Check } from "./check.ts";

const byMinute = `
  by_minute as (
    select zone_id, edition_id, ${minuteOf("placed_at")} as minute, category,
           coalesce(sum(headcount) filter (where direction = 'in'), 0) as entered,
           coalesce(sum(headcount) filter (where direction = 'out'), 0) as exited
    from ledger join edition on edition.id = edition_id
    where kind <> 'anchor' and ${counts} group by 1, 2, 3, 4)`;
const differs = `
  coalesce(tally.entered, 0) <> coalesce(recount.entered, 0) or coalesce(tally.exited, 0) <> coalesce(recount.exited, 0)`;
const figures = `
  ${inAndOut("tally.entered", "tally.exited")} as stored, ${inAndOut("recount.entered", "recount.exited")} as recounted`;
const places = `
  join zone on zone.id = zone_id join edition on edition.id = zone.edition_id`;

const minutes: Check = {
  name: "minute tally",
  sql: `
    with ${byMinute},
    recount as (select zone_id, minute, category, entered, exited from by_minute)
    select edition.slug as edition, ${figures},
           zone.code || ', ' || to_char(minute at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC, ' || category as what
    from tally_minute tally full join recount using (zone_id, minute, category) ${places}
    where ${differs} order by edition.slug, minute, zone.code, category`,
};

/** Cut-off hours and the offsets of time zones are whole minutes, so that no minute belongs to two days. */
const days: Check = {
  name: "day tally",
  usesLocalDays: true,
  sql: `
    with ${localDays}, ${byMinute},
    recount as (
      select zone_id, day, category, sum(entered) as entered, sum(exited) as exited
      from by_minute join local_day using (edition_id, minute) group by 1, 2, 3)
    select edition.slug as edition, ${figures}, zone.code || ', ' || day || ', ' || category as what
    from tally_day tally full join recount using (zone_id, day, category) ${places}
    where ${differs} order by edition.slug, day, zone.code, category`,
};

export const tallyChecks: readonly Check[] = [minutes, days];
