import { Injectable } from "@nestjs/common";
import type { CommitFrame } from "../editions/commit-frame.ts";
import { Database, prompt } from "../platform/database.ts";
import { plainArray } from "./array-literal.ts";
import type { EditionHold } from "./edition-hold.repository.ts";
import type { LedgerCrossing } from "./pass-histories.ts";
import type { PreparedEntry } from "./prepare-entry.ts";

@Injectable()
export class StandingCrossingsRepository {
  constructor(private readonly database: Database) {}

  /**
   * The crossings that stand of these entries' passes at these entries' zones. What was rehearsed counts while the
   * edition is a draft, and only that (A4).
   */
  async of(
    entries: readonly PreparedEntry[],
    { rehearsal }: CommitFrame,
    hold: EditionHold | undefined,
  ): Promise<LedgerCrossing[]> {
    if (entries.length === 0) return [];
    const { rows } = await (hold ?? this.database.pool).query<LedgerCrossing>({
      ...prompt,
      name: "pass_crossings",
      text: `select id, zone_id as "zoneId", encode(pass_digest, 'hex') as digest, direction, headcount,
               (extract(epoch from placed_at) * 1000)::bigint as at, day
             from ledger
             where pass_digest = any (array(select decode(digest, 'hex') from unnest($1::text[]) as digest))
               and zone_id = any ($2::int[]) and (flags & rehearsal_bit() <> 0) = $3
               and not exists (select from voided_entry where entry_id = ledger.id)`,
      values: [
        plainArray([...new Set(entries.map((entry) => entry.passDigest))]),
        plainArray([...new Set(entries.map((entry) => entry.zoneId))]),
        rehearsal,
      ],
    });
    return rows;
  }
}
