import { Injectable } from "@nestjs/common";
import type { EditionStatus } from "@abwab/contract";
import { Transactions } from "../platform/transactions.ts";
import type { PassDraft } from "./pass-draft.ts";

/** What the passes of one issue have in common. */
export interface Issue {
  editionId: number;
  batchId: string | null;
  /** Who issued them; null for the service itself. */
  issuedBy: string | null;
}

/** A pass that was signed. */
export interface NewPassRow extends PassDraft {
  code: string;
  /** SHA-256 of its token in hex. */
  digest: string;
}

@Injectable()
export class PassIssueRepository {
  constructor(private readonly transactions: Transactions) {}

  /** The edition's status, which nobody changes before the transaction ends; undefined where it has gone. */
  async holdStatus(editionId: number): Promise<EditionStatus | undefined> {
    const rows = await this.transactions.client.$queryRaw<{ status: EditionStatus }[]>`
      select status::text from edition where id = ${editionId}::integer for share`;
    return rows[0]?.status;
  }

  /** Keeps an organisation from being removed before the transaction ends; false where the edition has none of this id. */
  async holdOrganisation(editionId: number, id: string): Promise<boolean> {
    const rows = await this.transactions.client.$queryRaw<unknown[]>`
      select id from organisation where edition_id = ${editionId}::integer and id = ${id}::uuid for key share`;
    return rows.length > 0;
  }

  /** In one statement, however many. A code that is taken is left out. Returns the codes that were new. */
  async insert(
    { editionId, batchId, issuedBy }: Issue,
    keyId: string,
    passes: readonly NewPassRow[],
  ): Promise<string[]> {
    const rows = await this.transactions.client.$queryRaw<{ code: string }[]>`
      insert into pass (edition_id, key_id, batch_id, issued_at, issued_by, code, digest, kind, category, label, pupils,
        adults, zones, valid_from, valid_until, organisation_id, reference)
      select ${editionId}::integer, ${keyId}, ${batchId}::uuid, date_trunc('milliseconds', now()), ${issuedBy}::uuid,
        code, decode(digest, 'hex'), kind::pass_kind, category, label, pupils, adults, zones, valid_from, valid_until,
        organisation_id, reference
      from json_to_recordset(${JSON.stringify(passes.map(toRow))}::json) as pass (code text, digest text, kind text,
        category text, label text, pupils integer, adults integer, zones text[], valid_from timestamptz,
        valid_until timestamptz, organisation_id uuid, reference text)
      on conflict (code) do nothing
      returning code`;
    return rows.map((row) => row.code);
  }
}

const toRow = ({ facts, code, digest, label, organisationId, reference }: NewPassRow) => ({
  code,
  digest,
  kind: facts.kind,
  category: facts.category,
  label,
  ...facts.group,
  zones: facts.zones ?? [],
  valid_from: toDate(facts.validFrom),
  valid_until: toDate(facts.validUntil),
  organisation_id: organisationId,
  reference,
});

const toDate = (instant: number | null): Date | null => (instant === null ? null : new Date(instant));
