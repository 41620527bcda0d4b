import type { PassKey } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import type { Prisma } from "../platform/prisma-client/generated/client.ts";
import { Transactions } from "../platform/transactions.ts";

/** A key that signs. Its private half leaves the database for nothing but that. */
export interface SigningKey {
  keyId: string;
  /** PKCS#8, DER. */
  privateKey: Uint8Array;
}

export interface NewPassKey extends SigningKey {
  editionId: number;
  /** `x` of the public JWK (RFC 8037). */
  publicKey: string;
}

/** The keys of an edition: one of them signs, retired ones still verify. */
@Injectable()
export class PassKeysRepository {
  constructor(private readonly transactions: Transactions) {}

  /** The latest first. They are few: nobody pages through them. */
  async list(editionId: number): Promise<PassKey[]> {
    const rows = await this.transactions.client.passKey.findMany({
      where: { editionId },
      omit: { privateKey: true },
      orderBy: [{ createdAt: "desc" }, { keyId: "desc" }],
    });
    return rows.map(toPassKey);
  }

  async get(editionId: number, keyId: string): Promise<PassKey | undefined> {
    const row = await this.transactions.client.passKey.findUnique({
      where: { keyId, editionId },
      omit: { privateKey: true },
    });
    return row === null ? undefined : toPassKey(row);
  }

  async hasAny(editionId: number): Promise<boolean> {
    return (await this.transactions.client.passKey.count({ where: { editionId } })) > 0;
  }

  async create({ privateKey, ...key }: NewPassKey): Promise<PassKey> {
    const data = { ...key, privateKey: Uint8Array.from(privateKey) };
    return toPassKey(await this.transactions.client.passKey.create({ data, omit: { privateKey: true } }));
  }

  /** What signed until now signs no more. */
  async retireAll(editionId: number): Promise<void> {
    await this.transactions.client.passKey.updateMany({
      where: { editionId, retiredAt: null },
      data: { retiredAt: new Date() },
    });
  }

  async revoke(keyId: string): Promise<PassKey> {
    const data = { revokedAt: new Date() };
    return toPassKey(
      await this.transactions.client.passKey.update({ where: { keyId }, data, omit: { privateKey: true } }),
    );
  }

  /** The key that signs now, which nobody revokes or retires before the transaction ends. */
  async holdSigning(editionId: number): Promise<SigningKey | undefined> {
    // A look that waited for a rotation finds the former key retired, and does not see the new one yet: the next does.
    return (await this.lockSigning(editionId)) ?? this.lockSigning(editionId);
  }

  /** Also of keys that sign no more: a token is made again from what its pass says. */
  async byId(keyIds: readonly string[]): Promise<Map<string, SigningKey>> {
    const rows = await this.transactions.client.passKey.findMany({
      where: { keyId: { in: [...keyIds] } },
      select: { keyId: true, privateKey: true },
    });
    return new Map(rows.map((row) => [row.keyId, row]));
  }

  private async lockSigning(editionId: number): Promise<SigningKey | undefined> {
    const rows = await this.transactions.client.$queryRaw<SigningKey[]>`
      select key_id as "keyId", private_key as "privateKey" from pass_key
      where edition_id = ${editionId}::integer and retired_at is null and revoked_at is null
      order by created_at desc limit 1
      for share`;
    return rows[0];
  }
}

function toPassKey(row: Omit<Prisma.PassKeyModel, "privateKey">): PassKey {
  return {
    keyId: row.keyId,
    publicKey: row.publicKey,
    createdAt: row.createdAt.toISOString(),
    retiredAt: row.retiredAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
  };
}
