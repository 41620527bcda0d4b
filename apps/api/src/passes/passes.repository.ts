import { instant, type Pass, type PassClaims, passCode, type PassQuery, readPassCode } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { z } from "zod";
import type { PageRequest } from "../platform/page-cursor.ts";
import type { Prisma } from "../platform/prisma-client/generated/client.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { Transactions } from "../platform/transactions.ts";

/** Passes are listed by when they were issued, the latest first. */
export const passOrder = z.object({ issuedAt: instant, code: passCode });
export type PassOrder = z.infer<typeof passOrder>;

export interface StoredPass {
  pass: Pass;
  facts: PassClaims;
  /** SHA-256 of its token in hex. */
  digest: string;
  /** Whether it was revoked itself; `pass.revokedAt` also tells of its key. */
  revoked: boolean;
}

export type PassFilter = Omit<PassQuery, "limit" | "cursor" | "search"> & {
  search: { codeStart: string | undefined; label: string } | undefined;
};

const WITH_KEY = { key: { select: { revokedAt: true } } } as const satisfies Prisma.PassInclude;
type PassRow = Prisma.PassGetPayload<{ include: typeof WITH_KEY }>;

@Injectable()
export class PassesRepository {
  constructor(private readonly transactions: Transactions) {}

  /** @param typed its code as it is printed or typed. Throws `not_found`. */
  async find(editionId: number, typed: string): Promise<StoredPass> {
    const code = readPassCode(typed);
    const found = code === undefined ? undefined : await this.look(editionId, code);
    if (found === undefined) throw new ProblemError("not_found", "This edition has no such pass.");
    return found;
  }

  async look(editionId: number, code: string): Promise<StoredPass | undefined> {
    const row = await this.transactions.client.pass.findUnique({ where: { code, editionId }, include: WITH_KEY });
    return row === null ? undefined : toStored(row);
  }

  async some(editionId: number, codes: readonly string[]): Promise<StoredPass[]> {
    const where = { editionId, code: { in: [...codes] } };
    return (await this.transactions.client.pass.findMany({ where, include: WITH_KEY })).map(toStored);
  }

  async list(
    editionId: number,
    { kind, category, state, batch, organisation, search }: PassFilter,
    { after, limit }: PageRequest<PassOrder>,
  ): Promise<StoredPass[]> {
    const isGood = { revokedAt: null, key: { revokedAt: null } };
    const conditions: Prisma.PassWhereInput[] = [];
    if (state !== undefined) conditions.push(state === "valid" ? isGood : { NOT: isGood });
    if (search !== undefined) {
      const { codeStart, label } = search;
      const byLabel = { label: { contains: label, mode: "insensitive" } } as const;
      conditions.push(codeStart === undefined ? byLabel : { OR: [{ code: { startsWith: codeStart } }, byLabel] });
    }
    if (after !== undefined) {
      const { issuedAt, code } = after;
      conditions.push({ OR: [{ issuedAt: { lt: issuedAt } }, { issuedAt, code: { lt: code } }] });
    }
    const rows = await this.transactions.client.pass.findMany({
      where: {
        editionId,
        ...(kind !== undefined && { kind }),
        ...(category !== undefined && { category }),
        ...(batch !== undefined && { batchId: batch }),
        ...(organisation !== undefined && { organisationId: organisation }),
        AND: conditions,
      },
      include: WITH_KEY,
      orderBy: [{ issuedAt: "desc" }, { code: "desc" }],
      take: limit,
    });
    return rows.map(toStored);
  }

  /** A part of a batch in the order of the codes, the revoked ones too, so that parts don't shift. */
  async partOfBatch(batchId: string, { skip, take }: { skip: number; take: number }): Promise<StoredPass[]> {
    const rows = await this.transactions.client.pass.findMany({
      where: { batchId },
      include: WITH_KEY,
      orderBy: { code: "asc" },
      skip,
      take,
    });
    return rows.map(toStored);
  }

  /** Those of a list of attendees that were not revoked, in the order of the codes. */
  async goodOfImport(importId: string, { after, limit }: PageRequest<string>): Promise<StoredPass[]> {
    const rows = await this.transactions.client.pass.findMany({
      where: { importId, revokedAt: null, ...(after !== undefined && { code: { gt: after } }) },
      include: WITH_KEY,
      orderBy: { code: "asc" },
      take: limit,
    });
    return rows.map(toStored);
  }

  /** What the list calls the one is what it calls the other, which came in its place; the first must be revoked. */
  async handReferenceOn(from: string, to: string): Promise<void> {
    await this.transactions.client.$executeRaw`
      update pass set reference = revoked.reference, import_id = revoked.import_id from pass revoked
      where pass.code = ${to} and revoked.code = ${from} and revoked.reference is not null`;
  }

  /**
   * Revokes those that aren't yet; call it once the edition's configuration version was raised. Returns how many.
   */
  async revoke(
    editionId: number,
    which: { code: string; replacedBy?: string } | { batchId: string },
    reason: string,
  ): Promise<number> {
    const code = "code" in which ? which.code : null;
    const replacedBy = "code" in which ? (which.replacedBy ?? null) : null;
    const batchId = "batchId" in which ? which.batchId : null;
    return this.transactions.client.$executeRaw`
      update pass set revoked_at = now(), revoked_reason = ${reason}, replaced_by = ${replacedBy},
        revoked_version = (select config_version from edition_state where edition_id = ${editionId}::integer)
      where edition_id = ${editionId}::integer and revoked_at is null
        and (code = ${code} or batch_id = ${batchId}::uuid)`;
  }

  /** Leads from a pass to the one in its place, also where it was revoked before there was one. */
  async setReplacement(code: string, replacedBy: string): Promise<void> {
    await this.transactions.client.pass.updateMany({ where: { code, replacedBy: null }, data: { replacedBy } });
  }
}

function toStored(row: PassRow): StoredPass {
  const { code, kind, category, label, keyId, batchId, organisationId, reference } = row;
  const group = row.pupils === null ? null : { pupils: row.pupils, adults: row.adults ?? 0 };
  const zones = row.zones.length === 0 ? null : row.zones;
  const pass: Pass = {
    code,
    kind,
    category,
    label,
    group,
    zones,
    keyId,
    batchId,
    organisationId,
    reference,
    validFrom: row.validFrom?.toISOString() ?? null,
    validUntil: row.validUntil?.toISOString() ?? null,
    issuedAt: row.issuedAt.toISOString(),
    revokedAt: (row.revokedAt ?? row.key.revokedAt)?.toISOString() ?? null,
    revokedReason: row.revokedReason,
    replacedBy: row.replacedBy,
  };
  const validFrom = row.validFrom?.getTime() ?? null;
  const validUntil = row.validUntil?.getTime() ?? null;
  return {
    pass,
    facts: { code, kind, category, group, zones, validFrom, validUntil },
    digest: Buffer.from(row.digest).toString("hex"),
    revoked: row.revokedAt !== null,
  };
}
