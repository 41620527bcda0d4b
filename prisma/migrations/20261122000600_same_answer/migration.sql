-- Every delivery of an entry gets the same answer (E2), also after its zone's policy changed and for a refused ask.

-- AlterTable
ALTER TABLE "refused_ask" ADD COLUMN     "content" TEXT NOT NULL DEFAULT '';

-- Records a batch of entries and tallies the new ones. Returns no row when every item is new and its flags stand as
-- they were sent; else one row an item: its place in the batch from 1, `recorded`, `duplicate` or `id_reused`, and
-- the flags that are on the ledger.
create or replace function record_entries(
  p_edition integer, p_config_version bigint, p_received_at bigint, p_rehearsal boolean,
  p_id uuid[], p_zone integer[], p_checkpoint integer[], p_checkpoint_sent boolean[], p_direction direction[],
  p_headcount integer[], p_category text[], p_occurred_at bigint[], p_placed_at bigint[], p_day date[],
  p_flags integer[], p_limit integer[], p_device uuid[], p_author uuid[],
  p_pass text[], p_origin text[], p_operator text[]
) returns table (place integer, outcome text, ledger_flags integer) language plpgsql as $$
declare
  v_version bigint := next_version(p_edition, p_config_version);
  v_plain boolean;
begin
  with item as (
    select * from unnest(
      p_id, p_zone, p_checkpoint, p_checkpoint_sent, p_direction, p_headcount, p_category, p_occurred_at, p_placed_at,
      p_day, p_flags, p_limit, p_device, p_author, p_pass, p_origin, p_operator
    ) with ordinality as item (
      id, zone_id, checkpoint_id, checkpoint_sent, direction, headcount, category, occurred_at, placed_at,
      day, flags, inside_limit, device_id, author_id, pass, origin, operator, place)
  ), recorded as (
    insert into ledger (
      id, version, occurred_at, placed_at, received_at, device_id, author_id, edition_id, zone_id, checkpoint_id, kind,
      direction, headcount, day, flags, checkpoint_sent, category, pass_digest, origin, operator)
    select
      item.id, v_version, from_epoch_ms(item.occurred_at), from_epoch_ms(item.placed_at),
      from_epoch_ms(p_received_at), item.device_id, item.author_id, p_edition, item.zone_id, item.checkpoint_id,
      'entry', item.direction, item.headcount, item.day,
      -- over_capacity, the second of entryFlags: what was known when it came.
      case when item.direction = 'in' and occupancy.inside + item.headcount > item.inside_limit
        then item.flags | 2 else item.flags end,
      item.checkpoint_sent, item.category, decode(item.pass, 'hex'), item.origin, item.operator
    from item join occupancy on occupancy.zone_id = item.zone_id
    order by item.place
    on conflict (id) do nothing
    returning zone_id, placed_at, day, direction, headcount, category, flags
  ), by_minute as (
    insert into tally_minute as tally (zone_id, minute, category, entered, exited)
    select zone_id, date_trunc('minute', placed_at, 'UTC'), category,
           coalesce(sum(headcount) filter (where direction = 'in'), 0),
           coalesce(sum(headcount) filter (where direction = 'out'), 0)
    from recorded group by 1, 2, 3
    on conflict (zone_id, minute, category) do update
      set entered = tally.entered + excluded.entered, exited = tally.exited + excluded.exited
  ), by_day as (
    insert into tally_day as tally (zone_id, day, category, entered, exited)
    select zone_id, day, category,
           coalesce(sum(headcount) filter (where direction = 'in'), 0),
           coalesce(sum(headcount) filter (where direction = 'out'), 0)
    from recorded group by 1, 2, 3
    on conflict (zone_id, day, category) do update
      set entered = tally.entered + excluded.entered, exited = tally.exited + excluded.exited
  ), inside as (
    update occupancy set inside = occupancy.inside + moved.by
    from (
      select recorded.zone_id, sum(case direction when 'in' then headcount else -headcount end) as by
      from recorded join occupancy using (zone_id)
      where occupancy.anchored_at is null or recorded.placed_at > occupancy.anchored_at
      group by recorded.zone_id
    ) moved
    where occupancy.zone_id = moved.zone_id
  )
  select count(*) = cardinality(p_id) and coalesce(sum(flags), 0) = (select coalesce(sum(flag), 0) from unnest(p_flags) flag)
  into v_plain from recorded;

  if v_plain then return; end if;

  return query
    select item.place::integer,
      case
        when ledger.version = v_version and ledger.edition_id = p_edition and row_number() over (partition by item.id order by item.place) = 1
          then 'recorded'
        when ledger.kind = 'entry' and ledger.edition_id = p_edition
          and (ledger.checkpoint_id is not distinct from item.checkpoint_id
               or not (ledger.checkpoint_sent and item.checkpoint_sent))
          and ledger.direction = item.direction and ledger.headcount = item.headcount
          and ledger.category = item.category and ledger.occurred_at = from_epoch_ms(item.occurred_at)
          -- Bit 128: a pass was dropped at an anonymous zone, at one delivery or the other, and can't be compared.
          and (ledger.pass_digest is not distinct from decode(item.pass, 'hex') or (ledger.flags | item.flags) & 128 <> 0)
          then 'duplicate'
        else 'id_reused'
      end,
      ledger.flags
    from unnest(p_id, p_checkpoint, p_checkpoint_sent, p_direction, p_headcount, p_category, p_occurred_at, p_pass,
                p_flags)
      with ordinality as item (
        id, checkpoint_id, checkpoint_sent, direction, headcount, category, occurred_at, pass, flags, place)
    join ledger on ledger.id = item.id
    order by item.place;
end $$;
