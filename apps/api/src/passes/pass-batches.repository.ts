import { instant, newPassBatch, type PassBatch, uuid } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { z } from "zod";
import type { PageRequest } from "../platform/page-cursor.ts";
import type { Prisma } from "../platform/prisma-client/generated/client.ts";
import { Transactions } from "../platform/transactions.ts";
import type { PassDraft } from "./pass-draft.ts";

/** Batches are listed by when they were asked for, the latest first. */
export const batchOrder = z.object({ createdAt: instant, id: uuid });
export type BatchOrder = z.infer<typeof batchOrder>;

export interface NewBatch {
  id: string;
  editionId: number;
  draft: PassDraft;
  count: number;
  createdBy: string | null;
}

/** A batch that is being made, held against other servers and against whoever ends it. */
export interface HeldBatch extends NewBatch {
  issued: number;
}

@Injectable()
export class PassBatchesRepository {
  constructor(private readonly transactions: Transactions) {}

  async create({ id, editionId, draft, count, createdBy }: NewBatch): Promise<PassBatch> {
    const request = {
      ...draft.facts,
      label: draft.label,
      organisationId: draft.organisationId,
    } as unknown as Prisma.InputJsonObject;
    return toBatch(
      await this.transactions.client.passBatch.create({ data: { id, editionId, request, count, createdBy } }),
    );
  }

  async get(editionId: number, id: string): Promise<PassBatch | undefined> {
    const row = await this.transactions.client.passBatch.findUnique({ where: { id, editionId } });
    return row === null ? undefined : toBatch(row);
  }

  async list(editionId: number, { after, limit }: PageRequest<BatchOrder>): Promise<PassBatch[]> {
    const rows = await this.transactions.client.passBatch.findMany({
      where: {
        editionId,
        ...(after !== undefined && {
          OR: [{ createdAt: { lt: after.createdAt } }, { createdAt: after.createdAt, id: { lt: after.id } }],
        }),
      },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: limit,
    });
    return rows.map(toBatch);
  }

  async running(): Promise<string[]> {
    const rows = await this.transactions.client.passBatch.findMany({
      where: { state: "running" },
      select: { id: true },
      orderBy: { createdAt: "asc" },
    });
    return rows.map((row) => row.id);
  }

  /** Locks a running batch until the end of the transaction; undefined for any other. */
  async hold(id: string): Promise<HeldBatch | undefined> {
    const rows = await this.transactions.client.$queryRaw<Prisma.PassBatchModel[]>`
      select id, edition_id as "editionId", request, count, issued, created_by as "createdBy" from pass_batch
      where id = ${id}::uuid and state = 'running' for update`;
    const row = rows[0];
    if (row === undefined) return undefined;
    const { label, organisationId, ...facts } = storedRequest.parse(row.request);
    const { editionId, count, issued, createdBy } = row;
    return { id, editionId, draft: { facts, label, organisationId, reference: null }, count, createdBy, issued };
  }

  async setIssued(id: string, issued: number): Promise<void> {
    await this.transactions.client.passBatch.update({ where: { id }, data: { issued } });
  }

  /** Whether it was in another state of these before. */
  async enter(id: string, state: PassBatch["state"], from: readonly PassBatch["state"][]): Promise<boolean> {
    const where = { id, state: { in: [...from] } };
    return (await this.transactions.client.passBatch.updateMany({ where, data: { state } })).count === 1;
  }
}

/** `PassDraft` as it lies in the table. */
const instantMs = z.number().nullable();
const storedRequest = z.object({
  kind: newPassBatch.shape.kind,
  category: z.string(),
  label: z.string().nullable(),
  organisationId: z.string().nullable().default(null),
  group: newPassBatch.shape.group.unwrap(),
  zones: z.array(z.string()).nullable(),
  validFrom: instantMs,
  validUntil: instantMs,
});

const states = z.enum(["running", "done", "cancelled", "failed", "revoked"]);

function toBatch({ id, request, count, issued, state, createdAt }: Prisma.PassBatchModel): PassBatch {
  const { kind, category, label } = storedRequest.parse(request);
  return { id, kind, category, label, count, issued, state: states.parse(state), createdAt: createdAt.toISOString() };
}
