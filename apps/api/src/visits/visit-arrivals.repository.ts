import { entryFlags } from "@abwab/contract";
import { toBits } from "@abwab/domain";
import { Injectable } from "@nestjs/common";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import { Transactions } from "../platform/transactions.ts";

const REHEARSAL = toBits(entryFlags, ["rehearsal"]);

/** Which pass a visit has now, and who came with any that it had. */
export interface VisitStanding {
  /** Code of the latest of its passes. */
  passCode: string;
  /** Whether that one was not revoked. */
  isGood: boolean;
  pupils: number;
  adults: number;
  firstAt: Date | null;
  lastAt: Date | null;
}

/** What arrived of visits: counted from the ledger by their passes, kept nowhere. */
@Injectable()
export class VisitArrivalsRepository {
  constructor(private readonly transactions: Transactions) {}

  /**
   * Ways in with a visit's pass, or one of those that it replaced, at the zone of its slot; without a slot at the
   * site. Voided ones are left out, and a rehearsal's once the edition is open.
   */
  async of(edition: EditionConfiguration, visits: readonly string[]): Promise<Map<string, VisitStanding>> {
    const site = [...edition.zones.values()].filter(({ kind }) => kind === "site").map(({ id }) => id);
    const isRehearsal = edition.status === "draft";
    // Each look into the ledger is by one pass, through its index: joined as a whole, all of the ledger might be read.
    const rows = await this.transactions.client.$queryRaw<(VisitStanding & { id: string })[]>`
      with recursive chain as (
        select visit.id, pass.*, case when zone_id is null then ${site}::integer[] else array[zone_id] end as places
        from visit left join slot on slot.id = slot_id,
          lateral (select * from pass where code = first_pass limit 1) as pass
        where visit.id = any (${[...visits]}::uuid[])
        union all
        select chain.id, pass.*, places
        from chain, lateral (select * from pass where code = chain.replaced_by limit 1) as pass
      ), arrived as (
        select chain.id, sum(came.pupils)::integer as pupils, sum(came.adults)::integer as adults,
          min("firstAt") as "firstAt", max("lastAt") as "lastAt"
        from chain, lateral (
          select coalesce(sum(headcount) filter (where ledger.category = 'pupils'), 0) as pupils,
            coalesce(sum(headcount) filter (where ledger.category <> 'pupils'), 0) as adults,
            min(placed_at) as "firstAt", max(placed_at) as "lastAt"
          from ledger
          where pass_digest = chain.digest and zone_id = any (chain.places)
            and ledger.edition_id = ${edition.id}::integer and ledger.kind = 'entry' and direction = 'in'
            and (${isRehearsal} or flags & ${REHEARSAL}::integer = 0)
            and not exists (select from voided_entry where entry_id = ledger.id)
        ) as came
        group by chain.id
      )
      select chain.id, code as "passCode", chain.revoked_at is null and pass_key.revoked_at is null as "isGood",
        arrived.pupils, arrived.adults, "firstAt", "lastAt"
      from chain join pass_key on pass_key.key_id = chain.key_id join arrived on arrived.id = chain.id
      where replaced_by is null`;
    return new Map(rows.map(({ id, ...standing }) => [id, standing]));
  }
}
