import { Injectable } from "@nestjs/common";
import type { ApiToken, Role } from "@abwab/contract";
import type { PageRequest } from "../platform/page-cursor.ts";
import { Transactions } from "../platform/transactions.ts";

export interface StoredApiToken {
  id: string;
  name: string;
  role: Role;
  tokenHash: Buffer<ArrayBuffer>;
  editionId: number | null;
  expiresAt: Date | null;
}

@Injectable()
export class ApiTokensRepository {
  constructor(private readonly transactions: Transactions) {}

  async list({ after, limit }: PageRequest<string>): Promise<ApiToken[]> {
    const rows = await this.transactions.client.apiToken.findMany({
      ...(after !== undefined && { where: { id: { gt: after } } }),
      include: { edition: { select: { slug: true } } },
      orderBy: { id: "asc" },
      take: limit,
    });
    return rows.map(({ id, name, role, edition, createdAt, expiresAt, lastUsedAt }) => ({
      id,
      name,
      role,
      edition: edition?.slug ?? null,
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt?.toISOString() ?? null,
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
    }));
  }

  async create(token: StoredApiToken): Promise<void> {
    await this.transactions.client.apiToken.create({ data: token });
  }

  /** Returns its name; undefined when there is none. */
  async remove(id: string): Promise<string | undefined> {
    const rows = await this.transactions.client.$queryRaw<{ name: string }[]>`
      delete from api_token where id = ${id}::uuid returning name`;
    return rows[0]?.name;
  }
}
