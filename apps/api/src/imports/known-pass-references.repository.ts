import { Injectable } from "@nestjs/common";
import { Database } from "../platform/database.ts";
import type { KnownPassReference } from "./reading/list-request.ts";

const AT_ONCE = 5_000;

interface Row extends Omit<KnownPassReference, "validFrom" | "validUntil"> {
  validFrom: Date | null;
  validUntil: Date | null;
}

/** Passes that were made of lists, as later lists are compared with them. */
@Injectable()
export class KnownPassReferencesRepository {
  constructor(private readonly database: Database) {}

  /** All of an edition, in parts. */
  async *all(editionId: number): AsyncGenerator<KnownPassReference[]> {
    let after = "";
    for (;;) {
      const { rows } = await this.database.pool.query<Row>({
        name: "known_pass_references",
        text: `select pass.code, reference, category, valid_from as "validFrom", valid_until as "validUntil",
                 (pass.revoked_at is not null or pass_key.revoked_at is not null) as revoked
               from pass join pass_key using (key_id)
               where pass.edition_id = $1 and reference is not null and pass.code > $2 order by pass.code limit $3`,
        values: [editionId, after, AT_ONCE],
      });
      const last = rows.at(-1);
      if (last === undefined) return;
      yield rows.map((row) => ({
        ...row,
        validFrom: row.validFrom?.getTime() ?? null,
        validUntil: row.validUntil?.getTime() ?? null,
      }));
      after = last.code;
    }
  }
}
