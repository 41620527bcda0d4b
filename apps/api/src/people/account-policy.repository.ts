import type { AccountPolicy, Role } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { Transactions } from "../platform/transactions.ts";

const NOBODY: AccountPolicy["without"] = { viewer: 0, supervisor: 0, organiser: 0, administrator: 0 };

/** What every account is held to. */
@Injectable()
export class AccountPolicyRepository {
  constructor(private readonly transactions: Transactions) {}

  async get(): Promise<AccountPolicy> {
    const { client } = this.transactions;
    const row = await client.accountPolicy.findUniqueOrThrow({ where: { id: 1 } });
    const people = await client.person.groupBy({
      by: ["role"],
      where: { OR: [{ secondFactor: null }, { secondFactor: { confirmedAt: null } }] },
      _count: true,
    });
    const without = { ...NOBODY };
    for (const { role, _count } of people) without[role] = _count;
    return { secondFactorRoles: row.secondFactorRoles, without };
  }

  /** Whether somebody of this role needs a second factor. */
  async asksOf(role: Role): Promise<boolean> {
    const row = await this.transactions.client.accountPolicy.findUniqueOrThrow({ where: { id: 1 } });
    return row.secondFactorRoles.includes(role);
  }

  async setSecondFactorRoles(secondFactorRoles: Role[]): Promise<void> {
    await this.transactions.client.accountPolicy.update({ where: { id: 1 }, data: { secondFactorRoles } });
  }
}
