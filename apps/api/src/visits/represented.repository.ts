import { entryFlags, type Representation } from "@abwab/contract";
import { toBits } from "@abwab/domain";
import { Injectable } from "@nestjs/common";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import { Prisma } from "../platform/prisma-client/generated/client.ts";
import { Transactions } from "../platform/transactions.ts";

const REHEARSAL = toBits(entryFlags, ["rehearsal"]);

/** Organisations of one city, with the people of theirs that came. */
export interface RepresentedPlace {
  city: string | null;
  province: string | null;
  booked: number;
  arrived: number;
  people: number;
}

@Injectable()
export class RepresentedRepository {
  constructor(private readonly transactions: Transactions) {}

  /**
   * Organisations by type and kind; one that was merged into another counts as that other. One has arrived once
   * anybody came in with a pass of it, wherever. Its people are those of its groups at the zone they were awaited at
   * (the site where no slot says), and each other pass once.
   */
  async count(edition: EditionConfiguration): Promise<Representation[]> {
    return this.transactions.client.$queryRaw<Representation[]>`${arrivals(edition)}
      select type::text, kind, count(*)::integer as invited, count(booked.root)::integer as booked,
        count(arrived.root)::integer as arrived, coalesce(sum(pupils), 0)::integer as pupils,
        coalesce(sum(adults), 0)::integer as adults
      from organisation left join booked on booked.root = id left join arrived on arrived.root = id
      where edition_id = ${edition.id}::integer and merged_into is null
      group by organisation.type, kind order by organisation.type, kind nulls last`;
  }

  /** The same by where the organisations are from; those alone that booked or arrived. */
  async places(edition: EditionConfiguration): Promise<RepresentedPlace[]> {
    return this.transactions.client.$queryRaw<RepresentedPlace[]>`${arrivals(edition)}
      select city, province, count(booked.root)::integer as booked, count(arrived.root)::integer as arrived,
        coalesce(sum(pupils + adults), 0)::integer as people
      from organisation left join booked on booked.root = id left join arrived on arrived.root = id
      where edition_id = ${edition.id}::integer and merged_into is null
        and (booked.root is not null or arrived.root is not null)
      group by province, city order by people desc, booked desc, province nulls last, city nulls last`;
  }
}

/** What stands before a query: organisations as `root`, with who `booked` and how many `arrived` of each. */
function arrivals(edition: EditionConfiguration): Prisma.Sql {
  const site = [...edition.zones.values()].filter(({ kind }) => kind === "site").map(({ id }) => id);
  const isRehearsal = edition.status === "draft";
  return Prisma.sql`
      with recursive root as (
        select id, id as root from organisation where edition_id = ${edition.id}::integer and merged_into is null
        union all
        select organisation.id, root.root from organisation join root on merged_into = root.id
        where edition_id = ${edition.id}::integer
      ), chain as (
        select pass.code, pass.replaced_by, zone_id from visit join slot on slot.id = slot_id
          join pass on pass.code = first_pass
        where visit.edition_id = ${edition.id}::integer
        union all
        select pass.code, pass.replaced_by, zone_id
        from chain, lateral (select * from pass where code = chain.replaced_by limit 1) as pass
      ), came as (
        select organisation_id, kind, category, crossed.*
        from pass left join chain using (code), lateral (
          select coalesce(sum(headcount) filter (where ledger.category = 'pupils' and is_place), 0) as pupils,
            coalesce(sum(headcount) filter (where ledger.category <> 'pupils' and is_place), 0) as adults
          from ledger, lateral (
            select ledger.zone_id = any (case when chain.zone_id is null then ${site}::integer[] else array[chain.zone_id] end)
              as is_place) as place
          where pass_digest = pass.digest and ledger.edition_id = pass.edition_id and ledger.kind = 'entry'
            and direction = 'in' and (${isRehearsal} or flags & ${REHEARSAL}::integer = 0)
            and not exists (select from voided_entry where entry_id = ledger.id)
          having count(*) > 0
        ) as crossed
        where pass.edition_id = ${edition.id}::integer and organisation_id is not null
      ), arrived as (
        select root,
          sum(case when came.kind = 'group' then pupils when category = 'pupils' then 1 else 0 end) as pupils,
          sum(case when came.kind = 'group' then adults when category <> 'pupils' then 1 else 0 end) as adults
        from came join root on root.id = organisation_id group by root
      ), booked as (
        select distinct root from visit join root on root.id = organisation_id where cancelled_at is null
      )`;
}
