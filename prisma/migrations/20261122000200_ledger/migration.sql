-- The ledger's own rules, in the database, so that no server can break them.
--
-- Every function here begins by raising the edition's version, which locks its state row until the commit. That one
-- lock makes versions commit in order, lets a duplicate be seen rather than missed, and leaves no room for deadlocks.
-- Each later statement of a function takes a fresh snapshot (READ COMMITTED), after the lock.

alter table ledger
  add constraint ledger_headcount_of_entry check (kind <> 'entry' or headcount between 1 and 1000),
  add constraint ledger_direction check ((kind = 'anchor') = (direction is null)),
  add constraint ledger_category check ((kind = 'anchor') = (category is null)),
  add constraint ledger_voids check ((kind = 'void') = (voids is not null));

alter table ledger set (fillfactor = 100);
alter table tally_minute set (fillfactor = 80);
alter table tally_day set (fillfactor = 50);
alter table occupancy set (fillfactor = 50);
alter table edition_state set (fillfactor = 10);

-- E1: an entry is a fact, never changed or deleted.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is never changed: record a void, an adjustment or an anchor';
end $$;

create trigger ledger_is_append_only before update or delete on ledger
  for each row execute function refuse_change();

-- An edition brings its state row with it, and a zone its occupancy.
create function create_edition_state() returns trigger language plpgsql as $$
begin
  insert into edition_state (edition_id, version, config_version) values (new.id, 0, 0);
  return null;
end $$;

create trigger edition_has_state after insert on edition
  for each row execute function create_edition_state();

create function create_occupancy() returns trigger language plpgsql as $$
begin
  insert into occupancy (zone_id, inside) values (new.id, 0);
  return null;
end $$;

create trigger zone_has_occupancy after insert on zone
  for each row execute function create_occupancy();

create function from_epoch_ms(ms bigint) returns timestamptz
  language sql immutable strict parallel safe
  return timestamptz 'epoch' + ms * interval '1 millisecond';

-- Bit of the flag `rehearsal`, the seventh of `entryFlags` in libs/contract.
create function rehearsal_bit() returns integer language sql immutable parallel safe return 64;

-- Locks the edition's state row and raises its version. Raises AB001 when the caller's configuration is stale.
create function next_version(p_edition integer, p_config_version bigint) returns bigint language plpgsql as $$
declare
  v_version bigint;
  v_config bigint;
begin
  update edition_state set version = version + 1 where edition_id = p_edition
    returning version, config_version into v_version, v_config;
  if v_config is distinct from p_config_version then
    raise exception 'configuration % is stale: it is %', p_config_version, v_config using errcode = 'AB001';
  end if;
  return v_version;
end $$;

