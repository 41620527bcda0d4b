import { Injectable } from "@nestjs/common";
import type { Device } from "@abwab/contract";
import type { PageRequest } from "../platform/page-cursor.ts";
import type { Prisma } from "../platform/prisma-client/generated/client.ts";
import { Transactions } from "../platform/transactions.ts";

export interface StoredDevice {
  editionId: number;
  device: Device;
}

export interface PairingOffer {
  codeHash: Buffer<ArrayBuffer>;
  expiresAt: Date;
}

const WITH_PLACE = {
  checkpoint: { select: { code: true, zone: { select: { code: true } } } },
} as const satisfies Prisma.DeviceInclude;
type DeviceRow = Prisma.DeviceGetPayload<{ include: typeof WITH_PLACE }>;

/** Devices in the order in which they were added; their ids are made in it. */
@Injectable()
export class DevicesRepository {
  constructor(private readonly transactions: Transactions) {}

  async list(editionId: number, { after, limit }: PageRequest<string>): Promise<Device[]> {
    const rows = await this.transactions.client.device.findMany({
      where: { editionId, ...(after !== undefined && { id: { gt: after } }) },
      include: WITH_PLACE,
      orderBy: { id: "asc" },
      take: limit,
    });
    return rows.map((row) => toStored(row).device);
  }

  async get(id: string): Promise<StoredDevice | undefined> {
    const row = await this.transactions.client.device.findUnique({ where: { id }, include: WITH_PLACE });
    return row === null ? undefined : toStored(row);
  }

  async create(
    device: { id: string; editionId: number; checkpointId: number; name: string },
    { codeHash, expiresAt }: PairingOffer,
  ): Promise<void> {
    await this.transactions.client.device.create({
      data: {
        ...device,
        pairingCodeHash: codeHash,
        pairingExpiresAt: expiresAt,
        bindings: { create: { checkpointId: device.checkpointId } },
      },
    });
  }

  /** Without a code, and so unpaired until one is made. */
  async createMany(
    devices: readonly { id: string; editionId: number; checkpointId: number; name: string }[],
  ): Promise<void> {
    await this.transactions.client.device.createMany({ data: [...devices] });
    await this.transactions.client.deviceBinding.createMany({
      data: devices.map(({ id, checkpointId }) => ({ deviceId: id, checkpointId })),
    });
  }

  /** Those of the edition among them, in their order of making. */
  async getMany(editionId: number, ids: readonly string[]): Promise<Device[]> {
    const rows = await this.transactions.client.device.findMany({
      where: { editionId, id: { in: [...ids] } },
      include: WITH_PLACE,
      orderBy: { id: "asc" },
    });
    return rows.map((row) => toStored(row).device);
  }

  /** How many each checkpoint ever had, by its code. */
  async countByCheckpoint(editionId: number): Promise<Map<string, number>> {
    const rows = await this.transactions.client.device.groupBy({
      by: ["checkpointId"],
      where: { editionId },
      _count: { id: true },
    });
    const checkpoints = await this.transactions.client.checkpoint.findMany({
      where: { editionId },
      select: { id: true, code: true },
    });
    const counts = new Map(rows.map(({ checkpointId, _count }) => [checkpointId, _count.id]));
    return new Map(checkpoints.map(({ id, code }) => [code, counts.get(id) ?? 0]));
  }

  async rename(id: string, name: string): Promise<void> {
    await this.transactions.client.device.update({ where: { id }, data: { name } });
  }

  /** It stays allowed at the checkpoints it was bound to before: something may wait on it that was counted there. */
  async bind(id: string, checkpointId: number): Promise<void> {
    const { client } = this.transactions;
    await client.device.update({ where: { id }, data: { checkpointId } });
    await client.deviceBinding.upsert({
      where: { deviceId_checkpointId: { deviceId: id, checkpointId } },
      create: { deviceId: id, checkpointId },
      update: { boundAt: new Date() },
    });
  }

  /** A token that becomes the device's with its first use; false for a revoked device. */
  async offerToken(id: string, tokenHash: Buffer<ArrayBuffer>): Promise<boolean> {
    const where = { id, revokedAt: null };
    const { count } = await this.transactions.client.device.updateMany({ where, data: { nextTokenHash: tokenHash } });
    return count === 1;
  }

  /** The token stays known, so that it is answered `device_revoked`; a pairing code still about is worth nothing. */
  async revoke(id: string): Promise<void> {
    await this.transactions.client.device.updateMany({
      where: { id, revokedAt: null },
      data: { revokedAt: new Date(), pairingCodeHash: null, pairingExpiresAt: null, pairingUsedAt: null },
    });
  }
}

function toStored(row: DeviceRow): StoredDevice {
  const device = {
    id: row.id,
    name: row.name,
    checkpoint: row.checkpoint.code,
    zone: row.checkpoint.zone.code,
    pairedAt: row.pairedAt?.toISOString() ?? null,
    lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
    pending: row.pending,
    clockOffsetMs: row.clockOffsetMs === null ? null : Number(row.clockOffsetMs),
    appVersion: row.appVersion,
    battery: row.batteryLevel === null ? null : { level: row.batteryLevel, charging: row.batteryCharging ?? false },
    ...(row.revokedAt !== null && { revokedAt: row.revokedAt.toISOString() }),
  };
  return { editionId: row.editionId, device };
}
