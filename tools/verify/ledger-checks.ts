import { counts, localDays, minuteOf, type Check } from "./check.ts";

/** E7: the day a row stands under is the local day of its moment. */
const days: Check = {
  name: "day on the ledger",
  usesLocalDays: true,
  sql: `
    with ${localDays}
    select slug as edition, kind || ' ' || ledger.id as what, ledger.day::text as stored, local_day.day::text as recounted
    from ledger join edition on edition.id = edition_id
    join local_day on local_day.edition_id = ledger.edition_id and local_day.minute = ${minuteOf("placed_at")}
    where ${counts} and ledger.day <> local_day.day order by slug, placed_at, ledger.id`,
};

const zones: Check = {
  name: "zone on the ledger",
  sql: `
    select coalesce(edition.slug, '?') as edition, ledger.kind || ' ' || ledger.id as what,
           'zone ' || ledger.zone_id || ', checkpoint ' || coalesce(ledger.checkpoint_id::text, 'none') as stored,
           'no such edition, a zone of another one, or a checkpoint of another zone' as recounted
    from ledger left join edition on edition.id = ledger.edition_id
    left join zone on zone.id = ledger.zone_id left join checkpoint on checkpoint.id = ledger.checkpoint_id
    where edition.id is null or zone.edition_id is distinct from ledger.edition_id
      or ledger.checkpoint_id is not null and checkpoint.zone_id is distinct from ledger.zone_id
    order by 1, 2`,
};

/** Every row carries the version of its commit, and the edition's version is the last of them or later. */
const versions: Check = {
  name: "version",
  sql: `
    select edition.slug as edition, 'version of the edition' as what,
           coalesce(edition_state.version::text, 'none') as stored,
           'ledger from ' || least.version || ' to ' || latest.version as recounted
    from edition left join edition_state on edition_state.edition_id = edition.id
    cross join lateral (select min(version) as version from ledger where edition_id = edition.id) least
    cross join lateral (select max(version) as version from ledger where edition_id = edition.id) latest
    where least.version < 1 or latest.version > coalesce(edition_state.version, 0)
    order by edition.slug`,
};

const voidedEntries: Check = {
  name: "voided entry",
  sql: `
    with recount as (select id as void_id, voids as entry_id, edition_id from ledger where kind = 'void')
    select coalesce(edition.slug, '?') as edition, 'entry ' || coalesce(voided_entry.entry_id, recount.entry_id) as what,
           coalesce('voided by ' || voided_entry.void_id, 'not voided') as stored,
           coalesce('voided by ' || recount.void_id, 'not voided') as recounted
    from voided_entry full join recount on (recount.entry_id, recount.void_id) = (voided_entry.entry_id, voided_entry.void_id)
    left join ledger on ledger.id = voided_entry.entry_id
    left join edition on edition.id = coalesce(recount.edition_id, ledger.edition_id)
    where voided_entry.entry_id is null or recount.entry_id is null
    order by 1, 2`,
};

/** A void stands where its entry stands, with the headcount negated. */
const voids: Check = {
  name: "void",
  sql: `
    select edition.slug as edition, 'void ' || void.id || ' of ' || void.voids as what,
           void.headcount || ' ' || void.direction || ' at ' || void.placed_at || ', zone ' || void.zone_id as stored,
           case when entry.id is null then 'no such entry'
                else -entry.headcount || ' ' || coalesce(entry.direction::text, entry.kind::text) || ' at ' || entry.placed_at || ', zone ' || entry.zone_id
           end as recounted
    from ledger void join edition on edition.id = void.edition_id
    left join ledger entry on entry.id = void.voids and entry.kind = 'entry'
    where void.kind = 'void'
      and (void.edition_id, void.zone_id, void.checkpoint_id, void.direction, void.category, void.placed_at, void.day,
           void.headcount, void.flags & 64)
          is distinct from
          (entry.edition_id, entry.zone_id, entry.checkpoint_id, entry.direction, entry.category, entry.placed_at, entry.day,
           -entry.headcount, entry.flags & 64)
    order by edition.slug, void.id`,
};

export const ledgerChecks: readonly Check[] = [days, zones, versions, voidedEntries, voids];
