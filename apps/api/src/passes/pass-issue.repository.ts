import { Injectable } from "@nestjs/common";
import type { EditionStatus } from "@abwab/contract";
import { Transactions } from "../platform/transactions.ts";
import type { PassDraft } from "./pass-draft.ts";

/** What the passes of one issue have in common. */
export interface Issue extends PassDraft {
  editionId: number;
  keyId: string;
  batchId: string | null;
  /** Who issued them; null for the service itself. */
  issuedBy: string | null;
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

  /** In one statement, however many. A code that is taken is left out. Returns the codes that were new. */
  async insert(issue: Issue, passes: readonly { code: string; digest: string }[]): Promise<string[]> {
    const { kind, category, group, zones, validFrom, validUntil } = issue.facts;
    const codes = passes.map((pass) => pass.code);
    const digests = passes.map((pass) => pass.digest);
    const rows = await this.transactions.client.$queryRaw<{ code: string }[]>`
      insert into pass (edition_id, key_id, batch_id, kind, category, label, pupils, adults, zones, valid_from,
        valid_until, issued_at, issued_by, organisation_id, reference, code, digest)
      select ${issue.editionId}::integer, ${issue.keyId}, ${issue.batchId}::uuid, ${kind}::pass_kind, ${category},
        ${issue.label}, ${group?.pupils ?? null}::integer, ${group?.adults ?? null}::integer,
        ${[...(zones ?? [])]}::text[], ${toDate(validFrom)}::timestamptz, ${toDate(validUntil)}::timestamptz,
        date_trunc('milliseconds', now()), ${issue.issuedBy}::uuid, ${issue.organisationId}::uuid,
        ${issue.reference}, code, decode(digest, 'hex')
      from unnest(${codes}::text[], ${digests}::text[]) as pass (code, digest)
      on conflict (code) do nothing
      returning code`;
    return rows.map((row) => row.code);
  }
}

const toDate = (instant: number | null): Date | null => (instant === null ? null : new Date(instant));
