import { contact, organisationKind, type OrganisationType } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { Database, prompt } from "../../platform/database.ts";
import type { IndexedOrganisation } from "./organisation-index.ts";

/** How far what was written has been read: the transaction that wrote the last one, and its id. */
export interface ReadUpTo {
  writtenBy: number;
  id: string;
}

/** A part of what was written. */
export interface WrittenPart {
  /** Those that were taken up into another have no place in an index. */
  rows: { organisation: IndexedOrganisation; isMerged: boolean }[];
  /** Every transaction with a lower number had ended, and what it wrote was seen; undefined where nothing was. */
  seenBefore: number | undefined;
  /** Where to go on; undefined at the end. */
  next: ReadUpTo | undefined;
}

interface Row {
  id: string;
  type: OrganisationType;
  kind: string | null;
  name_ar: string | null;
  name_fr: string | null;
  city: string | null;
  province: string | null;
  contact: unknown;
  import_id: string | null;
  is_merged: boolean;
  written_by: number;
  seen_before: number;
}

const AT_ONCE = 1_000;
const NO_ID = "00000000-0000-0000-0000-000000000000";

/** Before the first: no transaction has this number. */
export const startAt = (writtenBy: number): ReadUpTo => ({ writtenBy, id: NO_ID });

/** What servers read of the registry to look for organisations in memory. */
@Injectable()
export class OrganisationIndexRepository {
  constructor(private readonly database: Database) {}

  /**
   * What was written after `from`, a part at a time: everything, or what is new. Numbers that came with a database
   * restored from elsewhere may be far ahead of this one's: what no transaction here can have written is not new.
   */
  async written(editionId: number, from: ReadUpTo, which: "everything" | "new"): Promise<WrittenPart> {
    const { rows } = await this.database.pool.query<Row>({
      ...prompt,
      name: "organisations_written",
      text: `select id, type::text, kind, name_ar, name_fr, city, province, contact, import_id, written_by,
               merged_into is not null as is_merged,
               pg_snapshot_xmin(pg_current_snapshot())::text::bigint as seen_before
             from organisation
             where edition_id = $1 and (written_by, id) > ($2::bigint, $3::uuid)
               and ($4 or written_by < pg_snapshot_xmax(pg_current_snapshot())::text::bigint)
             order by written_by, id limit $5`,
      values: [editionId, from.writtenBy, from.id, which === "everything", AT_ONCE],
    });
    const last = rows.at(-1);
    return {
      rows: rows.map((row) => ({ organisation: toIndexed(row), isMerged: row.is_merged })),
      seenBefore: last?.seen_before,
      next: last === undefined || rows.length < AT_ONCE ? undefined : { writtenBy: last.written_by, id: last.id },
    };
  }

  /** Those of `ids` that are not in the registry any more. */
  async absent(editionId: number, ids: readonly string[]): Promise<string[]> {
    const { rows } = await this.database.pool.query<{ id: string }>({
      ...prompt,
      name: "organisations_absent",
      text: `select asked.id from unnest($2::uuid[]) as asked (id)
             where not exists (
               select from organisation where id = asked.id and edition_id = $1 and merged_into is null)`,
      values: [editionId, ids],
    });
    return rows.map(({ id }) => id);
  }
}

function toIndexed(row: Row): IndexedOrganisation {
  const { id, type, kind, city, province } = row;
  return {
    id,
    type,
    kind: kind === null ? null : organisationKind.parse(kind),
    nameAr: row.name_ar,
    nameFr: row.name_fr,
    city,
    province,
    contact: row.contact === null ? null : contact.parse(row.contact),
    importId: row.import_id,
  };
}