-- Records a batch of entries and tallies the new ones. Returns no row when every item is new and its flags stand as
-- they were sent; else one row an item: its place in the batch from 1, `recorded`, `duplicate` or `id_reused`, and
-- the flags that are on the ledger.
create function record_entries(
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
          and ledger.pass_digest is not distinct from decode(item.pass, 'hex')
          then 'duplicate'
        else 'id_reused'
      end,
      ledger.flags
    from unnest(p_id, p_checkpoint, p_checkpoint_sent, p_direction, p_headcount, p_category, p_occurred_at, p_pass)
      with ordinality as item (id, checkpoint_id, checkpoint_sent, direction, headcount, category, occurred_at, pass, place)
    join ledger on ledger.id = item.id
    order by item.place;
end $$;

-- Adds one correction to the tallies: `p_headcount` to its direction, at `p_placed_at`.
create function tally_correction(
  p_zone integer, p_placed_at timestamptz, p_day date, p_direction direction, p_category text, p_headcount integer
) returns void language plpgsql as $$
declare
  v_in integer := case p_direction when 'in' then p_headcount else 0 end;
  v_out integer := case p_direction when 'out' then p_headcount else 0 end;
begin
  insert into tally_minute as tally (zone_id, minute, category, entered, exited)
    values (p_zone, date_trunc('minute', p_placed_at, 'UTC'), p_category, v_in, v_out)
    on conflict (zone_id, minute, category) do update
      set entered = tally.entered + excluded.entered, exited = tally.exited + excluded.exited;
  insert into tally_day as tally (zone_id, day, category, entered, exited)
    values (p_zone, p_day, p_category, v_in, v_out)
    on conflict (zone_id, day, category) do update
      set entered = tally.entered + excluded.entered, exited = tally.exited + excluded.exited;
  update occupancy set inside = inside + v_in - v_out
    where zone_id = p_zone and (anchored_at is null or p_placed_at > anchored_at);
end $$;

-- Takes entries back, one after another. A device or a token voids only its own, at most `p_window_ms` after they
-- happened; a person (`p_by_person`) any. A void stands on the ledger where its entry stands, with the headcount
-- negated, so that a recount is a plain sum. One row an item: its place from 1 and `recorded`, `duplicate`,
-- `id_reused`, `unknown_entry` or `void_not_allowed`.
create function record_voids(
  p_edition integer, p_config_version bigint, p_received_at bigint, p_rehearsal boolean, p_window_ms bigint,
  p_by_person boolean, p_id uuid[], p_target uuid[], p_occurred_at bigint[], p_device uuid[], p_author uuid[],
  p_reason text[]
) returns table (place integer, outcome text, commit_version bigint) language plpgsql as $$
declare
  v_version bigint := next_version(p_edition, p_config_version);
  v_same ledger;
  v_entry ledger;
begin
  commit_version := v_version;
  for item in 1 .. cardinality(p_id) loop
    place := item;
    select * into v_same from ledger where id = p_id[place];
    if found then
      outcome := case
        when v_same.kind = 'void' and v_same.edition_id = p_edition and v_same.voids = p_target[place]
          and v_same.occurred_at = from_epoch_ms(p_occurred_at[place]) then 'duplicate'
        else 'id_reused' end;
      return next;
      continue;
    end if;

    select * into v_entry from ledger where id = p_target[place] and edition_id = p_edition;
    if not found then
      outcome := 'unknown_entry';
      return next;
      continue;
    end if;

    if v_entry.kind <> 'entry'
      or not p_by_person and (
        v_entry.device_id is distinct from p_device[place] or v_entry.author_id is distinct from p_author[place]
        or from_epoch_ms(p_occurred_at[place]) > v_entry.occurred_at + p_window_ms * interval '1 millisecond')
    then
      outcome := 'void_not_allowed';
      return next;
      continue;
    end if;

    insert into voided_entry (entry_id, void_id) values (v_entry.id, p_id[place]) on conflict do nothing;
    if not found then
      outcome := 'void_not_allowed';
      return next;
      continue;
    end if;

    insert into ledger (
      id, version, occurred_at, placed_at, received_at, device_id, author_id, edition_id, zone_id, checkpoint_id, kind,
      direction, headcount, day, flags, checkpoint_sent, category, voids, reason)
    values (
      p_id[place], v_version, from_epoch_ms(p_occurred_at[place]), v_entry.placed_at, from_epoch_ms(p_received_at),
      p_device[place], p_author[place], p_edition, v_entry.zone_id, v_entry.checkpoint_id, 'void',
      v_entry.direction, -v_entry.headcount, v_entry.day, v_entry.flags & rehearsal_bit(), false, v_entry.category,
      v_entry.id, p_reason[place]);
    -- A rehearsal's entry is in the figures only while its edition is a draft.
    if (v_entry.flags & rehearsal_bit() <> 0) = p_rehearsal then
      perform tally_correction(
        v_entry.zone_id, v_entry.placed_at, v_entry.day, v_entry.direction, v_entry.category, -v_entry.headcount);
    end if;
    outcome := 'recorded';
    return next;
  end loop;
end $$;

-- A person corrects a zone's figures. Returns the commit's version.
create function record_adjustment(
  p_edition integer, p_config_version bigint, p_received_at bigint, p_rehearsal boolean, p_id uuid, p_zone integer,
  p_direction direction, p_headcount integer, p_category text, p_at bigint, p_day date, p_author uuid, p_reason text
) returns bigint language plpgsql as $$
declare
  v_version bigint := next_version(p_edition, p_config_version);
begin
  insert into ledger (
    id, version, occurred_at, placed_at, received_at, author_id, edition_id, zone_id, kind, direction, headcount, day,
    flags, checkpoint_sent, category, reason)
  values (
    p_id, v_version, from_epoch_ms(p_at), from_epoch_ms(p_at), from_epoch_ms(p_received_at), p_author, p_edition,
    p_zone, 'adjustment', p_direction, p_headcount, p_day, case when p_rehearsal then rehearsal_bit() else 0 end,
    false, p_category, p_reason);
  perform tally_correction(p_zone, from_epoch_ms(p_at), p_day, p_direction, p_category, p_headcount);
  return v_version;
end $$;

-- What moved in a zone strictly after a moment: whole minutes from the tallies, the moment's own minute from the
-- ledger.
create function moved_after(p_zone integer, p_at timestamptz, p_rehearsal boolean) returns bigint
language sql stable as $$
  select coalesce((
    select sum(entered - exited) from tally_minute
    where zone_id = p_zone and minute > date_trunc('minute', p_at, 'UTC')), 0)
  + coalesce((
    select sum(case direction when 'in' then headcount else -headcount end) from ledger
    where zone_id = p_zone and kind <> 'anchor' and placed_at > p_at
      and placed_at < date_trunc('minute', p_at, 'UTC') + interval '1 minute'
      and (flags & rehearsal_bit() <> 0) = p_rehearsal), 0)
$$;

-- Makes a zone's occupancy what its latest anchor and the movements after it say (C2).
create function derive_occupancy(p_zone integer, p_rehearsal boolean) returns void language plpgsql as $$
declare
  v_anchor anchor;
begin
  select * into v_anchor from anchor where zone_id = p_zone order by at desc, id desc limit 1;
  update occupancy set
    anchor_id = v_anchor.id, anchored_at = v_anchor.at,
    inside = coalesce(v_anchor.inside, 0) + moved_after(p_zone, coalesce(v_anchor.at, '-infinity'), p_rehearsal)
  where zone_id = p_zone;
end $$;

-- States how many were inside at a moment: a person's recount, or the reset at the cut-off (whose id every server
-- derives alike, so that it is recorded once). Returns the commit's version, null when the id was there before.
create function record_anchor(
  p_edition integer, p_config_version bigint, p_received_at bigint, p_rehearsal boolean, p_id uuid, p_zone integer,
  p_inside integer, p_at bigint, p_day date, p_author uuid, p_reason text
) returns bigint language plpgsql as $$
declare
  v_version bigint := next_version(p_edition, p_config_version);
