import { Injectable } from "@nestjs/common";
import { Transactions } from "../platform/transactions.ts";

/** A ticket of which a pass is to be made. */
export interface AttendeeTicket {
  row: number;
  reference: string;
  category: string;
  /** RFC 3339. */
  validFrom: string | null;
  validUntil: string | null;
  /** The pass in whose place it comes. */
  replaces: string | null;
}

const UNDONE = "The list it came with was taken back.";
const REPLACED = "The list says otherwise now.";

/** The passes of a list of attendees. */
@Injectable()
export class AttendeeRowsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Those that are new, or were decided to be, and have no good pass but one that is to be replaced. */
  async tickets(importId: string, after: number, limit: number): Promise<AttendeeTicket[]> {
    return this.transactions.client.$queryRaw<AttendeeTicket[]>`
      select r."row", r."values" ->> 'reference' as reference, r."values" ->> 'category' as category,
        r."values" ->> 'validFrom' as "validFrom", r."values" ->> 'validUntil' as "validUntil", p.code as replaces
      from import_row r join import i on i.id = r.import_id
        left join pass p on p.edition_id = i.edition_id and p.reference = r."values" ->> 'reference'
          and p.revoked_at is null
      where r.import_id = ${importId}::uuid and r."row" > ${after}
        and (r.outcome = 'new' and p.code is null or r.outcome = 'doubtful' and r.decision = 'new')
      order by r."row" limit ${limit}`;
  }

  /** Names the passes as the list does; call it once those they replace are revoked. */
  async name(importId: string, passes: readonly { code: string; reference: string }[]): Promise<void> {
    await this.transactions.client.$executeRaw`
      update pass set import_id = ${importId}::uuid, reference = given.reference
      from unnest(${passes.map(({ code }) => code)}::text[], ${passes.map(({ reference }) => reference)}::text[])
        as given (code, reference)
      where pass.code = given.code`;
  }

  /** Call it once the edition's configuration version was raised. */
  async replace(editionId: number, passes: readonly { code: string; replaces: string }[]): Promise<void> {
    await this.transactions.client.$executeRaw`
      update pass set revoked_at = now(), revoked_reason = ${REPLACED}, replaced_by = given.code,
        revoked_version = (select config_version from edition_state where edition_id = ${editionId}::integer)
      from unnest(${passes.map(({ code }) => code)}::text[], ${passes.map(({ replaces }) => replaces)}::text[])
        as given (code, replaces)
      where pass.edition_id = ${editionId}::integer and pass.code = given.replaces and pass.revoked_at is null`;
  }

  /** Returns how many were good until now, and how many of them have been shown at a gate already. */
  async revoke(editionId: number, importId: string): Promise<{ passes: number; crossed: number }> {
    const { client } = this.transactions;
    const [row] = await client.$queryRaw<{ crossed: number }[]>`
      select count(*)::integer as crossed from pass
      where import_id = ${importId}::uuid and revoked_at is null
        and exists (select from ledger where ledger.pass_digest = pass.digest)`;
    const passes = await client.$executeRaw`
      update pass set revoked_at = now(), revoked_reason = ${UNDONE},
        revoked_version = (select config_version from edition_state where edition_id = ${editionId}::integer)
      where edition_id = ${editionId}::integer and import_id = ${importId}::uuid and revoked_at is null`;
    return { passes, crossed: row?.crossed ?? 0 };
  }
}
