import { Injectable } from "@nestjs/common";
import { Database } from "../platform/database.ts";
import type { KnownOrganisation } from "./reading/list-request.ts";

const AT_ONCE = 2_000;
const BEFORE_ALL = "00000000-0000-0000-0000-000000000000";

/** The registry as lists are compared with it. */
@Injectable()
export class KnownOrganisationsRepository {
  constructor(private readonly database: Database) {}

  /** All of an edition that were not taken up into another one, in parts. */
  async *all(editionId: number): AsyncGenerator<KnownOrganisation[]> {
    let after = BEFORE_ALL;
    for (;;) {
      const { rows } = await this.database.pool.query<KnownOrganisation>({
        name: "known_organisations",
        text: `select id, type::text, kind, name_ar as "nameAr", name_fr as "nameFr", city, province,
                 expected_pupils as "expectedPupils", expected_adults as "expectedAdults",
                 contact->>'name' as "contactName", contact->>'phone' as "contactPhone",
                 contact->>'email' as "contactEmail"
               from organisation where edition_id = $1 and merged_into is null and id > $2 order by id limit $3`,
        values: [editionId, after, AT_ONCE],
      });
      const last = rows.at(-1);
      if (last === undefined) return;
      yield rows;
      after = last.id;
    }
  }
}
