-- A settled day keeps its curve too: what moved in each quarter of an hour, as it stood at its version (C5). Days that
-- were settled before have none.

-- AlterTable
ALTER TABLE "settled_day" ADD COLUMN     "quarters" JSONB;

-- What was corrected on a day is counted without walking through its entries: they are nearly all there is.

-- CreateIndex
CREATE INDEX "ledger_edition_id_day_idx" ON "ledger"("edition_id", "day") WHERE "kind" <> 'entry';

DROP FUNCTION settle_day(integer, bigint, date, text);

-- `p_from` and `p_to`: where the day begins and ends, ms since the epoch, whole minutes; without them no curve is kept.
CREATE FUNCTION settle_day(
  p_edition integer, p_config_version bigint, p_day date, p_settled_by text,
  p_from bigint default null, p_to bigint default null
) RETURNS settled_day LANGUAGE plpgsql AS $$
declare
  v_version bigint := next_version(p_edition, p_config_version);
  v_settled settled_day;
begin
  insert into settled_day (edition_id, day, revision, version, settled_at, settled_by, figures, quarters)
  select p_edition, p_day,
    1 + coalesce((select max(revision) from settled_day where edition_id = p_edition and day = p_day), 0),
    v_version, clock_timestamp(), p_settled_by,
    coalesce((
      select jsonb_agg(jsonb_build_object('zone', zone.code, 'category', category, 'entered', entered, 'exited', exited)
                       order by zone.id, category)
      from tally_day join zone on zone.id = zone_id where edition_id = p_edition and day = p_day), '[]'),
    case when p_from is not null then quarters_of(p_edition, p_from, p_to) end
  returning * into v_settled;
  return v_settled;
end $$;

-- What entered and exited the site in each quarter of an hour in which anything did, without staff: `at` in seconds
-- since the epoch. Of the site alone: settling holds the edition's lock, and all zones have fifty times as many minutes.
CREATE FUNCTION quarters_of(p_edition integer, p_from bigint, p_to bigint) RETURNS jsonb LANGUAGE sql STABLE AS $$
  select coalesce(jsonb_agg(jsonb_build_object('zone', code, 'at', at, 'entered', entered, 'exited', exited)
                            order by zone_id, at), '[]')
  from (
    select zone.id as zone_id, code, floor(date_part('epoch', minute) / 900)::bigint * 900 as at,
      sum(entered)::int as entered, sum(exited)::int as exited
    from zone join tally_minute on tally_minute.zone_id = zone.id
    where edition_id = p_edition and kind = 'site' and category <> 'staff'
      and minute >= from_epoch_ms(p_from) and minute < from_epoch_ms(p_to)
    group by 1, 2, 3
  ) quarter
$$;
