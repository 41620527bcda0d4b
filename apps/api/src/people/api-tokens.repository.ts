import { Injectable } from "@nestjs/common";
import type { ApiToken, Role } from "@abwab/contract";
import type { PageRequest } from "../platform/page-cursor.ts";
import { Prisma } from "../platform/prisma-client/generated/client.ts";
import { Transactions } from "../platform/transactions.ts";

export interface StoredApiToken {
  id: string;
  name: string;
  role: Role;
  tokenHash: Buffer<ArrayBuffer>;
  editionId: number | null;
  zoneIds: number[] | null;
  expiresAt: Date | null;
}

/** A token, with what it is bound to as it is kept. */
export type ListedToken = Omit<ApiToken, "zones"> & { editionId: number | null; zoneIds: number[] | null };

@Injectable()
export class ApiTokensRepository {
  constructor(private readonly transactions: Transactions) {}

  async list({ after, limit }: PageRequest<string>): Promise<ListedToken[]> {
    const rows = await this.transactions.client.apiToken.findMany({
      ...(after !== undefined && { where: { id: { gt: after } } }),
      include: { edition: { select: { slug: true } } },
      orderBy: { id: "asc" },
      take: limit,
    });
    return rows.map(({ id, name, role, edition, editionId, zoneIds, createdAt, expiresAt, lastUsedAt }) => ({
      id,
      name,
      role,
      edition: edition?.slug ?? null,
      editionId,
      zoneIds: zoneIds as number[] | null,
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt?.toISOString() ?? null,
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
    }));
  }

  async create({ zoneIds, ...token }: StoredApiToken): Promise<void> {
    await this.transactions.client.apiToken.create({ data: { ...token, zoneIds: zoneIds ?? Prisma.DbNull } });
  }

  /** Returns its name; undefined when there is none. */
  async remove(id: string): Promise<string | undefined> {
    const rows = await this.transactions.client.$queryRaw<{ name: string }[]>`
      delete from api_token where id = ${id}::uuid returning name`;
    return rows[0]?.name;
  }
}