begin
  insert into ledger (
    id, version, occurred_at, placed_at, received_at, author_id, edition_id, zone_id, kind, headcount, day, flags,
    checkpoint_sent, reason)
  values (
    p_id, v_version, from_epoch_ms(p_at), from_epoch_ms(p_at), from_epoch_ms(p_received_at), p_author, p_edition,
    p_zone, 'anchor', p_inside, p_day, case when p_rehearsal then rehearsal_bit() else 0 end, false, p_reason)
  on conflict (id) do nothing;
  if not found then return null; end if;
  insert into anchor (id, zone_id, at, inside) values (p_id, p_zone, from_epoch_ms(p_at), p_inside);
  perform derive_occupancy(p_zone, p_rehearsal);
  return v_version;
end $$;

-- What changes the configuration raises both versions, so that servers reload it and screens hear of it.
create function raise_config_version(p_edition integer) returns void language sql as $$
  update edition_state set version = version + 1, config_version = config_version + 1 where edition_id = p_edition;
$$;

-- Leaves the rehearsal behind (A4): called in the transaction that opens an edition. What was rehearsed stays on the
-- ledger, flagged, and in no figure.
create function leave_rehearsal(p_edition integer) returns void language plpgsql as $$
begin
  perform raise_config_version(p_edition);
  delete from tally_minute where zone_id in (select id from zone where edition_id = p_edition);
  delete from tally_day where zone_id in (select id from zone where edition_id = p_edition);
  delete from anchor where zone_id in (select id from zone where edition_id = p_edition);
  update occupancy set inside = 0, anchor_id = null, anchored_at = null
    where zone_id in (select id from zone where edition_id = p_edition);
end $$;
