import { Injectable } from "@nestjs/common";
import { Prisma } from "../platform/prisma-client/generated/client.ts";
import { Transactions } from "../platform/transactions.ts";

/** What stands in the way of taking an import back. */
export interface Blockers {
  count: number;
  /** The first few, in the order of their names. */
  names: string[];
}

const MOST_NAMED = 5;

const isNew = Prisma.sql`(r.outcome = 'new' or r.outcome = 'doubtful' and r.decision = 'new')`;
const isChange = Prisma.sql`(cardinality(r.changes) > 0 and r.match is not null
  and (r.outcome = 'changed' or r.outcome = 'doubtful' and r.decision = 'same'))`;
/** Whether the preview has read the organisation as it is: other transactions, however long, change nothing of that. */
const isSeen = Prisma.sql`pg_visible_in_snapshot(o.written_by::text::xid8, i.compared_with::pg_snapshot)`;

/** The fields of an organisation where `changes` names them from `from`, else as they are. */
function fieldsFrom(from: Prisma.Sql): Prisma.Sql {
  const text = (field: string, column: string): Prisma.Sql =>
    Prisma.sql`case when ${field} = any (r.changes) then ${from} ->> ${field} else ${Prisma.raw(column)} end`;
  return Prisma.sql`
    kind = ${text("kind", "o.kind")},
    name_ar = ${text("nameAr", "o.name_ar")},
    name_fr = ${text("nameFr", "o.name_fr")},
    city = ${text("city", "o.city")},
    province = ${text("province", "o.province")},
    expected_pupils = coalesce((${text("expectedPupils", "o.expected_pupils::text")})::integer, 0),
    expected_adults = coalesce((${text("expectedAdults", "o.expected_adults::text")})::integer, 0),
    contact = case when r.changes && array['contactName', 'contactPhone', 'contactEmail']
      then nullif(jsonb_build_object(
        'name', ${text("contactName", "o.contact ->> 'name'")},
        'phone', ${text("contactPhone", "o.contact ->> 'phone'")},
        'email', ${text("contactEmail", "o.contact ->> 'email'")}),
        '{"name": null, "phone": null, "email": null}')
      else o.contact end,
    changed_at = now()`;
}

/** What an import does to the registry, and how it is taken back: a statement for all rows each. */
@Injectable()
export class OrganisationCommitRepository {
  constructor(private readonly transactions: Transactions) {}

  /**
   * Holds what will be changed until the end of the transaction. Returns whether all of it is still what the preview
   * was compared with, and nobody has added meanwhile what it would add.
   */
  async holdUnchanged(importId: string): Promise<boolean> {
    const { client } = this.transactions;
    await client.$queryRaw`
      select 1 from organisation o join import_row r on o.id = (r.match ->> 'id')::uuid
      where r.import_id = ${importId}::uuid and ${isChange} order by o.id for update of o`;
    const [row] = await client.$queryRaw<{ changed: boolean }[]>`
      select exists (
          select 1 from import_row r join import i on i.id = r.import_id
            left join organisation o on o.id = (r.match ->> 'id')::uuid and o.merged_into is null
          where r.import_id = ${importId}::uuid and ${isChange}
            and (o.id is null or not ${isSeen}))
        or exists (
          select 1 from import i join organisation o on o.edition_id = i.edition_id
              and o.written_by >= pg_snapshot_xmin(i.compared_with::pg_snapshot)::text::bigint and not ${isSeen}
            join import_row r on r.import_id = i.id and r.folded = o.folded
          where i.id = ${importId}::uuid and o.merged_into is null and ${isNew}) as changed`;
    return row?.changed !== true;
  }

  /** Returns how many are new and how many were changed. */
  async commit(importId: string): Promise<{ created: number; changed: number }> {
    const { client } = this.transactions;
    const created = await client.$executeRaw`
      insert into organisation (id, edition_id, type, kind, name_ar, name_fr, city, province, expected_pupils,
        expected_adults, contact, folded, import_id)
      select r.target, i.edition_id, (r."values" ->> 'type')::organisation_type, r."values" ->> 'kind',
        r."values" ->> 'nameAr', r."values" ->> 'nameFr', r."values" ->> 'city', r."values" ->> 'province',
        coalesce((r."values" ->> 'expectedPupils')::integer, 0),
        coalesce((r."values" ->> 'expectedAdults')::integer, 0),
        case when coalesce(r."values" ->> 'contactName', r."values" ->> 'contactPhone', r."values" ->> 'contactEmail')
          is not null then jsonb_build_object('name', r."values" ->> 'contactName',
            'phone', r."values" ->> 'contactPhone', 'email', r."values" ->> 'contactEmail') end,
        r.folded, i.id
      from import_row r join import i on i.id = r.import_id
      where i.id = ${importId}::uuid and ${isNew}`;
    const changed = await client.$executeRaw`
      update organisation o set ${fieldsFrom(Prisma.sql`r."values"`)}, folded = r.match -> 'folded' ->> 'after'
      from import_row r
      where r.import_id = ${importId}::uuid and ${isChange} and o.id = (r.match ->> 'id')::uuid`;
    return { created, changed };
  }

  /** Of what the import made or changed: what was changed since, or is in use. Holds all of it. */
  async blockers(importId: string): Promise<Blockers> {
    const { client } = this.transactions;
    await client.$queryRaw`
      select 1 from organisation o where o.import_id = ${importId}::uuid order by o.id for update of o`;
    await client.$queryRaw`
      select 1 from organisation o join import_row r on o.id = (r.match ->> 'id')::uuid
      where r.import_id = ${importId}::uuid and ${isChange} order by o.id for update of o`;
    const rows = await client.$queryRaw<{ name: string; count: number }[]>`
      with touched as (
        select o.* from organisation o join import i on i.id = ${importId}::uuid
        where o.import_id = i.id and (o.written_by <> i.committed_by
          or exists (select from organisation other where other.merged_into = o.id)
          or exists (select from visit where organisation_id = o.id)
          or exists (select from pass where organisation_id = o.id)
          or exists (select from accreditation where organisation_id = o.id)
          or exists (select from media_activity where organisation_id = o.id))
        union
        select o.* from organisation o join import_row r on o.id = (r.match ->> 'id')::uuid
          join import i on i.id = r.import_id
        where i.id = ${importId}::uuid and ${isChange} and o.written_by <> i.committed_by)
      select coalesce(name_ar, name_fr) as name, (count(*) over ())::integer as count
      from touched order by folded limit ${MOST_NAMED}`;
    return { count: rows[0]?.count ?? 0, names: rows.map(({ name }) => name) };
  }

  /** Returns how many were removed and how many are again what they were. */
  async undo(importId: string): Promise<{ removed: number; restored: number }> {
    const { client } = this.transactions;
    const restored = await client.$executeRaw`
      update organisation o set ${fieldsFrom(Prisma.sql`r.before`)}, folded = r.match -> 'folded' ->> 'before'
      from import_row r
      where r.import_id = ${importId}::uuid and ${isChange} and o.id = (r.match ->> 'id')::uuid`;
    await client.$executeRaw`
      delete from organisation_apart using organisation o
      where o.import_id = ${importId}::uuid and (first = o.id or second = o.id)`;
    const removed = await client.$executeRaw`delete from organisation where import_id = ${importId}::uuid`;
    return { removed, restored };
  }
}
