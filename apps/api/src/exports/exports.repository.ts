import {
  EXPORT_KEPT_DAYS,
  exportState,
  instant,
  newExport,
  type NewExport,
  uuid,
  type ExportFault,
  type ExportState,
} from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { z } from "zod";
import type { PageRequest } from "../platform/page-cursor.ts";
import type { Prisma } from "../platform/prisma-client/generated/client.ts";
import { Transactions } from "../platform/transactions.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/** Exports are listed by when they were asked for, the latest first. */
export const exportOrder = z.object({ createdAt: instant, id: uuid });
export type ExportOrder = z.infer<typeof exportOrder>;

export interface StoredExport {
  id: string;
  editionId: number;
  request: NewExport;
  state: ExportState;
  version: number;
  rows: number;
  share: number;
  bytes: number;
  fault: string | null;
  createdAt: Date;
  createdBy: string | null;
  madeBy: string;
  finishedAt: Date | null;
  expiresAt: Date;
}

export type NewStoredExport = Pick<StoredExport, "id" | "editionId" | "request" | "version" | "createdBy" | "madeBy">;

@Injectable()
export class ExportsRepository {
  constructor(private readonly transactions: Transactions) {}

  async create({ request, ...given }: NewStoredExport): Promise<StoredExport> {
    const data = { ...given, request: request as unknown as Prisma.InputJsonObject, expiresAt: keptUntil() };
    return toStored(await this.transactions.client.export.create({ data }));
  }

  async find(id: string): Promise<StoredExport | undefined> {
    const row = await this.transactions.client.export.findUnique({ where: { id } });
    return row === null ? undefined : toStored(row);
  }

  async list(editionId: number, { after, limit }: PageRequest<ExportOrder>): Promise<StoredExport[]> {
    const rows = await this.transactions.client.export.findMany({
      where: {
        editionId,
        ...(after !== undefined && {
          OR: [{ createdAt: { lt: after.createdAt } }, { createdAt: after.createdAt, id: { lt: after.id } }],
        }),
      },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: limit,
    });
    return rows.map(toStored);
  }

  /** The next of somebody's is counted after this one (until the end of the transaction). */
  async holdCount(createdBy: string | null): Promise<void> {
    await this.transactions.client.$executeRaw`
      select pg_advisory_xact_lock(hashtext('export'), hashtext(${createdBy ?? ""}))`;
  }

  /** How many somebody has. */
  async countOf(createdBy: string | null): Promise<number> {
    return this.transactions.client.export.count({
      where: { createdBy, state: { in: ["waiting", "running", "done"] } },
    });
  }

  /** The latest commit of an edition. */
  async versionOf(editionId: number): Promise<number> {
    const state = await this.transactions.client.editionState.findUniqueOrThrow({ where: { editionId } });
    return Number(state.version);
  }

  /** Those that are still to be made, in the order in which they were asked for. */
  async unfinished(most?: number): Promise<string[]> {
    const rows = await this.transactions.client.export.findMany({
      where: { state: { in: ["waiting", "running"] } },
      select: { id: true },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      ...(most !== undefined && { take: most }),
    });
    return rows.map(({ id }) => id);
  }

  /** Those that are still to be made, each with how many come before it. */
  async queue(): Promise<Map<string, number>> {
    return new Map((await this.unfinished()).map((id, ahead) => [id, ahead]));
  }

  /** Whether it had failed or been stopped: from here on it is to be made again, and kept as long as a new one. */
  async beginAgain(id: string): Promise<boolean> {
    const { count } = await this.transactions.client.export.updateMany({
      where: { id, state: { in: ["failed", "cancelled"] } },
      data: { state: "waiting", fault: null, finishedAt: null, expiresAt: keptUntil() },
    });
    return count === 1;
  }

  /** Whether it was still to be made. Nothing of it stays. */
  async end(id: string, state: "cancelled" | "failed", fault: ExportFault | null): Promise<boolean> {
    const { count } = await this.transactions.client.export.updateMany({
      where: { id, state: { in: ["waiting", "running"] } },
      data: { state, fault, share: 0, rows: 0, finishedAt: new Date() },
    });
    if (count === 1) await this.transactions.client.exportChunk.deleteMany({ where: { exportId: id } });
    return count === 1;
  }

  /** Whether there was one, whatever its state. */
  async remove(id: string): Promise<boolean> {
    return (await this.transactions.client.export.deleteMany({ where: { id } })).count === 1;
  }

  async hasExpired(now: Date): Promise<boolean> {
    return (await this.transactions.client.export.findFirst({ where: { expiresAt: { lte: now } } })) !== null;
  }

  /** How many are gone. */
  async removeExpired(now: Date): Promise<number> {
    return (await this.transactions.client.export.deleteMany({ where: { expiresAt: { lte: now } } })).count;
  }

  /** A part of a file, counted from 0; undefined after the last one. */
  async chunk(exportId: string, place: number): Promise<Uint8Array | undefined> {
    const row = await this.transactions.client.exportChunk.findUnique({
      where: { exportId_place: { exportId, place } },
    });
    return row?.content;
  }
}

const keptUntil = (): Date => new Date(Date.now() + EXPORT_KEPT_DAYS * DAY_MS);

function toStored(row: Prisma.ExportModel): StoredExport {
  const { id, editionId, request, state, version, rows, share, bytes, fault } = row;
  const { createdAt, createdBy, madeBy, finishedAt, expiresAt } = row;
  return {
    id,
    editionId,
    request: newExport.parse(request),
    state: exportState.parse(state),
    version: Number(version),
    rows,
    share,
    bytes: Number(bytes),
    fault,
    createdAt,
    createdBy,
    madeBy,
    finishedAt,
    expiresAt,
  };
}
