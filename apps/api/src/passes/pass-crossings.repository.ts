import { entryFlags, type PassCrossing } from "@abwab/contract";
import { toBits } from "@abwab/domain";
import { Injectable } from "@nestjs/common";
import { Database } from "../platform/database.ts";

/** More than anyone reads; a pass that was copied a thousand times. */
const MOST = 1_000;
const REHEARSAL = toBits(entryFlags, ["rehearsal"]);

interface Row extends Omit<PassCrossing, "placedAt"> {
  placedAt: Date;
}

@Injectable()
export class PassCrossingsRepository {
  constructor(private readonly database: Database) {}

  /**
   * The crossings of a pass, the latest first, voided ones too.
   *
   * @param digest SHA-256 of its token in hex
   * @param rehearsed whether to show those of a rehearsal, which leave no trace once the edition is open
   */
  async list(editionId: number, digest: string, rehearsed: boolean): Promise<PassCrossing[]> {
    const { rows } = await this.database.pool.query<Row>({
      name: "crossings_of_pass",
      text: `select ledger.id as "entryId", zone.code as zone, checkpoint.code as checkpoint, device.name as device,
               direction, headcount, placed_at as "placedAt", voided_entry.entry_id is not null as voided
             from ledger join zone on zone.id = ledger.zone_id
               left join checkpoint on checkpoint.id = ledger.checkpoint_id
               left join device on device.id = ledger.device_id
               left join voided_entry on voided_entry.entry_id = ledger.id
             where pass_digest = decode($2, 'hex') and ledger.edition_id = $1 and ledger.kind = 'entry'
               and ($3 or ledger.flags & $4 = 0)
             order by placed_at desc, ledger.id desc limit $5`,
      values: [editionId, digest, rehearsed, REHEARSAL, MOST],
    });
    return rows.map((row) => ({ ...row, placedAt: row.placedAt.toISOString() }));
  }
}
