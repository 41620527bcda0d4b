import { Injectable } from "@nestjs/common";
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
}
