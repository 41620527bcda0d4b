import { type NewReachFigure, reachOrigin } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import type { Prisma } from "../platform/prisma-client/generated/client.ts";
import { Transactions } from "../platform/transactions.ts";
import type { StoredFigure } from "./reach-sums.ts";

@Injectable()
export class ReachRepository {
  constructor(private readonly transactions: Transactions) {}

  /** The latest first. */
  async list(editionId: number): Promise<StoredFigure[]> {
    const rows = await this.transactions.client.reachFigure.findMany({
      where: { editionId },
      orderBy: [{ at: "desc" }, { channel: "asc" }, { id: "asc" }],
    });
    return rows.map(toFigure);
  }

  /** Lets whoever else adds to the edition's figures wait until the transaction ends. */
  async holdAll(editionId: number): Promise<void> {
    await this.transactions.client
      .$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`reach ${editionId}`}, 0))`;
  }

  /** Nobody else changes it before the transaction ends. */
  async hold(id: string): Promise<void> {
    await this.transactions.client.$executeRaw`select from reach_figure where id = ${id}::uuid for update`;
  }

  async get(editionId: number, id: string): Promise<StoredFigure | undefined> {
    const row = await this.transactions.client.reachFigure.findUnique({ where: { id, editionId } });
    return row === null ? undefined : toFigure(row);
  }

  async createMany(editionId: number, figures: readonly StoredFigure[]): Promise<void> {
    await this.transactions.client.reachFigure.createMany({
      data: figures.map(({ id, ...fields }) => ({ id, editionId, ...toRow(fields) })),
    });
  }

  async update(id: string, fields: NewReachFigure): Promise<void> {
    await this.transactions.client.reachFigure.update({ where: { id }, data: toRow(fields) });
  }

  async remove(id: string): Promise<void> {
    await this.transactions.client.reachFigure.delete({ where: { id } });
  }
}

const toRow = ({ channel, day, value, qualifier, origin, source, at }: NewReachFigure) => ({
  channel,
  day: day === null ? null : new Date(`${day}T00:00:00Z`),
  value: BigInt(value),
  qualifier,
  origin,
  source,
  at: new Date(at),
});

const toFigure = (row: Prisma.ReachFigureModel): StoredFigure => ({
  id: row.id,
  channel: row.channel,
  day: row.day === null ? null : row.day.toISOString().slice(0, 10),
  value: Number(row.value),
  qualifier: row.qualifier,
  origin: reachOrigin.parse(row.origin),
  source: row.source,
  at: row.at.toISOString(),
});
