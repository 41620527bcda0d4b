import { Injectable } from "@nestjs/common";
import type { AuditEvent } from "@abwab/contract";
import type { PageRequest } from "../platform/page-cursor.ts";
import { Transactions } from "../platform/transactions.ts";

export interface AuditRow {
  id: string;
  actorId: string | null;
  actorName: string;
  action: string;
  subject: string;
  address: string | null;
  before: object | undefined;
  after: object | undefined;
}

@Injectable()
export class AuditRepository {
  constructor(private readonly transactions: Transactions) {}

  async insert({ before, after, ...row }: AuditRow): Promise<void> {
    await this.transactions.client.auditEvent.create({
      data: {
        ...row,
        ...(before && { before }),
        ...(after && { after }),
      },
    });
  }

  /** The latest first: their ids are made in the order of time. */
  async list({ after, limit }: PageRequest<string>): Promise<AuditEvent[]> {
    const rows = await this.transactions.client.auditEvent.findMany({
      ...(after !== undefined && { where: { id: { lt: after } } }),
      orderBy: { id: "desc" },
      take: limit,
    });
    return rows.map(({ at, seq: _seq, hash: _hash, salt: _salt, valuesDigest, ...row }) => ({
      ...row,
      at: at.toISOString(),
      erased: valuesDigest !== null,
    }));
  }
}
