import {
  type ImportDecisions,
  importField,
  type ImportRow,
  rowDecision,
  type RowDecision,
  rowOutcome,
  type RowOutcome,
  rowProblem,
} from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { z } from "zod";
import type { PageRequest } from "../platform/page-cursor.ts";
import type { Prisma } from "../platform/prisma-client/generated/client.ts";
import { Transactions } from "../platform/transactions.ts";

/** Rows are listed as they stand in the file. */
export const rowOrder = z.int();

/** A row that was not taken, as it stands in the file. */
export interface LeftOutRow extends ImportRow {
  cells: string[];
}

@Injectable()
export class ImportRowsRepository {
  constructor(private readonly transactions: Transactions) {}

  async list(
    importId: string,
    outcome: RowOutcome | undefined,
    { after, limit }: PageRequest<number>,
  ): Promise<ImportRow[]> {
    const rows = await this.transactions.client.importRow.findMany({
      where: { importId, ...(outcome && { outcome }), ...(after !== undefined && { row: { gt: after } }) },
      orderBy: { row: "asc" },
      take: limit,
    });
    return rows.map(toRow);
  }

  /** Of each import, how many doubtful rows were decided in which way. */
  async decisions(importIds: readonly string[]): Promise<Map<string, Partial<Record<RowDecision, number>>>> {
    const groups = await this.transactions.client.importRow.groupBy({
      by: ["importId", "decision"],
      where: { importId: { in: [...importIds] }, outcome: "doubtful", decision: { not: null } },
      _count: true,
    });
    const byImport = new Map<string, Partial<Record<RowDecision, number>>>();
    for (const { importId, decision, _count: count } of groups) {
      byImport.set(importId, { ...byImport.get(importId), [rowDecision.parse(decision)]: count });
    }
    return byImport;
  }

  /** Only of doubtful rows. Returns how many there were. */
  async decide(importId: string, decisions: ImportDecisions): Promise<number> {
    const where = { importId, outcome: "doubtful" };
    const { client } = this.transactions;
    if ("all" in decisions) {
      return (await client.importRow.updateMany({ where, data: { decision: decisions.all } })).count;
    }
    let decided = 0;
    for (const [decision, some] of Map.groupBy(decisions.decisions, (one) => one.decision)) {
      const row = { in: some.map((one) => one.row) };
      decided += (await client.importRow.updateMany({ where: { ...where, row }, data: { decision } })).count;
    }
    return decided;
  }

  /** Wrong rows, and doubtful ones that nobody has decided, in parts. */
  async leftOut(importId: string, { after, limit }: PageRequest<number>): Promise<LeftOutRow[]> {
    const rows = await this.transactions.client.importRow.findMany({
      where: {
        importId,
        OR: [{ outcome: "wrong" }, { outcome: "doubtful", decision: null }],
        ...(after !== undefined && { row: { gt: after } }),
      },
      orderBy: { row: "asc" },
      take: limit,
    });
    return rows.map((row) => ({ ...toRow(row), cells: row.cells }));
  }
}

const values = z.partialRecord(importField, z.string());
const match = z.object({ id: z.string(), name: z.string(), likeness: z.number() }).nullable();

function toRow(row: Prisma.ImportRowModel): ImportRow {
  return {
    row: row.row,
    outcome: rowOutcome.parse(row.outcome),
    values: values.parse(row.values),
    match: match.parse(row.match),
    changes: z.array(importField).parse(row.changes),
    before: values.parse(row.before),
    problems: z.array(rowProblem).parse(row.problems),
    decision: rowDecision.nullable().parse(row.decision),
  };
}
