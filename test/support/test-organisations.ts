import type { OrganisationType } from "@abwab/contract";
import { v7 as newId } from "uuid";
import { queryDatabase } from "./query-database.ts";

export interface OrganisationRow {
  name: string;
  type?: OrganisationType;
  kind?: string;
  province?: string;
  city?: string;
  pupils?: number;
  adults?: number;
}

/** Puts organisations into the registry, in one go. Returns their ids in the same order. */
export async function putOrganisations(
  database: { url: string },
  slug: string,
  rows: readonly OrganisationRow[],
): Promise<string[]> {
  const organisations = rows.map((row) => ({ id: newId(), type: "school", pupils: 0, adults: 0, ...row }));
  await queryDatabase(
    database,
    `insert into organisation (id, edition_id, type, kind, name_ar, city, province, expected_pupils, expected_adults, folded)
     select one.id, edition.id, one.type::organisation_type, kind, name, one.city, province, pupils, adults, lower(name)
     from edition, json_to_recordset($2) as one (id uuid, type text, kind text, name text, city text, province text,
       pupils integer, adults integer)
     where slug = $1`,
    [slug, JSON.stringify(organisations)],
  );
  return organisations.map(({ id }) => id);
}
