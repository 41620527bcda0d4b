import { type ImportFault, type ImportState, type ImportSubject, instant, uuid } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { z } from "zod";
import type { PageRequest } from "../platform/page-cursor.ts";
import { Transactions } from "../platform/transactions.ts";
import type { ReadingCorrection } from "./reading/raw-table.ts";
import { type StoredImport, toStored, unread } from "./stored-import.ts";

/** Imports are listed by when they were made, the latest first. */
export const importOrder = z.object({ createdAt: instant, id: uuid });
export type ImportOrder = z.infer<typeof importOrder>;

const WITHOUT_FILE = { omit: { content: true } } as const;

export interface NewImport {
  id: string;
  editionId: number;
  subject: ImportSubject;
  fileName: string;
  content: Buffer<ArrayBuffer>;
  createdBy: string | null;
}

@Injectable()
export class ImportsRepository {
  constructor(private readonly transactions: Transactions) {}

  async create(given: NewImport): Promise<StoredImport> {
    const data = { ...given, state: "reading", reading: unread };
    return toStored(await this.transactions.client.import.create({ data, ...WITHOUT_FILE }));
  }

  async get(editionId: number, id: string): Promise<StoredImport | undefined> {
    const row = await this.transactions.client.import.findUnique({ where: { id, editionId }, ...WITHOUT_FILE });
    return row === null ? undefined : toStored(row);
  }

  /** Of any edition: for work in the background. */
  async find(id: string): Promise<StoredImport | undefined> {
    const row = await this.transactions.client.import.findUnique({ where: { id }, ...WITHOUT_FILE });
    return row === null ? undefined : toStored(row);
  }

  async list(editionId: number, { after, limit }: PageRequest<ImportOrder>): Promise<StoredImport[]> {
    const rows = await this.transactions.client.import.findMany({
      where: {
        editionId,
        state: { not: "discarded" },
        ...(after !== undefined && {
          OR: [{ createdAt: { lt: after.createdAt } }, { createdAt: after.createdAt, id: { lt: after.id } }],
        }),
      },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: limit,
      ...WITHOUT_FILE,
    });
    return rows.map(toStored);
  }

  async timeZone(editionId: number): Promise<string> {
    const { client } = this.transactions;
    return (await client.edition.findUniqueOrThrow({ where: { id: editionId }, select: { timeZone: true } })).timeZone;
  }

  async inState(state: ImportState): Promise<string[]> {
    const where = { state };
    const rows = await this.transactions.client.import.findMany({
      where,
      select: { id: true },
      orderBy: { id: "asc" },
    });
    return rows.map((row) => row.id);
  }

  /** Whether it was in one of these states before. */
  async enter(
    id: string,
    state: ImportState,
    from: readonly ImportState[],
    fault: ImportFault | null = null,
  ): Promise<boolean> {
    const where = { id, state: { in: [...from] } };
    return (await this.transactions.client.import.updateMany({ where, data: { state, fault } })).count === 1;
  }

  /** Whether it is in this state, and stays in it until the end of the transaction. */
  async hold(id: string, state: ImportState): Promise<boolean> {
    const rows = await this.transactions.client.$queryRaw<unknown[]>`
      select 1 from import where id = ${id}::uuid and state = ${state} for update`;
    return rows.length === 1;
  }

  /** To be read anew, as corrected; what reads it now has lost its turn. Only a preview, or a file that failed. */
  async readAgain(id: string, correction: ReadingCorrection, fault: ImportFault | null = null): Promise<boolean> {
    const changed = await this.transactions.client.$executeRaw`
      update import set state = 'reading', fault = ${fault}, turn = turn + 1, rows_done = 0, rows_total = null,
        outcomes = '{}', found = found || jsonb_build_object('correction', ${JSON.stringify(correction)}::jsonb)
      where id = ${id}::uuid and state in ('reading', 'preview', 'failed') and content is not null`;
    return changed === 1;
  }

  /** To be compared anew, because the registry is not any more what it was compared with. */
  async compareAgain(id: string): Promise<boolean> {
    const changed = await this.transactions.client.$executeRaw`
      update import set state = 'reading', fault = 'registry_changed', turn = turn + 1, rows_done = 0,
        rows_total = null, outcomes = '{}'
      where id = ${id}::uuid and state = 'committing'`;
    return changed === 1;
  }

  /** Imported, by this transaction: its file goes, and what was shown of it. */
  async finish(id: string): Promise<void> {
    await this.transactions.client.$executeRaw`
      update import set state = 'done', fault = null, content = null, found = found || '{"sample": []}',
        committed_by = pg_current_xact_id()::text::bigint
      where id = ${id}::uuid`;
  }

  /** How many of its passes had been shown at a gate when they were revoked. */
  async noteCrossed(id: string, crossed: number): Promise<void> {
    await this.transactions.client.$executeRaw`
      update import set found = found || jsonb_build_object('passesCrossed', ${crossed}::integer) where id = ${id}::uuid`;
  }

  async remove(id: string): Promise<void> {
    await this.transactions.client.import.delete({ where: { id }, select: { id: true } });
  }
}
