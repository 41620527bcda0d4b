import { counts, type Check } from "./check.ts";

/** C2: the latest anchor's figure and what moved strictly after it. */
const inside: Check = {
  name: "inside",
  sql: `
    with latest as materialized (
      select distinct on (zone_id) zone_id, ledger.id, placed_at, headcount
      from ledger join edition on edition.id = edition_id
      where kind = 'anchor' and ${counts} order by zone_id, placed_at desc, ledger.id desc),
    moved as (
      select zone_id, sum(case direction when 'in' then ledger.headcount else -ledger.headcount end) as by
      from ledger join edition on edition.id = edition_id left join latest using (zone_id)
      where kind <> 'anchor' and ${counts} and (latest.id is null or ledger.placed_at > latest.placed_at)
      group by zone_id),
    recount as (
      select zone.id as zone_id, coalesce(latest.headcount, 0) + coalesce(moved.by, 0) as inside,
             latest.id as anchor_id, latest.placed_at as anchored_at
      from zone left join latest on latest.zone_id = zone.id left join moved on moved.zone_id = zone.id)
    select edition.slug as edition, zone.code as what,
           coalesce(occupancy.inside::text, 'no row') || coalesce(' since ' || occupancy.anchored_at || ' (' || occupancy.anchor_id || ')', '') as stored,
           recount.inside || coalesce(' since ' || recount.anchored_at || ' (' || recount.anchor_id || ')', '') as recounted
    from recount left join occupancy using (zone_id)
    join zone on zone.id = recount.zone_id join edition on edition.id = zone.edition_id
    where (occupancy.inside, occupancy.anchor_id, occupancy.anchored_at)
          is distinct from (recount.inside, recount.anchor_id, recount.anchored_at)
    order by edition.slug, zone.code`,
};

const anchors: Check = {
  name: "anchor",
  sql: `
    with recount as (
      select ledger.id, zone_id, placed_at, headcount
      from ledger join edition on edition.id = edition_id where kind = 'anchor' and ${counts})
    select edition.slug as edition, zone.code || ', ' || coalesce(anchor.id, recount.id) as what,
           coalesce(anchor.inside || ' at ' || anchor.at, 'none') as stored,
           coalesce(recount.headcount || ' at ' || recount.placed_at, 'none') as recounted
    from anchor full join recount on recount.id = anchor.id
    join zone on zone.id = coalesce(anchor.zone_id, recount.zone_id) join edition on edition.id = zone.edition_id
    where (anchor.zone_id, anchor.at, anchor.inside) is distinct from (recount.zone_id, recount.placed_at, recount.headcount)
    order by edition.slug, zone.code`,
};

export const insideChecks: readonly Check[] = [inside, anchors];
