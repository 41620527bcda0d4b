import { entryFlags } from "@abwab/contract";
import { toBits } from "@abwab/domain";
import { Injectable } from "@nestjs/common";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import { Transactions } from "../platform/transactions.ts";

const REHEARSAL = toBits(entryFlags, ["rehearsal"]);

/** A space that people of an organisation were counted into. */
export interface SpaceEntered {
  zone: string;
  /** Headcount in; who comes twice is counted twice. */
  entered: number;
}

@Injectable()
export class SpacesEnteredRepository {
  constructor(private readonly transactions: Transactions) {}

  /**
   * Spaces beside the site that were entered with a pass of an organisation, most entered first. Where no pass is kept
   * nothing is known (A4).
   */
  async of(edition: EditionConfiguration, organisationId: string): Promise<SpaceEntered[]> {
    const isRehearsal = edition.status === "draft";
    // Each look into the ledger is by one pass, through its index.
    return this.transactions.client.$queryRaw<SpaceEntered[]>`
      select zone.code as zone, sum(crossed.entered)::integer as entered
      from pass, lateral (
        select ledger.zone_id, sum(headcount) as entered from ledger
        where pass_digest = pass.digest and ledger.edition_id = pass.edition_id and ledger.kind = 'entry'
          and direction = 'in' and (${isRehearsal} or flags & ${REHEARSAL}::integer = 0)
          and not exists (select from voided_entry where entry_id = ledger.id)
        group by ledger.zone_id
      ) as crossed join zone on zone.id = crossed.zone_id
      where pass.edition_id = ${edition.id}::integer and organisation_id = ${organisationId}::uuid
        and zone.kind <> 'site'
      group by zone.id order by entered desc, zone.code`;
  }
}
