import { Injectable } from "@nestjs/common";
import { type Checkpoint, type CheckpointPatch, names, type NewCheckpoint } from "@abwab/contract";
import type { PageRequest } from "../platform/page-cursor.ts";
import type { Prisma } from "../platform/prisma-client/generated/client.ts";
import { Transactions } from "../platform/transactions.ts";
import { orAlreadyExists } from "../platform/unique-violation.ts";
import { withoutUndefined } from "../platform/without-undefined.ts";

export interface StoredCheckpoint {
  id: number;
  checkpoint: Checkpoint;
}

const WITH_ZONE = { zone: { select: { code: true } } } as const satisfies Prisma.CheckpointInclude;
type CheckpointRow = Prisma.CheckpointGetPayload<{ include: typeof WITH_ZONE }>;

/** Checkpoints in the order in which they were added. */
@Injectable()
export class CheckpointsRepository {
  constructor(private readonly transactions: Transactions) {}

  async list(editionId: number, { after, limit }: PageRequest<number>): Promise<StoredCheckpoint[]> {
    const rows = await this.transactions.client.checkpoint.findMany({
      where: { editionId, id: { gt: after ?? 0 } },
      include: WITH_ZONE,
      orderBy: { id: "asc" },
      take: limit,
    });
    return rows.map(toStored);
  }

  async get(editionId: number, code: string): Promise<StoredCheckpoint | undefined> {
    const row = await this.transactions.client.checkpoint.findUnique({
      where: { editionId_code: { editionId, code } },
      include: WITH_ZONE,
    });
    return row === null ? undefined : toStored(row);
  }

  /** Throws `already_exists`. */
  async createMany(editionId: number, checkpoints: readonly (NewCheckpoint & { zoneId: number })[]): Promise<void> {
    await orAlreadyExists(
      this.transactions.client.checkpoint.createMany({
        data: checkpoints.map(({ code, zoneId, directions, names: named }) => ({
          editionId,
          zoneId,
          code,
          directions,
          names: named,
        })),
      }),
      `There is a checkpoint ${checkpoints.map((checkpoint) => checkpoint.code).join(", ")} already.`,
    );
  }

  async update(id: number, patch: CheckpointPatch): Promise<Checkpoint> {
    const data = withoutUndefined(patch);
    const row = await this.transactions.client.checkpoint.update({ where: { id }, data, include: WITH_ZONE });
    return toStored(row).checkpoint;
  }

  async remove(id: number): Promise<void> {
    await this.transactions.client.checkpoint.delete({ where: { id } });
  }

  /** Whether a device is or ever was bound to it: what waits on that device is still to be taken. */
  async hasDevices(id: number): Promise<boolean> {
    return (await this.transactions.client.deviceBinding.count({ where: { checkpointId: id } })) > 0;
  }
}

function toStored(row: CheckpointRow): StoredCheckpoint {
  const { id, code, zone, directions } = row;
  return { id, checkpoint: { code, zone: zone.code, directions, names: names.parse(row.names) } };
}
