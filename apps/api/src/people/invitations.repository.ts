import type { Invitation, Role } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import type { PageRequest } from "../platform/page-cursor.ts";
import type { Binding } from "../platform/principal.ts";
import type { Invitation as Row } from "../platform/prisma-client/generated/client.ts";
import { Transactions } from "../platform/transactions.ts";
import { bindingsToJson } from "../platform/bindings-json.ts";
import { orAlreadyExists } from "../platform/unique-violation.ts";

/** An invitation, and whose password it sets where it is of somebody who is there already. */
export type StoredInvitation = Omit<Invitation, "scope"> & {
  personId: string | null;
  bindings: readonly Binding[] | null;
};

export interface NewLink {
  id: string;
  tokenHash: Uint8Array<ArrayBuffer>;
  email: string;
  name: string;
  role: Role;
  bindings: readonly Binding[] | null;
  personId: string | null;
  createdBy: string;
  expiresAt: Date;
}

/** Links in the order in which they were made; their ids are made in it. */
@Injectable()
export class InvitationsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** The latest first. */
  async list({ after, limit }: PageRequest<string>): Promise<StoredInvitation[]> {
    const rows = await this.transactions.client.invitation.findMany({
      ...(after !== undefined && { where: { id: { lt: after } } }),
      orderBy: { id: "desc" },
      take: limit,
    });
    return rows.map(toInvitation);
  }

  async get(id: string): Promise<StoredInvitation | undefined> {
    const row = await this.transactions.client.invitation.findUnique({ where: { id } });
    return row === null ? undefined : toInvitation(row);
  }

  async byToken(tokenHash: Uint8Array<ArrayBuffer>): Promise<StoredInvitation | undefined> {
    const row = await this.transactions.client.invitation.findUnique({ where: { tokenHash } });
    return row === null ? undefined : toInvitation(row);
  }

  /** Throws `already_exists` where a link stands for this address. */
  async create({ bindings, ...fields }: NewLink): Promise<StoredInvitation> {
    const data = { ...fields, scope: bindingsToJson(bindings) };
    const work = this.transactions.client.invitation.create({ data });
    return toInvitation(await orAlreadyExists(work, `${fields.email} is invited already: renew that link.`));
  }

  /** Another token for a link that was neither used nor withdrawn. Returns whether it was such a one. */
  async renew(id: string, tokenHash: Uint8Array<ArrayBuffer>, expiresAt: Date): Promise<boolean> {
    const renewed = await this.transactions.client.invitation.updateMany({
      where: { id, usedAt: null, withdrawnAt: null },
      data: { tokenHash, expiresAt },
    });
    return renewed.count === 1;
  }

  /** Returns whether it was neither used nor withdrawn. */
  async withdraw(id: string): Promise<boolean> {
    const withdrawn = await this.transactions.client.invitation.updateMany({
      where: { id, usedAt: null, withdrawnAt: null },
      data: { withdrawnAt: new Date() },
    });
    return withdrawn.count === 1;
  }

  /** Of somebody who gets another link now. */
  async withdrawAllOf(email: string): Promise<void> {
    await this.transactions.client.invitation.updateMany({
      where: { email, usedAt: null, withdrawnAt: null },
      data: { withdrawnAt: new Date() },
    });
  }

  /** Uses a link, once however many bring it at once. Returns whether it was still to be used. */
  async use(tokenHash: Uint8Array<ArrayBuffer>): Promise<boolean> {
    const used = await this.transactions.client.invitation.updateMany({
      where: { tokenHash, usedAt: null, withdrawnAt: null, expiresAt: { gt: new Date() } },
      data: { usedAt: new Date() },
    });
    return used.count === 1;
  }

  /** Those that have opened nothing for so many days: they name somebody (P1). */
  async removeOld(days: number): Promise<void> {
    await this.transactions.client.$executeRaw`
      delete from invitation
      where least(expires_at, used_at, withdrawn_at) < now() - ${days}::integer * interval '1 day'`;
  }
}

function toInvitation({ tokenHash: _secret, withdrawnAt, scope, ...row }: Row): StoredInvitation {
  return {
    ...row,
    bindings: scope as readonly Binding[] | null,
    kind: row.personId === null ? "invitation" : "reset",
    state: stateOf(row.usedAt, withdrawnAt, row.expiresAt),
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    usedAt: row.usedAt?.toISOString() ?? null,
  };
}

function stateOf(usedAt: Date | null, withdrawnAt: Date | null, expiresAt: Date): Invitation["state"] {
  if (usedAt !== null) return "used";
  if (withdrawnAt !== null) return "withdrawn";
  return expiresAt.getTime() <= Date.now() ? "expired" : "open";
}
